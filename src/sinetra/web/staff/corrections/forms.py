"""What is filled in to put right what a body was told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Correction, IssuedDocument
from sinetra.apps.cases.told import CORRECTION_LETTER
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.prevention.fields import day_field


class LineForm(forms.Form):
    """Something about one line. ``offer`` fills in what may be chosen."""

    def offer(self, row: Correction, actor: Actor) -> None:
        return None


class SendForm(LineForm):
    letter = forms.ChoiceField(
        label=_lazy("Surat pembetulan"),
        required=False,
        help_text=_lazy("Surat bernomor dari perkara ini. Kosongkan bila suratnya dibuat di luar Sinetra."),
    )
    number = forms.CharField(
        label=_lazy("Atau nomor surat di luar Sinetra"),
        required=False,
        max_length=120,
    )
    sent_on = day_field(_lazy("Dikirim pada"))

    def offer(self, row: Correction, actor: Actor) -> None:
        rows = visible(actor, IssuedDocument).filter(
            matter=row.matter, kind=CORRECTION_LETTER, state=LetterState.ISSUED
        )
        numbers = [document.number for document in rows.order_by("-issued_at", "-id")]
        field: Any = self.fields["letter"]
        field.choices = [("", _lazy("tidak dari sini")), *((number, number) for number in numbers)]

    def chosen(self) -> str:
        return str(self.cleaned_data["letter"] or self.cleaned_data["number"])


class NoteForm(LineForm):
    acknowledged_on = day_field(_lazy("Diterima pada"))
    how = forms.CharField(
        label=_lazy("Tanda terimanya"),
        help_text=_lazy("Misalnya nomor agenda, disposisi, atau nama layanan pengiriman."),
        max_length=500,
        error_messages={"required": _lazy("Tuliskan tanda terimanya, misalnya nomor agenda.")},
    )


class GiveUpForm(ReasonForm, LineForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reason"] = forms.CharField(
            label=_lazy("Mengapa lembaga ini tidak dapat diberi tahu"),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": _lazy("Tuliskan alasannya.")},
        )


class AddForm(forms.Form):
    body = forms.CharField(
        label=_lazy("Lembaga yang pernah diberi tahu"),
        max_length=200,
        error_messages={"required": _lazy("Tuliskan lembaganya.")},
    )
    told_on = day_field(_lazy("Diberi tahu pada"))
    how = forms.CharField(
        label=_lazy("Dengan cara apa"),
        help_text=_lazy("Misalnya rapat, telepon, atau siaran pers. Tanpa nama orang."),
        max_length=500,
        error_messages={"required": _lazy("Tuliskan caranya.")},
    )
