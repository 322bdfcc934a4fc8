"""What the team fills in: an answer to one question, an opinion for everybody, a reason to withdraw it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.advice.actions.answer import LENGTHS as ANSWER
from sinetra.apps.advice.actions.withdraw_opinion import LENGTHS as REASON
from sinetra.apps.advice.actions.write_opinion import LENGTHS as OPINION
from sinetra.web.public.report.forms import PlainText

_BETWEEN = re.compile(r"[\s,;]+")


def _bounds(name: str) -> dict[str, Any]:
    shortest, longest = OPINION[name]
    return {"min_length": shortest, "max_length": longest}


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NormList(forms.CharField):
    """Ids of norms as they stand on the page of each rule, with commas or blanks between; a tuple."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            label=_lazy("Kode aturan yang dirujuk"),
            help_text=_lazy("Kode ada di bawah setiap halaman aturan, misalnya skb2022.pd-6. Pisahkan dengan koma."),
            max_length=500,
            **more,
        )

    def to_python(self, value: Any) -> Any:
        return tuple(dict.fromkeys(name for name in _BETWEEN.split(super().to_python(value) or "") if name))


def law_date_field() -> forms.DateField:
    return forms.DateField(
        label=_lazy("Menurut hukum pada tanggal"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lazy("Tulis tanggal hukumnya."),
            "invalid": _lazy("Tulis tanggal seperti 2025-12-31."),
        },
    )


class _LawForm(forms.Form):
    law_date = law_date_field()


class AnswerForm(_LawForm):
    """``chosen``: norms of the engine's reading, to tick; ``norms``: others by their code. At least one in all."""

    text = PlainText(
        label=_lazy("Pendapat Anda"),
        help_text=_lazy("Jawab orangnya dengan kalimat pendek. Jangan menebak siapa dia."),
        min_length=ANSWER[0],
        max_length=ANSWER[1],
        widget=_area(8),
        error_messages={"required": _lazy("Tuliskan pendapatnya.")},
    )
    chosen = forms.MultipleChoiceField(
        label=_lazy("Aturan yang dirujuk"),
        help_text=_lazy("Pilih sedikitnya satu, atau tulis kode aturan lain di bawah."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    norms = NormList(required=False)
    field_order = ["text", "law_date", "chosen", "norms"]

    def __init__(self, data: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["chosen"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["chosen"]

    def all_norms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.cleaned_data.get("chosen", ()), *self.cleaned_data["norms"]]))


class OpinionForm(_LawForm):
    title = PlainText(label=_lazy("Judul"), **_bounds("title"))
    question = PlainText(
        label=_lazy("Pertanyaan umum"),
        help_text=_lazy("Tulis ulang. Tidak ada tempat, waktu, atau ciri yang menunjuk kepada seseorang."),
        **_bounds("question"),
        widget=_area(4),
    )
    answer = PlainText(label=_lazy("Jawaban umum"), **_bounds("answer"), widget=_area(8))
    norms = NormList()
    field_order = ["title", "question", "answer", "law_date", "norms"]


class WithdrawForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        help_text=_lazy("Alasan ini dibaca semua orang pada halaman pendapat itu."),
        max_length=REASON[1],
        widget=_area(3),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class CheckForm(forms.Form):
    """``version`` is what the second person read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
