"""What is filled in about a circular that is written: its end, its confirmation, files, the pattern of numbers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.actions.withdraw_circular import LENGTHS as REASON
from sinetra.apps.prevention.uploads import ANNEX, PROOF
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import Upload, day_field


class ReasonForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        help_text=_lazy("Alasan ini dibaca semua orang pada halaman edaran itu."),
        max_length=REASON[1],
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class ConfirmForm(forms.Form):
    issued_on = day_field(_lazy("Tanggal pada naskahnya"), required=False)


_MISSING = _lazy("Pilih berkas PDF, JPEG, atau PNG.")


_KINDS = _lazy("PDF, JPEG, atau PNG; paling besar 10 MB.")


class AnnexForm(forms.Form):
    name = PlainText(label=_lazy("Nama lampiran"), max_length=200)
    file = Upload(label=_lazy("Berkas"), taken=ANNEX, missing=_MISSING, help_text=_KINDS)


class ReceiptForm(forms.Form):
    received_on = day_field(_lazy("Tanggal diterima unit"), missing=_lazy("Tulis tanggalnya, misalnya 2025-12-31."))
    proof = Upload(label=_lazy("Bukti (lembar yang ditandatangani)"), taken=PROOF, missing=_MISSING, help_text=_KINDS)
    note = PlainText(label=_lazy("Catatan"), max_length=300, required=False)


class PatternForm(forms.Form):
    pattern = forms.CharField(
        label=_lazy("Pola nomor"),
        max_length=60,
        help_text=_lazy(
            "{sequence:03} nomor urut tiga angka, {roman_month} bulan Romawi, {month} bulan, {year} tahun."
        ),
    )
