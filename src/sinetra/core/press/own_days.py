"""The day a letter or a decision gives itself, which outranks the day on which somebody told of it."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.press.days import Printed
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.page import Page

#: So much less speaks for a day inside a quotation.
QUOTED = 4.0
_OWN, _DATED, _FOREIGN = 5.0, 3.0, -3.0
#: So far from a day its verb stands.
_NEAR = 50


@dataclass(frozen=True)
class OwnDays:
    """``recommends``: the decision is a recommendation, so that its letter is the event's own."""

    lexicon: Lexicon
    page: Page
    kind: str
    recommends: bool

    def weight(self, item: Printed, before: str) -> float | None:
        """What the words right before a day add; nothing where they name no letter, decision or signature.

        "Sudah saya tanda tangani 1 November": said in a quotation, it is that day all the same.
        """
        quoted = QUOTED * in_quotes(self.page, item.span.start)
        if self.kind == "circular":
            return self._circular(before, quoted)
        if self.kind != "decision/sanction":
            return None
        if self.lexicon.pattern("dates", "contested").search(before):
            return _FOREIGN
        own = ("own_ruling", "own_recommendation") if self.recommends else ("own_ruling",)
        if self._dated(before, own):
            return _OWN + quoted
        if self._dated(before, own, day="ruling_day"):
            return _DATED + quoted
        return quoted if quoted and self.settled(before[-_NEAR:]) else None

    def _circular(self, before: str, quoted: float) -> float | None:
        if self._foreign(before):
            return _FOREIGN
        if self._dated(before, ("own_letter",)):
            return _OWN + quoted
        return _DATED + quoted if self._ends("letter_dated", before) else None

    def _foreign(self, before: str) -> bool:
        """A letter of others, or one that this one follows or replaces."""
        patterns, title = self.lexicon.pattern, self.page.low.split("\n", 1)[0]
        foreign = patterns("dates", "foreign_letter")
        if foreign.search(before) and not foreign.search(title):
            return True
        return patterns("dates", "referred_letter").search(before) is not None

    def settled(self, text: str) -> bool:
        """A verb of deciding, signing or handing over: "Pleno kami gelar Senin"."""
        return self.lexicon.pattern("dates", "settled").search(text) is not None

    def settled_around(self, start: int) -> bool:
        """Such a verb in the quotation of a day told in it: "Kemarin sudah kami putuskan"."""
        sentence = self.page.sentence_at(start)
        before = self.page.low[max(sentence.start, start - _NEAR) : start]
        after = self.page.low[start : min(sentence.end, start + _NEAR)]
        return self.settled(before.rsplit('"', 1)[-1]) or self.settled(after.split('"', 1)[0])

    def _dated(self, before: str, keys: tuple[str, ...], *, day: str = "letter_day") -> bool:
        """Right before the day a letter of its own was signed: "Surat keputusan ditandatangani 29 Januari"."""
        for match in self.lexicon.pattern("dates", day).finditer(before):
            told = before[: match.start()].rstrip(" ,(")
            if match.end() == len(before) and any(self._ends(key, told) for key in keys):
                return True
        return False

    def _ends(self, key: str, text: str) -> bool:
        return any(match.end() == len(text) for match in self.lexicon.pattern("dates", key).finditer(text))
