"""A replacement of an official asked of the law engine: facts in, the answer as JSON out; and which law it was."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sinetra.apps.base.catalogue import rulebook_digest, transfer_rules
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Reason, StepKind
from sinetra.apps.registry.appointing import head_kind_on
from sinetra.catalogue import ROOT
from sinetra.core.transfers import Ground, OfficialKind, Transfer, TransferResult, check_transfer, parse_transfer

#: The reason of a step as the ground of an exception; any other is an ordinary transfer. Who retires is dismissed;
#: whoever is moved because somebody retired fills a vacancy.
GROUNDS: Mapping[str, Ground] = {
    Reason.VACANCY: Ground.VACANCY,
    Reason.RETIREMENT: Ground.VACANCY,
    Reason.FINAL_PENALTY: Ground.DISCIPLINE,
}


def asked(facts: Mapping[str, Any]) -> Transfer:
    """Errors: ``BadInput`` naming the field."""
    return parse_transfer(facts)


def answered(transfer: Transfer) -> TransferResult:
    """Errors: ``BadInput`` for an election that is unknown or not held there."""
    return check_transfer(transfer_rules(), transfer)


def law_digest() -> str:
    """The same digest, the same answers."""
    return _digest(rulebook_digest())


@lru_cache(maxsize=2)
def _digest(rules: str) -> str:
    return hashlib.sha256(rules.encode() + (ROOT / "transfers.yaml").read_bytes()).hexdigest()


def facts_of(step: CareerStep) -> dict[str, Any]:
    """What the step and the register say already; the letters are asked for. No name is among it."""
    day = step.effective_on
    kind = head_kind(step, day) if day is not None else None
    known = {
        "effective_on": day.isoformat() if day else None,
        "region": step.organisation.region_id,
        "position": step.position or None,
        "official_kind": kind.value if kind else None,
        "action": step.kind if step.kind in REPLACEMENTS else None,
        "ground": _ground(step).value,
    }
    return {name: value for name, value in known.items() if value is not None}


def _ground(step: CareerStep) -> Ground:
    if step.kind == StepKind.DISMISSAL and step.reason == Reason.RETIREMENT:
        return Ground.RETIREMENT
    return GROUNDS.get(step.reason, Ground.ORDINARY)


def head_kind(step: CareerStep, day: date) -> OfficialKind | None:
    """How the office of head of region is held on the day; None where the register does not say (the head on leave
    and nobody acts, or several do), and for a Plh."""
    kind = head_kind_on(step.organisation_id, day)
    return OfficialKind(kind.value) if kind is not None and kind.value in set(OfficialKind) else None
