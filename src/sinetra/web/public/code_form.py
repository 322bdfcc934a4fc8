"""The code that is printed on a certificate or a letter, as somebody types it."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.core.documents.printed_code import as_typed


class CodeForm(forms.Form):
    """Each kind of paper says in ``label`` where its code stands."""

    kode = forms.CharField(
        help_text=_lazy("Enam belas huruf dan angka. Spasi, tanda hubung, dan huruf kecil tidak masalah."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _lazy("Ketik kodenya.")},
    )

    def __init__(self, data: QueryDict | None, *, label: str) -> None:
        super().__init__(data)
        self.fields["kode"].label = label

    def clean_kode(self) -> str:
        code = as_typed(self.cleaned_data["kode"])
        if code is None:
            raise forms.ValidationError(_("Kode ini tidak lengkap. Bentuknya seperti ABCD-2345-EFGH-6789."))
        return code
