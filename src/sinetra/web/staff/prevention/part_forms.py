"""What is filled in about the parts of an activity: sessions, guests, commitments, minutes, files, letters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.models import ActivityFile
from sinetra.apps.registry.models import Unit
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import area, day_field, hour_field
from sinetra.web.staff.prevention.words import FILES


class SessionForm(forms.Form):
    title = PlainText(label=_lazy("Nama sesi"), required=False, max_length=200)
    day = day_field(_lazy("Hari"))
    starts_at = hour_field(_lazy("Mulai jam"))
    ends_at = hour_field(_lazy("Selesai jam"))
    venue = PlainText(label=_lazy("Tempat"), required=False, max_length=300)
    unit = forms.ModelChoiceField(
        label=_lazy("Unit yang dikunjungi"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_lazy("tidak ada"),
        help_text=_lazy("Dari unit pada daftar kegiatan ini; pilih dahulu pada Unit dan undangan."),
        error_messages={"invalid_choice": _lazy("Pilih unit dari daftar.")},
    )

    def __init__(self, data: Any, *, units: QuerySet[Unit], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class DelegateForm(forms.Form):
    role = PlainText(label=_lazy("Jabatan"), max_length=200)
    name = PlainText(label=_lazy("Nama"), required=False, max_length=200)


class SpeakerForm(forms.Form):
    name = PlainText(label=_lazy("Nama"), required=False, max_length=200)
    institution = PlainText(label=_lazy("Instansi"), required=False, max_length=200)
    topic = PlainText(label=_lazy("Materi"), required=False, max_length=300)


class CommitmentForm(forms.Form):
    text = PlainText(label=_lazy("Apa yang disepakati"), max_length=500, widget=area(3))
    owner = PlainText(label=_lazy("Penanggung jawab"), max_length=200, help_text=_lazy("Jabatan atau unit."))
    due_on = day_field(_lazy("Paling lambat"))


class MinutesForm(forms.Form):
    text = PlainText(label=_lazy("Notula"), required=False, max_length=50_000, widget=area(16))
    version = forms.IntegerField(widget=forms.HiddenInput)


class FileForm(forms.Form):
    kind = forms.ChoiceField(label=_lazy("Jenis berkas"), choices=list(FILES.items()), initial=ActivityFile.Kind.PHOTO)
    file = forms.FileField(
        label=_lazy("Berkas"),
        help_text=_lazy("JPEG, PNG, WebP, PDF, DOCX, XLSX, PPTX, atau ODT; paling besar 20 MB."),
        error_messages={
            "required": _lazy("Pilih satu berkas."),
            "empty": _lazy("Berkas ini kosong."),
            "max_length": _lazy("Nama berkas ini terlalu panjang."),
        },
    )


class LetterForm(forms.Form):
    number = PlainText(label=_lazy("Nomor surat"), max_length=120)
    dated_on = day_field(_lazy("Tanggal surat"))
    signatory = forms.ChoiceField(label=_lazy("Penanda tangan"), widget=forms.RadioSelect)
    name = PlainText(label=_lazy("Nama penanda tangan lain"), required=False, max_length=200)
    office = PlainText(
        label=_lazy("Jabatan penanda tangan lain"),
        required=False,
        max_length=200,
        help_text=_lazy("Tulis Plt, Plh, Pj, atau Pjs bila ia bertindak sebagai itu."),
    )

    def __init__(self, data: Any, *, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["signatory"].choices = choices  # type: ignore[attr-defined]
