"""Who decides what a matter ends in: the PPK of the day, whether they step aside, and who is proposed then.

Pure: the register's facts in, an explanation out. Unknown is not "none", and the machine only proposes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sinetra.core.casework.appointing import appointing_authority
from sinetra.core.casework.authority import Authority
from sinetra.core.casework.heads import OfficeFacts, same_name
from sinetra.core.casework.interests import Decider, Declared, Interest, MatterFacts, interests, names_missing
from sinetra.core.casework.stand_in import Level, Proposal
from sinetra.core.casework.telling import Appointing
from sinetra.core.law.words import BodyCode


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentFacts:
    """One regional government. ``declared``: of whom, by the name as written, and what; ``level`` None: neither a
    city, a regency nor a province."""

    office: OfficeFacts
    level: Level | None
    declared: tuple[tuple[str, Declared], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """``interests`` by the name of who may be the PPK (of each reading); ``proposal`` only where there is one.

    ``unsure``: somebody is reported without a name, so an equal name would not be seen. ``assessed``: False where
    nobody is known as PPK, or nothing says toward whom an interest could be.
    """

    appointing: Appointing
    interests: tuple[tuple[str, tuple[Interest, ...]], ...]
    proposal: Proposal | None
    unsure: bool
    assessed: bool


def deciding(
    government: GovernmentFacts,
    matter: MatterFacts,
    authority: Authority,
    *,
    above: Callable[[], GovernmentFacts | None] = lambda: None,
) -> Deciding:
    """``above``: the province of a city, asked for only when somebody has to step aside."""
    appointing = appointing_authority(government.office, matter.day, authority.grounds)
    names = _likely(appointing)
    found = _ties(government, names, matter)
    proposal = None
    if found:
        skipped = {BodyCode.GOVERNOR} if government.level is Level.CITY and _tied(above(), matter, authority) else set()
        proposal = authority.stand_ins.propose(government.level, skipped)
    return Deciding(
        appointing=appointing,
        interests=found,
        proposal=proposal,
        unsure=names_missing(matter),
        assessed=bool(names) and bool(matter.key or matter.pairs),
    )


def _likely(appointing: Appointing) -> tuple[str, ...]:
    terms = [appointing.holder, *(reading.holder for reading in appointing.readings)]
    return tuple(dict.fromkeys(term.holder for term in terms if term is not None))


def _ties(
    government: GovernmentFacts, names: tuple[str, ...], matter: MatterFacts
) -> tuple[tuple[str, tuple[Interest, ...]], ...]:
    found = []
    for name in names:
        declared = tuple(said for holder, said in government.declared if same_name(holder, name))
        if ties := interests(Decider(names=(name,), declared=declared), matter):
            found.append((name, ties))
    return tuple(found)


def _tied(province: GovernmentFacts | None, matter: MatterFacts, authority: Authority) -> bool:
    """The governor stands for the province: on the ballot above the city, or declared."""
    if province is None or province.level is not Level.PROVINCE:
        return False
    likely = _likely(appointing_authority(province.office, matter.day, authority.grounds))
    toward_pairs = MatterFacts(key=matter.key, day=matter.day, pairs=matter.pairs)
    return bool(_ties(province, likely, toward_pairs))
