"""What is filled in for certificates: who signs them, why one is revoked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.actions.revoke_certificate import LONGEST, SHORTEST
from sinetra.apps.registry.vocabulary import HeldKind
from sinetra.core.documents.signatory import Signatory
from sinetra.web.staff.registry_words import HELD_KINDS

OTHER = "lain"


class IssueForm(forms.Form):
    """Holders of offices today by the registry, or somebody else by name."""

    signatory = forms.ChoiceField(
        label=_lazy("Penanda tangan"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih penanda tangannya.")},
    )
    name = forms.CharField(label=_lazy("Nama pejabat lain"), max_length=200, required=False)
    title = forms.CharField(
        label=_lazy("Jabatannya"),
        help_text=_lazy("Misalnya Kepala BKPSDM, tanpa Plt, Plh, Pjs, atau Pj."),
        max_length=200,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_lazy("Jabatan itu dipegang sebagai"), choices=list(HELD_KINDS.items()), required=False
    )
    replace_revoked = forms.BooleanField(label=_lazy("Terbitkan juga pengganti bagi yang dicabut"), required=False)

    def __init__(self, data: Any, holders: Sequence[Signatory], *, has_revoked: bool) -> None:
        super().__init__(data, initial={"signatory": "0" if holders else OTHER, "kind": HeldKind.DEFINITIVE.value})
        self.holders = list(holders)
        named = [(str(n), f"{row.name}, {row.office}") for n, row in enumerate(holders)]
        self.fields["signatory"].choices = [*named, (OTHER, _("Pejabat lain"))]  # type: ignore[attr-defined]
        if not has_revoked:
            del self.fields["replace_revoked"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("signatory") == OTHER:
            for field, missing in (("name", _("Isi nama pejabatnya.")), ("title", _("Isi jabatannya."))):
                if not given.get(field):
                    self.add_error(field, missing)
        return given

    def chosen(self) -> Signatory:
        """Of a valid form."""
        given = self.cleaned_data
        if given["signatory"] == OTHER:
            kind = HeldKind(given["kind"] or HeldKind.DEFINITIVE)
            return Signatory(name=given["name"], title=given["title"], kind=kind.value)
        return self.holders[int(given["signatory"])]


class RevokeForm(forms.Form):
    reason = forms.CharField(
        label=_lazy("Alasan"),
        help_text=_lazy("Hanya kantor Anda yang membacanya."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )
