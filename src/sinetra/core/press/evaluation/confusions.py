"""What is taken for what: kinds of event, acts, modes of sanctions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sinetra.core.press.article import Article
from sinetra.core.press.evaluation.gold import GoldArticle
from sinetra.core.press.facts import Json

NONE = "-"
#: Pairs of missed and wrong acts of one article that are shown, the most frequent first.
SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """``wanted`` in the gold was read as ``found`` so many times; ``-`` is nothing."""

    wanted: str
    found: str
    times: int

    def to_json(self) -> dict[str, Json]:
        return {"gold": self.wanted, "found": self.found, "times": self.times}


Pairs = Sequence[tuple[GoldArticle, Article]]


def event_types(pairs: Pairs) -> tuple[Confusion, ...]:
    """Every kind against every kind, right ones too."""
    scored = ((gold, article) for gold, article in pairs if "event_type" in gold.keys)
    return _counted((gold.event_type or NONE, str(article.kind.value or NONE)) for gold, article in scored)


def acts(pairs: Pairs) -> tuple[Confusion, ...]:
    """Within one article, each missed act beside each wrong one; alone, beside nothing."""
    found = []
    for gold, article in pairs:
        if "prohibited_acts" not in gold.keys:
            continue
        wanted = set(gold.prohibited_acts)
        read = {act.code for act in article.acts if not act.permitted}
        if gold.part and not wanted:
            continue
        missed, wrong = sorted(wanted - read) or [NONE], sorted(read - wanted) or [NONE]
        found += [(one, two) for one in missed for two in wrong if (one, two) != (NONE, NONE)]
    return _counted(found)[:SHOWN]


def sanction_modes(pairs: Pairs) -> tuple[Confusion, ...]:
    """The mode of each sanction that both sides have, with its code: ``unspecified promised``."""
    found = []
    for gold, article in pairs:
        for item in gold.sanctions:
            if item.mode is None:
                continue
            modes = {fact.mode.value for fact in article.sanctions if fact.code == item.code}
            read = item.mode if item.mode in modes else next(iter(sorted(modes)), NONE)
            found.append((item.mode, read))
    return _counted(found)


def _counted(pairs: Iterable[tuple[str, str]]) -> tuple[Confusion, ...]:
    counted = Counter(pairs)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(wanted=wanted, found=found, times=times) for (wanted, found), times in ordered)
