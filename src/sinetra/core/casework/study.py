"""What the law engine finds for a matter: for each person reported and each act the norms, to be decided on.

Nobody is named here: people are counted from 0 on. Who share all facts share their findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Cited, Decision, Finding
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.model import Dispute, Norm
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Status, Track


class Ruling(StrEnum):
    """What the author of a study says of a finding. Values are stored: rename nothing."""

    ACCEPTED = "accepted"
    OVERRULED = "overruled"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFacts:
    """``people``: the facts of each person, ``acts``: those of each act by its code, named as in ``sinetra decide``
    without their group. What is missing is unknown.
    """

    act_date: date | None
    known_date: date | None
    filed_on: date | None
    election: str
    region: str
    people: tuple[Mapping[str, Any], ...]
    acts: Mapping[str, Mapping[str, Any]]

    def of(self, person: Mapping[str, Any], act: str) -> dict[str, Any]:
        """The shape of ``sinetra decide``."""
        return {
            "act_date": _day(self.act_date),
            "known_date": _day(self.known_date),
            "filed_on": _day(self.filed_on),
            "election": self.election or None,
            "region": self.region or None,
            "subject": dict(person),
            "act": {"code": act, **self.acts[act]},
        }

    def to_json(self) -> dict[str, Any]:
        days = {name: _day(getattr(self, name)) for name in ("act_date", "known_date", "filed_on")}
        acts = {act: dict(told) for act, told in self.acts.items()}
        told = {"people": [dict(person) for person in self.people], "acts": acts}
        return days | {"election": self.election, "region": self.region} | told


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyFinding:
    """One norm for one act of ``people``. ``key`` is the same as long as the engine says the same of it.

    ``contested``: what sources differ on about this norm.
    """

    key: str
    people: tuple[int, ...]
    act: str
    norm: Norm
    verdict: Status
    election: str | None
    citations: tuple[Cited, ...]
    contested: tuple[Dispute, ...]

    @property
    def opens(self) -> Track | None:
        """The track on which the matter goes on when this is accepted; None for what is not met or is allowed."""
        is_ban = self.norm.kind is NormKind.PROHIBITION
        return self.norm.track if is_ban and self.verdict is Status.MET else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """``questions``: for each person, and for each act, the facts that the engine still asks for, the most telling
    first, as ``subject.x`` and ``act.x``."""

    findings: tuple[StudyFinding, ...]
    of_people: tuple[tuple[str, ...], ...]
    of_acts: Mapping[str, tuple[str, ...]]


def examine(book: Rulebook, facts: MatterFacts) -> Examined:
    """Errors: ``BadInput`` naming the fact that is none, the election or the region that is not known."""
    findings: list[StudyFinding] = []
    of_people: list[dict[str, None]] = [{} for _ in facts.people]
    of_acts: dict[str, dict[str, None]] = {act: {} for act in facts.acts}
    for people in _alike(facts.people):
        for act in facts.acts:
            decision = decide(book, parse_facts(facts.of(facts.people[people[0]], act)))
            findings += _findings(decision, people, act)
            for name in decision.next_questions:
                if name.startswith("act."):
                    of_acts[act][name] = None
                for person in people if name.startswith("subject.") else ():
                    of_people[person][name] = None
    return Examined(
        findings=tuple(findings),
        of_people=tuple(tuple(names) for names in of_people),
        of_acts={act: tuple(names) for act, names in of_acts.items()},
    )


def tracks(found: Iterable[Track | None]) -> tuple[Track, ...]:
    """Each once, in the order of the vocabulary."""
    named = set(found)
    return tuple(track for track in Track if track in named)


def _alike(people: tuple[Mapping[str, Any], ...]) -> Iterator[tuple[int, ...]]:
    left = list(range(len(people)))
    while left:
        group = tuple(place for place in left if people[place] == people[left[0]])
        yield group
        left = [place for place in left if place not in group]


def _findings(decision: Decision, people: tuple[int, ...], act: str) -> Iterator[StudyFinding]:
    for item in decision.findings:
        yield StudyFinding(
            key=_key(item, people[0], act),
            people=people,
            act=act,
            norm=item.norm,
            verdict=item.status,
            election=item.election,
            citations=item.norms,
            contested=tuple(one for one in decision.disputes if item.norm.id in (*one.rules, *one.contested)),
        )


def _key(item: Finding, person: int, act: str) -> str:
    return "-".join((str(person), act, item.norm.id, item.election or "", item.status.value))


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
