"""What is filled in for pledges: a text by the office, a sheet of paper by the organiser of a unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.actions.write_pledge_text import LENGTHS
from sinetra.apps.prevention.uploads import SIGNED_SHEET
from sinetra.apps.registry.models import Person
from sinetra.web.staff.prevention.fields import Upload, day_field


def _text(label: Any, missing: Any, name: str, rows: int = 1, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "lang": "id"}) if rows > 1 else forms.TextInput(attrs={"lang": "id"})
    return forms.CharField(
        label=label, help_text=hint, max_length=LENGTHS[name][1], widget=widget, error_messages={"required": missing}
    )


class PledgeTextForm(forms.Form):
    title = _text(_lazy("Judul"), _lazy("Tulis judulnya."), "title")
    body = _text(
        _lazy("Isi, seperti yang ditandatangani"),
        _lazy("Tulis isinya."),
        "body",
        rows=12,
        hint=_lazy("Dalam bahasa Indonesia. Satu pokok satu baris."),
    )
    written_part = _text(
        _lazy("Kalimat yang ditulis sendiri oleh penanda tangan"),
        _lazy("Tulis kalimatnya."),
        "written_part",
        hint=_lazy("Satu kalimat pendek. Yang menulisnya akan mengingatnya."),
    )
    in_force_from = day_field(_lazy("Berlaku sejak"), missing=_lazy("Isi hari pertamanya."))


class SheetForm(forms.Form):
    """Who signed a sheet. ``unsigned`` are the people of the unit who can be ticked."""

    signed_on = day_field(_lazy("Tanggal tanda tangan"))
    people = forms.MultipleChoiceField(
        label=_lazy("Yang menandatangani lembar ini"), widget=forms.CheckboxSelectMultiple, required=False
    )
    names = forms.CharField(
        label=_lazy("Nama yang belum ada di register"),
        help_text=_lazy("Satu nama satu baris, misalnya honorer yang baru."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    scan = Upload(
        taken=SIGNED_SHEET,
        label=_lazy("Pindaian atau foto lembar"),
        help_text=_lazy("JPEG, PNG, WebP, atau PDF; paling banyak 15 MB. Disimpan tersegel."),
        missing=_lazy("Pilih berkas pindaiannya."),
    )

    def __init__(self, data: Any, files: Any, unsigned: Iterable[Person], day: date) -> None:
        super().__init__(data, files, initial={"signed_on": day})
        field = self.fields["people"]
        field.choices = [(str(row.pk), _said(row)) for row in unsigned]  # type: ignore[attr-defined]

    def clean_names(self) -> list[str]:
        return [line for line in self.cleaned_data["names"].splitlines() if line.strip()]


def _said(row: Person) -> str:
    return f"{row.name} – {row.position_title}" if row.position_title else row.name
