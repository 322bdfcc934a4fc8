"""How long each kind of record about people is kept, as data with source and confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """One kind of record. ``goes_with``: it has no length of its own and goes with that rule."""

    id: str
    what: Bilingual
    stays: Bilingual
    source: str
    confidence: Confidence
    after: Bilingual | None = None
    years: int = 0
    days: int = 0
    goes_with: str = ""

    def cut_off(self, now: datetime) -> datetime:
        """What began before this instant is due. ``years``: the same hour so many years ago, of 29 February the day
        before."""
        return years_before(now, self.years) if self.years else now - timedelta(days=self.days)

    def length(self, language: str = "id") -> str:
        """In words.

        >>> word = Bilingual(id="x", en="x")
        >>> one = Keeping(id="a", what=word, stays=word, source="s", confidence=Confidence.UNCHECKED, years=2)
        >>> one.length(), one.length("en")
        ('2 tahun', '2 years')
        """
        count, unit = (self.years, ("tahun", "year")) if self.years else (self.days, ("hari", "day"))
        if language != "en":
            return f"{count} {unit[0]}"
        return f"{count} {unit[1]}{'' if count == 1 else 's'}"


def years_before(now: datetime, years: int) -> datetime:
    """
    >>> years_before(datetime(2024, 2, 29, 8), 1)
    datetime.datetime(2023, 2, 28, 8, 0)
    """
    last = 28 if (now.month, now.day) == (2, 29) else now.day
    return now.replace(year=now.year - years, day=last)


class Retention:
    """The table of ``catalogue/retention.yaml``."""

    def __init__(self, rules: Iterable[Keeping]) -> None:
        self._rules = {rule.id: rule for rule in rules}

    def __iter__(self) -> Iterator[Keeping]:
        return iter(self._rules.values())

    def get(self, name: str) -> Keeping:
        """Errors: ``BadInput`` naming the known ones."""
        if name not in self._rules:
            raise BadInput(
                gettext_noop("Aturan masa simpan %(value)s tidak dikenal; yang dikenal: %(accepted)s"),
                field="rule",
                accepted=tuple(self._rules),
                value=name,
            )
        return self._rules[name]


def load_retention(catalogue: Path) -> Retention:
    """Errors: ``BadInput`` naming file, line and field."""
    block = Block.read(catalogue / "retention.yaml")
    rules: list[Keeping] = []
    for inner in block.blocks("rules"):
        rules.append(_rule(inner, rules))
    block.close()
    return Retention(rules)


def _rule(block: Block, known: list[Keeping]) -> Keeping:
    names = tuple(rule.id for rule in known)
    name = block.text("id")
    if name in names:
        raise block.wrong("id", ("-",))
    goes_with = block.text("with", "")
    if goes_with and goes_with not in names:
        raise block.wrong("with", names)
    own = not goes_with
    years, days = block.whole("years", -1), block.whole("days", -1)
    if (own and (years > 0) == (days >= 0)) or (not own and (years, days) != (-1, -1)):
        raise block.wrong("years", ("years", "days"))
    found = Keeping(
        id=name,
        what=Bilingual.take(block, "what"),
        after=Bilingual.take(block, "after") if own else None,
        stays=Bilingual.take(block, "stays"),
        years=max(years, 0),
        days=max(days, 0),
        goes_with=goes_with,
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found
