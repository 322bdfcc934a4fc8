"""What the team fills in for a mediation: an offer, a message to one side, the kind of outcome, why not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.advice.actions.offer_mediation import LENGTHS
from sinetra.apps.advice.mediation_intake import NOTE
from sinetra.apps.advice.vocabulary import MediationOutcome, Side
from sinetra.web.public.report.forms import PlainText

SIDES = {Side.ASKER: _lazy("yang meminta"), Side.INVITED: _lazy("rekannya")}
OUTCOMES = {
    MediationOutcome.AGREEMENT: _lazy("Sepakat"),
    MediationOutcome.PARTLY: _lazy("Sepakat sebagian"),
    MediationOutcome.NO_AGREEMENT: _lazy("Belum sepakat"),
}


class OfferForm(forms.Form):
    mediator = PlainText(
        label=_lazy("Nama mediator"),
        help_text=_lazy("Anda sendiri, anggota lain, atau orang dari unit lain."),
        max_length=LENGTHS[1],
    )
    unit = PlainText(
        label=_lazy("Unit kerja mediator"),
        help_text=_lazy("Nama atau kode unit seperti dalam Register."),
        max_length=LENGTHS[1],
    )
    day = forms.DateField(
        label=_lazy("Hari"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _lazy("Tulis tanggal seperti 2025-12-31.")},
    )
    time = PlainText(label=_lazy("Jam"), help_text=_lazy("Misalnya 15.30 sampai 16.30."), max_length=LENGTHS[1])
    place = PlainText(
        label=_lazy("Tempat"),
        help_text=_lazy("Di luar kedua kantor, dan tidak terlihat dari sana."),
        max_length=LENGTHS[1],
    )
    is_free = forms.BooleanField(
        label=_lazy("Mediator menyatakan: bukan pihak, bukan atasan pihak, bukan seunit"),
        error_messages={"required": _lazy("Tanpa pernyataan ini mediator harus menepi.")},
    )


def _message(label: Any, help_text: Any) -> PlainText:
    return PlainText(
        label=label,
        help_text=help_text,
        max_length=NOTE[1],
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _lazy("Tulis pesannya.")},
    )


class MessageForm(forms.Form):
    side = forms.ChoiceField(label=_lazy("Kepada"), choices=[*SIDES.items()], widget=forms.RadioSelect)
    text = _message(_lazy("Pesan"), _lazy("Hanya dibaca oleh yang dipilih."))


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_lazy("Jenis hasil"),
        choices=[*OUTCOMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih jenis hasilnya.")},
    )


class TurnAwayForm(forms.Form):
    text = _message(
        _lazy("Pesan kepada yang meminta"),
        _lazy("Sebutkan jalan lain: laporan kepada Bawaslu, atau mediator di tempat lain."),
    )
