"""Why an authority is who it is: dated sentences of the catalogue with source and confidence, filled with facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.citing import cited
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.lines import iso_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """``text`` may hold ``%(name)s``; ``source`` as lawyers print it."""

    id: str
    text: Bilingual
    source: Bilingual
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None

    @classmethod
    def of(cls, block: Block, name: str | None = None) -> Ground:
        found = cls(
            id=name or block.text("id"),
            text=Bilingual.take(block, "text"),
            source=cited(block.text("source")),
            confidence=block.confidence(),
            valid_from=block.optional_day("valid_from"),
            valid_to=block.optional_day("valid_to"),
        )
        block.close()
        return found

    def holds(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A ground with its facts. ``known_from``: where the register has the fact from, empty for pure law."""

    ground: Ground
    facts: Mapping[str, object] = field(default_factory=dict)
    known_from: str = ""
    confidence: Confidence = Confidence.UNCHECKED

    def render(self, language: str = "id", day_text: Callable[[date], str] = iso_text) -> str:
        """The sentence in ``language``, ``id`` or ``en``."""
        text = self.ground.text.en if language == "en" else self.ground.text.id
        return text % {
            name: day_text(value) if isinstance(value, date) else value for name, value in self.facts.items()
        }


class Grounds:
    """By id and day; a ground without a version for the day does not speak."""

    def __init__(self, grounds: Iterable[Ground]) -> None:
        self._by_id: dict[str, tuple[Ground, ...]] = {}
        for ground in grounds:
            self._by_id[ground.id] = (*self._by_id.get(ground.id, ()), ground)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._by_id)

    def on(self, name: str, day: date) -> Ground | None:
        """Errors: ``KeyError`` for an id that the catalogue does not have."""
        return next((ground for ground in self._by_id[name] if ground.holds(day)), None)
