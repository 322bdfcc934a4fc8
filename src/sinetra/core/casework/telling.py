"""What is said about who is PPK of an office on a day: steps, readings, limits, collected in the order of thought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.casework.grounds import Grounds, Said
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term
from sinetra.core.clock.confidence import Confidence, weakest

_LIMITED = (HeldKind.PLT, HeldKind.PJ, HeldKind.PJS)


class Certainty(StrEnum):
    """``open``: somebody is likely, a document is missing. ``contested``: sources differ. ``unknown``: nobody."""

    SETTLED = "settled"
    OPEN = "open"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read it. ``holder`` None: by this reading nobody in the office."""

    holder: Term | None
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointing:
    """``holder`` None where it is unknown, or where the readings name different people and none goes first.

    ``steps`` in the order in which a person would reason, ``limits`` bind the holder, ``delegate`` is the PyB and
    ``delegation`` what that means: it changes nothing about who is PPK.
    """

    day: date
    certainty: Certainty
    holder: Term | None
    steps: tuple[Said, ...]
    readings: tuple[Reading, ...] = ()
    limits: tuple[Said, ...] = ()
    delegate: Term | None = None
    delegation: tuple[Said, ...] = ()

    @property
    def confidence(self) -> Confidence:
        """As sure as the least sure step."""
        found = [step.confidence for step in self.steps]
        return weakest(*found) if found else Confidence.UNCHECKED


class Telling:
    """Collects what is said for one office and day."""

    def __init__(self, facts: OfficeFacts, day: date, grounds: Grounds) -> None:
        self.facts = facts
        self.day = day
        self.grounds = grounds
        self.steps: list[Said] = []
        self.readings: list[Reading] = []

    def said(self, name: str, about: Term | Leave | None = None, **more: object) -> Said | None:
        ground = self.grounds.on(name, self.day)
        if ground is None:
            return None
        facts: dict[str, object] = dict(more)
        known_from, confidence = "", ground.confidence
        if about is not None:
            facts |= {"holder": about.holder, "first": about.from_on, "last": about.until_on}
            known_from, confidence = about.source, weakest(ground.confidence, about.confidence)
        if isinstance(about, Term):
            facts |= {"title": about.title or about.holder}
        return Said(ground=ground, facts=facts, known_from=known_from, confidence=confidence)

    def tell(self, name: str, about: Term | Leave | None = None, **more: object) -> None:
        if (step := self.said(name, about, **more)) is not None:
            self.steps.append(step)

    def read(self, name: str, holder: Term | None) -> None:
        if (step := self.said(name, holder)) is not None:
            self.readings.append(Reading(holder=holder, said=step))

    def close(self, certainty: Certainty, holder: Term | None) -> Appointing:
        limits = ("acting_limits", "acting_transfers") if holder is not None and holder.kind in _LIMITED else ()
        delegate = next(iter(self.facts.holders(HeldRoleName.AUTHORISED_OFFICIAL, self.day)), None)
        delegation = (self.said("delegated", delegate), self.said("delegation_scope")) if delegate is not None else ()
        return Appointing(
            day=self.day,
            certainty=certainty,
            holder=holder,
            steps=tuple(self.steps),
            readings=tuple(self.readings),
            limits=tuple(step for name in limits if (step := self.said(name)) is not None),
            delegate=delegate,
            delegation=tuple(step for step in delegation if step is not None),
        )
