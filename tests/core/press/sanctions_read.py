"""What the reader makes of a sanction in a line, and of an article of a headline and one sentence."""

from __future__ import annotations

from sinetra.core import press
from sinetra.core.press.page import Page
from sinetra.core.press.sanctions import find_sanctions


def modes_in(lexicon: press.Lexicon, text: str) -> dict[str, str]:
    """The mode of each sanction by its code."""
    return {fact.code: fact.mode.value for fact in find_sanctions(lexicon, Page(text))}


def is_decision(lexicon: press.Lexicon, title: str, lead: str) -> bool:
    (document,) = press.read("a.txt", f"{title}\n{lead}, Rabu (16/10/2024).".encode())
    return press.extract(lexicon, document).kind.value == "decision/sanction"
