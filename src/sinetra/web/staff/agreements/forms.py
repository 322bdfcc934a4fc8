"""What is filled in about an agreement and its parts."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.models import Activity
from sinetra.apps.registry.models import Organisation
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.circular_forms import Lines
from sinetra.web.staff.prevention.fields import area, day_field

# "Pasal 2. Teks", "2) Teks": the number of an article and what it says.
_ARTICLE = re.compile(r"(?:pasal\s+)?(\d{1,3}[a-z]?)\s*[.:)–-]?\s+(.+)", re.IGNORECASE)


class Articles(Lines):
    """One article a line, its number first; a line without a number goes on with the article above it."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return "\n".join(f"{number}. {text}" if number else text for number, text in value)
        return value

    def to_python(self, value: Any) -> Any:
        found: list[tuple[str, str]] = []
        for line in super().to_python(value):
            match = _ARTICLE.fullmatch(line)
            if match:
                found.append((match[1], match[2]))
            elif found:
                found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
            else:
                found.append(("", line))
        return tuple(found)


def needed(field: forms.Field, missing: Any) -> None:
    """``Lines`` may be left empty by itself."""
    field.required = True
    field.error_messages["required"] = missing


class AgreementForm(forms.Form):
    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = PlainText(label=_lazy("Tentang"), max_length=300)
    number = PlainText(label=_lazy("Nomor"), max_length=120, required=False)
    parties = Lines(label=_lazy("Para pihak"), help_text=_lazy("Satu baris satu instansi."))
    partner = forms.ModelChoiceField(
        label=_lazy("Pihak lain yang memakai Sinetra di sini"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_lazy("tidak ada"),
        help_text=_lazy("Petugasnya ikut membaca kesepakatan ini."),
    )
    scope = PlainText(label=_lazy("Ruang lingkup"), max_length=4000, widget=area(3))
    articles = Articles(
        label=_lazy("Pasal-pasal"), help_text=_lazy("Satu baris satu pasal, nomornya di depan: 2. Para pihak …")
    )
    signatories = Lines(
        label=_lazy("Jabatan penanda tangan"), help_text=_lazy("Satu baris satu jabatan, tanpa nama orang.")
    )
    signed_on = day_field(_lazy("Ditandatangani"), required=False)
    valid_from = day_field(_lazy("Berlaku sejak"))
    valid_until = day_field(_lazy("Berlaku sampai"), required=False)
    review_on = day_field(_lazy("Ditinjau lagi pada"), help_text=_lazy("Muncul di Ruang kerja tujuh hari sebelumnya."))
    contacts = Lines(
        label=_lazy("Kontak"), help_text=_lazy("Kontak kantor, bukan nomor pribadi. Satu baris satu kontak.")
    )

    def __init__(self, data: Any, *, partners: QuerySet[Organisation], **more: Any) -> None:
        super().__init__(data, **more)
        needed(self.fields["parties"], _lazy("Tulis sedikitnya dua pihak, satu baris satu pihak."))
        needed(self.fields["signatories"], _lazy("Tulis jabatan para penanda tangan, satu baris satu jabatan."))
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]


class EndForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        max_length=500,
        widget=area(3),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class ObligationForm(forms.Form):
    use_required_attribute = False
    text = PlainText(label=_lazy("Apa yang menjadi kewajiban"), max_length=500, widget=area(3))
    article = PlainText(label=_lazy("Pasal kesepakatan"), max_length=40, required=False)
    owner = PlainText(label=_lazy("Penanggung jawab"), max_length=200, help_text=_lazy("Jabatan atau unit."))
    owner_organisation = forms.ModelChoiceField(
        label=_lazy("Instansi yang berkewajiban"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_lazy("tidak memakai Sinetra di sini"),
        help_text=_lazy("Tenggatnya muncul di Ruang kerja instansi ini."),
    )
    gives_data = forms.BooleanField(label=_lazy("Kewajiban memberi data bila diminta"), required=False)
    due_on = day_field(_lazy("Tenggat"), required=False, help_text=_lazy("Isi tanggal ini, atau jumlah hari di bawah."))
    answer_days = forms.IntegerField(
        label=_lazy("Berapa hari sejak diminta"),
        required=False,
        help_text=_lazy("Untuk kewajiban yang timbul berulang."),
    )

    def __init__(self, data: Any, *, owners: QuerySet[Organisation], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["owner_organisation"].queryset = owners  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    """``do``: what the page offered, so that a second press does not do the opposite."""

    do = forms.ChoiceField(choices=[("done", "done"), ("reopen", "reopen")], widget=forms.HiddenInput)
    note = PlainText(
        label=_lazy("Bukti atau catatan"), max_length=300, required=False, help_text=_lazy("Misalnya nomor suratnya.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self["do"].value() == "reopen":
            del self.fields["note"]


class MeetingForm(forms.Form):
    activity = forms.ModelChoiceField(
        label=_lazy("Kegiatan"),
        queryset=Activity.objects.none(),
        empty_label=None,
        help_text=_lazy("Rapat direncanakan di Kegiatan; notula dan komitmennya tetap di sana."),
        error_messages={"required": _lazy("Pilih satu kegiatan.")},
    )

    def __init__(self, data: Any, *, activities: QuerySet[Activity], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["activity"].queryset = activities  # type: ignore[attr-defined]
