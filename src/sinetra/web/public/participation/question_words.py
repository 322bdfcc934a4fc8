"""A question of the bank in the language of the page, and one that was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.moments import Moment
from sinetra.web.law_view import in_words, language
from sinetra.web.parts import Link

#: The word in the address.
PATHS: Mapping[Moment, str] = {Moment.BEFORE: "sebelum", Moment.AFTER: "sesudah", Moment.DELAYED: "lanjutan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """``language`` is that of the texts: an officer's own question may have no English."""

    prompt: str
    chosen: str
    right: str
    is_right: bool
    explanation: str
    norms: list[Link]
    language: str


def _text(indonesian: str, english: str) -> str:
    return english if language() == "en" and english else indonesian


def prompt_text(row: BankQuestion) -> str:
    return _text(row.prompt_id, row.prompt_en)


def explanation_text(row: BankQuestion) -> str:
    return _text(row.explanation_id, row.explanation_en)


def option_text(item: Mapping[str, str]) -> str:
    return _text(item["id"], item.get("en", ""))


def language_of(row: BankQuestion) -> str:
    return "en" if language() == "en" and row.prompt_en else "id"


def norm_links(row: BankQuestion) -> list[Link]:
    """A norm that the catalogue no longer has leads nowhere and is left out."""
    book = rulebook()
    return [
        Link(text=in_words(book.norm(name).title), url=reverse("norm", args=[name]))
        for name in row.norms
        if name in book.place
    ]


def answered(row: BankQuestion, code: str) -> Answered:
    texts = {item["code"]: option_text(item) for item in row.options}
    return Answered(
        prompt=prompt_text(row),
        chosen=texts.get(code, ""),
        right=texts[row.key],
        is_right=code == row.key,
        explanation=explanation_text(row),
        norms=norm_links(row),
        language=language_of(row),
    )
