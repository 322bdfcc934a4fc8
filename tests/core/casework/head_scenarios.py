"""Reads ``tests/scenarios/heads/*.yaml``: facts by their short names, and what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sinetra.core.casework.deciding import Deciding, GovernmentFacts
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term, head_kind
from sinetra.core.casework.interests import Declared, MatterFacts, PairFacts, Tie, Toward
from sinetra.core.casework.stand_in import Level
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode

FILE = Path(__file__).parents[2] / "scenarios" / "heads" / "who_is_ppk.yaml"
MATTER = "matter"


class Scenarios:
    """``register`` by short name; ``rows`` as written."""

    def __init__(self, path: Path = FILE) -> None:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.rows: list[dict[str, Any]] = data["scenarios"]
        known = data["register"]
        self.terms = {name: _term(*row) for name, row in known["terms"].items()}
        self.leaves = {name: _leave(*row) for name, row in known["leaves"].items()}
        self.pairs = {name: _pair(name, *row) for name, row in known["pairs"].items()}
        self.declared = {name: _declared(*row) for name, row in known["declared"].items()}

    def government(self, names: list[str], level: str = "city") -> GovernmentFacts:
        office = OfficeFacts(terms=_of(self.terms, names), leaves=_of(self.leaves, names))
        return GovernmentFacts(office=office, level=Level(level), declared=_of(self.declared, names))

    def matter(self, row: dict[str, Any]) -> MatterFacts:
        """A row with ``reported`` is about a matter; else only the election counts."""
        reported = tuple(row.get("reported", ()))
        key = MATTER if "reported" in row else ""
        return MatterFacts(key=key, day=row["day"], pairs=_of(self.pairs, row["facts"]), reported=reported)

    def unknown_names(self, row: dict[str, Any]) -> set[str]:
        known = {*self.terms, *self.leaves, *self.pairs, *self.declared}
        return {*row["facts"], *row.get("above", ())} - known


def _of(known: dict[str, Any], names: list[str]) -> tuple[Any, ...]:
    return tuple(known[name] for name in names if name in known)


def _term(role: str, kind: str, holder: str, first: date, last: date | None = None, reason: str = "") -> Term:
    return Term(
        role=HeldRoleName(role),
        kind=HeldKind(kind),
        holder=holder,
        title=f"{kind} {role}",
        from_on=first,
        until_on=last,
        source="SK (contoh)",
        confidence=Confidence.VERIFIED,
        reason=reason,
    )


def _leave(holder: str, first: date, last: date, given_by: str | None = None) -> Leave:
    return Leave(
        holder=holder,
        from_on=first,
        until_on=last,
        source="Izin (contoh)",
        confidence=Confidence.VERIFIED,
        given_by=BodyCode(given_by) if given_by else None,
    )


def _pair(key: str, names: list[str], runs_from: date, withdrawn_on: date | None = None) -> PairFacts:
    return PairFacts(
        key=key, label=" – ".join(names), names=tuple(names), runs_from=runs_from, withdrawn_on=withdrawn_on
    )


def _declared(holder: str, tie: str, toward: str, first: date, last: date | None = None) -> tuple[str, Declared]:
    return holder, Declared(
        tie=Tie(tie),
        toward=Toward.MATTER if toward == MATTER else Toward.PAIR,
        key=toward,
        from_on=first,
        until_on=last,
        by_office=True,
        source="pernyataan instansi (contoh)",
        confidence=Confidence.UNCHECKED,
    )


def seen(row: dict[str, Any], government: GovernmentFacts, found: Deciding) -> dict[str, Any]:
    """The answer in the words of a scenario; what is empty is left out."""
    told = found.appointing
    kind = head_kind(government.office, told.day)
    answer: dict[str, Any] = {
        "who": told.holder.holder if told.holder else None,
        "kind": kind.value if kind else None,
        "sure": told.certainty.value,
        "steps": [step.ground.id for step in told.steps],
        "readings": [[one.holder.holder if one.holder else None, one.said.ground.id] for one in told.readings],
        "limits": [step.ground.id for step in told.limits],
        "pyb": told.delegate.holder if told.delegate else None,
        "ties": {name: [tie.tie.value for tie in ties] for name, ties in found.interests},
        "proposed": found.proposal.body.value if found.proposal and found.proposal.body else None,
        "skipped": [body.value for body in found.proposal.skipped] if found.proposal else [],
        "assessed": found.assessed,
        "unsure": found.unsure,
    }
    always = {"who", "kind", "sure", "steps"}
    return {key: value for key, value in answer.items() if key in always or value}


def everything_said(found: Deciding) -> Iterator[Any]:
    """Each ground that the answer rests on."""
    told = found.appointing
    for step in (*told.steps, *told.limits, *told.delegation, *(reading.said for reading in told.readings)):
        yield step.ground
    if (proposal := found.proposal) is not None:
        yield from (proposal.otherwise, proposal.supervisor, proposal.barred)
        if proposal.ground is not None:
            yield proposal.ground
