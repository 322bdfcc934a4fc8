"""The words by which a day goes with the event's kind, or with something else."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

#: By the kind of event: the words that tell its day, and those that tell another one.
KIND_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "alleged_violation": (("report_words",), ("act_words",)),
    "decision/sanction": (("ruling_words",), ("act_words", "before_ruling")),
    "circular": (("letter_words",), ("letter_after",)),
    "statistics": (("told_words",), ("reach_words",)),
    "sosialisasi": (("held_words",), ("after_held",)),
    "rakor/mou": (("held_words",), ("after_held",)),
}
_OWN, OTHER = 1.5, -3.0
#: A word right before the day, whatever the main verb says.
_NEXT = 1


@dataclass(frozen=True)
class KindWords:
    """``recommends``: the decision is a recommendation; ``lead_end``: where the lead ends."""

    lexicon: Lexicon
    page: Page
    kind: str
    recommends: bool
    lead_end: int

    def attached(self, start: int) -> float:
        """Whether the nearest telling word before a day (else after it) is one of the event's kind or of another day.

        A weekday ("… , Senin (7/10)") goes with the main verb, wherever that stands in the sentence.
        """
        words = KIND_WORDS.get(self.kind)
        if words is None:
            return 0.0
        page, sentence = self.page, self.page.sentence_at(start)
        letter = self.kind == "circular"
        if self.kind == "decision/sanction" and self.recommends:
            words = ((*words[0], "recommendation"), ("act_words", "before_recommendation"))
        own = self.ends(words[0], sentence.start, start)
        other = self.ends(words[1], sentence.start, start)
        if other and start - other[-1] <= _NEXT and other[-1] > max(own, default=0):
            return OTHER  # "yang diklarifikasi Jumat (11/10)"
        if own and (own[-1] >= max(other, default=0) or (page.text[start].isupper() and not letter)):
            because = self.lexicon.pattern("dates", "because").search(page.low, own[-1], start)
            return 0.0 if because and start > self.lead_end else _OWN
        if other:
            return OTHER
        own, other = self.ends(words[0], start, sentence.end), self.ends(words[1], start, sentence.end)
        if own and own[0] <= min(other, default=own[0]):
            return _OWN
        return OTHER / 2 if other else 0.0

    def ends(self, keys: tuple[str, ...], start: int, end: int) -> list[int]:
        patterns = (self.lexicon.pattern("dates", key) for key in keys)
        return sorted(match.end() for one in patterns for match in one.finditer(self.page.low, start, end))
