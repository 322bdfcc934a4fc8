"""What is filled in about questions: from which day, how they read, why one is not used any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import question_words, rulebook
from sinetra.apps.prevention.actions.retire_question import LENGTHS as REASON
from sinetra.apps.prevention.actions.write_question import EXPLANATION, OPTION, OPTIONS, PROMPT, Law, Wording
from sinetra.apps.prevention.models import BankQuestion
from sinetra.web.law_view import in_words
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.advice.forms import NormList


class BankFilter(forms.Form):
    keadaan = forms.ChoiceField(
        label=_lazy("Keadaan"),
        required=False,
        choices=[
            ("", _lazy("semua")),
            ("draft", _lazy("konsep")),
            ("published", _lazy("terbit")),
            ("retired", _lazy("tidak dipakai")),
        ],
    )


def _law_date() -> forms.DateField:
    return forms.DateField(
        label=_lazy("Menurut hukum pada tanggal"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lazy("Tulis tanggal hukumnya."),
            "invalid": _lazy("Tulis tanggal seperti 2025-12-31."),
        },
    )


class GenerateForm(forms.Form):
    law_date = _law_date()
    election = forms.ChoiceField(
        label=_lazy("Pemilihan"),
        help_text=_lazy("Kosongkan bila soal mengikuti pemilihan yang sedang berjalan pada tanggal itu."),
        required=False,
    )

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["law_date"].help_text = _("Tahapan pada tanggal ini menjadi tahapan dalam soal.")
        known = [(item.id, in_words(item.name)) for item in rulebook().clock.timetables]
        self.fields["election"].choices = [("", _("yang sedang berjalan")), *known]  # type: ignore[attr-defined]


class RetireForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        max_length=REASON[1],
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class CheckAllForm(forms.Form):
    """Each ticked value is id and version of a draft as it was read."""

    chosen_rows = forms.MultipleChoiceField(
        label=_lazy("Soal"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Centang sedikitnya satu soal.")},
    )

    def __init__(self, data: Any, *, rows: Sequence[BankQuestion]) -> None:
        super().__init__(data)
        self._rows = {f"{row.pk}:{row.version}": row for row in rows}
        field = self.fields["chosen_rows"]
        field.choices = [(name, "") for name in self._rows]  # type: ignore[attr-defined]
        field.error_messages["invalid_choice"] = _("Sebuah soal baru saja ditulis ulang. Baca lagi.")

    def chosen(self) -> list[tuple[BankQuestion, int]]:
        return [(self._rows[name], self._rows[name].version) for name in self.cleaned_data["chosen_rows"]]


class WordingForm(forms.Form):
    """Texts in both languages; the options one under the other."""

    prompt_id = PlainText(
        label=_lazy("Soal"), min_length=PROMPT[0], max_length=PROMPT[1], widget=forms.Textarea(attrs={"rows": 3})
    )
    prompt_en = PlainText(
        label=_lazy("Soal dalam bahasa Inggris"),
        max_length=PROMPT[1],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    explanation_id = PlainText(
        label=_lazy("Penjelasan"),
        help_text=_lazy("Sebut aturannya. Tidak ada nama orang. Setiap orang dianggap tidak bersalah."),
        min_length=EXPLANATION[0],
        max_length=EXPLANATION[1],
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    explanation_en = PlainText(
        label=_lazy("Penjelasan dalam bahasa Inggris"),
        max_length=EXPLANATION[1],
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, data: Any, *, options: int, required: int, **more: Any) -> None:
        super().__init__(data, **more)
        self.count = options
        for place in range(options):
            must = place < required
            self.fields[f"option_id_{place}"] = PlainText(
                label=_("Pilihan %(n)s") % {"n": place + 1}, max_length=OPTION[1], required=must
            )
            self.fields[f"option_en_{place}"] = PlainText(
                label=_("Pilihan %(n)s dalam bahasa Inggris") % {"n": place + 1}, max_length=OPTION[1], required=False
            )
        texts = [f"option_{language}_{place}" for place in range(options) for language in ("id", "en")]
        self.order_fields(["prompt_id", "prompt_en", *texts, "right", "explanation_id", "explanation_en"])

    @property
    def wording(self) -> Wording:
        given = self.cleaned_data
        pairs = [(given[f"option_id_{place}"], given[f"option_en_{place}"]) for place in range(self.count)]
        return Wording(
            prompt_id=given["prompt_id"],
            prompt_en=given["prompt_en"],
            options=[pair for pair in pairs if pair[0]],
            explanation_id=given["explanation_id"],
            explanation_en=given["explanation_en"],
        )


class OwnQuestionForm(WordingForm):
    right = forms.ChoiceField(label=_lazy("Jawaban yang benar"), widget=forms.RadioSelect)
    topic = forms.ChoiceField(label=_lazy("Topik"))
    law_date = _law_date()
    norms = NormList()

    def __init__(self, data: Any, **more: Any) -> None:
        super().__init__(data, options=OPTIONS[1], required=OPTIONS[0], **more)
        numbered = [(str(place), _("Pilihan %(n)s") % {"n": place + 1}) for place in range(OPTIONS[1])]
        self.fields["right"].choices = numbered  # type: ignore[attr-defined]
        topics = [(code, in_words(text)) for code, text in question_words().topics.items()]
        self.fields["topic"].choices = topics  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An empty option may stand only at the end: the right one is named by its place."""
        given = super().clean() or self.cleaned_data
        texts = [given.get(f"option_id_{place}") for place in range(self.count)]
        filled = sum(bool(text) for text in texts)
        gap = next((place for place in range(filled) if not texts[place]), None)
        if gap is not None:
            self.add_error(f"option_id_{gap}", _("Isi pilihan secara berurutan."))
        elif given.get("right") and int(given["right"]) >= filled:
            self.add_error("right", _("Pilihan itu kosong."))
        return given

    @property
    def law(self) -> Law:
        given = self.cleaned_data
        return Law(topic=given["topic"], right=int(given["right"]), norms=given["norms"], law_date=given["law_date"])


def wording_of(row: BankQuestion) -> dict[str, Any]:
    """What stands in the form at first."""
    names = ("prompt_id", "prompt_en", "explanation_id", "explanation_en", "topic", "law_date")
    found: dict[str, Any] = {name: getattr(row, name) for name in names}
    for place, item in enumerate(row.options):
        found |= {f"option_id_{place}": item["id"], f"option_en_{place}": item.get("en", "")}
    right = next(place for place, item in enumerate(row.options) if item["code"] == row.key)
    return found | {"right": str(right), "norms": ", ".join(row.norms)}
