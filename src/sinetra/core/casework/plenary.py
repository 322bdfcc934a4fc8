"""The plenary as a rule: how many must take part, and when their votes are a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


class Decision(StrEnum):
    """What a plenary decides about a matter. Values are stored: rename nothing."""

    PROVEN = "proven"
    NOT_PROVEN = "not_proven"
    MORE_STATEMENTS = "more_statements"
    OTHER_LAW = "other_law"


class Vote(StrEnum):
    """For or against what is put to the vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class OfficeLevel(StrEnum):
    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class Counted(StrEnum):
    """Of which votes more than half must be for it: those for and against, or those of all who take part."""

    CAST = "cast"
    PRESENT = "present"


class Failing(StrEnum):
    """Why there is no decision."""

    NO_QUORUM = "no_quorum"
    TIE = "tie"
    NO_MAJORITY = "no_majority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A rule in words, on what authority, and how far that was read."""

    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """``least`` None: more than half of the members of the office."""

    levels: tuple[OfficeLevel, ...]
    least: int | None
    ground: Ground

    def needed(self, members: int) -> int:
        return members // 2 + 1 if self.least is None else self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenaryRules:
    quorums: tuple[Quorum, ...]
    counted: Counted
    majority: Ground
    tie: Ground

    def quorum(self, level: OfficeLevel) -> Quorum:
        return next(item for item in self.quorums if level in item.levels)

    def failing(self, level: OfficeLevel, members: int, votes: Iterable[Vote]) -> Failing | None:
        """None: what was put to the vote is decided. ``members``: of the office, also those who stepped aside."""
        counted = Counter(votes)
        if counted.total() < self.quorum(level).needed(members):
            return Failing.NO_QUORUM
        if counted[Vote.FOR] == counted[Vote.AGAINST]:
            return Failing.TIE
        voices = counted.total() if self.counted is Counted.PRESENT else counted.total() - counted[Vote.ABSTAIN]
        return None if counted[Vote.FOR] * 2 > voices else Failing.NO_MAJORITY


def read_plenary(block: Block) -> PlenaryRules:
    """Errors: BadInput naming file, line and field, also when a level has no quorum or two."""
    quorums = tuple(_quorum(inner) for inner in block.blocks("quorum"))
    named = [level for item in quorums for level in item.levels]
    if sorted(named) != sorted(OfficeLevel):
        raise block.wrong("quorum.levels", tuple(OfficeLevel))
    majority, tie = block.block("majority"), block.block("tie")
    counted = Counted(majority.one_of("of", tuple(Counted)))
    found = PlenaryRules(quorums=quorums, counted=counted, majority=_ground(majority), tie=_ground(tie))
    block.close()
    return found


def _quorum(block: Block) -> Quorum:
    levels = block.texts("levels")
    if not set(levels) <= set(OfficeLevel):
        raise block.wrong("levels", tuple(OfficeLevel))
    least = block.whole("least", 0) or None
    return Quorum(levels=tuple(OfficeLevel(level) for level in levels), least=least, ground=_ground(block))


def _ground(block: Block) -> Ground:
    found = Ground(text=Bilingual.take(block, "text"), source=block.text("source"), confidence=block.confidence())
    block.close()
    return found
