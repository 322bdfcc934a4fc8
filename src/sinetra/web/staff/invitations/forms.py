"""What an adviser fills in: an advice, or what a letter of Bawaslu says, or the file that Bawaslu sent back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.invitations.actions.advise import LENGTHS
from sinetra.apps.invitations.actions.record_letter import NUMBER
from sinetra.apps.invitations.vocabulary import Stance
from sinetra.web.invitation_words import STANCES
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.advice.forms import NormList, law_date_field


def _text(label: Any, help_text: Any) -> PlainText:
    return PlainText(
        label=label,
        help_text=help_text,
        min_length=LENGTHS[0],
        max_length=LENGTHS[1],
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _lazy("Tuliskan nasihatnya.")},
    )


class _StanceForm(forms.Form):
    stance = forms.ChoiceField(
        label=_lazy("Nasihat dalam satu kata"),
        choices=list(STANCES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih salah satu.")},
    )

    def clean_stance(self) -> Stance:
        return Stance(self.cleaned_data["stance"])


class AdviceForm(_StanceForm):
    """``chosen``: norms of the engine's readings, to tick; ``norms``: others by their code. At least one in all."""

    text = _text(_lazy("Nasihat Anda"), _lazy("Kalimat pendek: apa yang aman, apa batasnya, mengapa."))
    law_date = law_date_field()
    chosen = forms.MultipleChoiceField(
        label=_lazy("Aturan yang dirujuk"),
        help_text=_lazy("Pilih sedikitnya satu, atau tulis kode aturan lain di bawah."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    norms = NormList(required=False)

    def __init__(self, data: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["chosen"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["chosen"]

    def all_norms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.cleaned_data.get("chosen", ()), *self.cleaned_data["norms"]]))


class LetterForm(_StanceForm):
    letter = PlainText(
        label=_lazy("Nomor surat Bawaslu"),
        max_length=NUMBER[1],
        error_messages={"required": _lazy("Tuliskan nomor suratnya.")},
    )
    letter_on = forms.DateField(
        label=_lazy("Tanggal surat"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lazy("Tulis tanggal suratnya."),
            "invalid": _lazy("Tulis tanggal seperti 2025-12-31."),
        },
    )
    text = _text(_lazy("Isi nasihatnya"), _lazy("Salin pokoknya seperti tertulis dalam surat."))
    field_order = ["letter", "letter_on", "stance", "text"]
