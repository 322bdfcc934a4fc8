"""What came in a package, and what a forwarded one tells, checked: a true signature makes no field well formed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sinetra.apps.base.catalogue import clock
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.moves import casework
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.intake import ACTS
from sinetra.apps.reports.law_clock import Regime
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.states import Product
from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.core.law.words import Track
from sinetra.core.packages import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """``hand_over`` is the row that it opened or answered. ``repeated``: it had come before; nothing was written."""

    package: Package
    hand_over: HandOver
    repeated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """``number`` is the sender's. ``election`` empty when the sender's timetable is not known here. ``checklist``:
    what the office of origin had found, in a transfer; requirements that are not known here are left out. ``track``
    and ``product``: on which track it came and as what; empty when the sender did not say, or in words unknown here.
    """

    number: str
    region: str
    election: str
    regime: Regime
    acts: tuple[str, ...]
    happened_on: date | None
    reported: tuple[Mapping[str, Any], ...]
    summary: str
    checklist: Mapping[str, Answer]
    track: str
    product: str

    def kept(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "number": self.number,
            "reported": [dict(person) for person in self.reported],
            "summary": self.summary,
        }
        told |= {name: said for name, said in (("track", self.track), ("product", self.product)) if said}
        if self.checklist:
            told["checklist"] = {name: answer.value for name, answer in self.checklist.items()}
        return told


def facts_of(package: Package) -> Facts:
    """Errors: ``VerificationFailed`` with code ``package_content`` naming the field."""
    content = package.content
    region = _text(content, "region", 13)
    if not Region.objects.filter(pk=region).exists():
        raise _wrong("region")
    election = _text(content, "election", 60)
    regime = content.get("regime", "")
    if regime not in tuple(Regime):
        raise _wrong("regime")
    acts = content.get("acts")
    if not isinstance(acts, list) or any(act not in ACTS for act in acts):
        raise _wrong("acts")
    return Facts(
        number=_text(content, "number", 60),
        region=region,
        election=election if election in clock().timetables.ids else "",
        regime=Regime(regime),
        acts=tuple(acts),
        happened_on=_day(content.get("happened_on")),
        reported=_reported(content.get("reported")),
        summary=_text(content, "summary", 20_000),
        checklist=_checklist(content.get("checklist", {})),
        track=_known(content.get("track"), Track),
        product=_known(content.get("product"), Product),
    )


def _checklist(given: Any) -> Mapping[str, Answer]:
    if not isinstance(given, dict) or any(value not in tuple(Answer) for value in given.values()):
        raise _wrong("checklist")
    known = {item.id for item in casework().requirements}
    return {name: Answer(value) for name, value in given.items() if name in known}


def _known(given: Any, words: type[StrEnum]) -> str:
    return given if isinstance(given, str) and given in tuple(words) else ""


def _reported(given: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(given, list) or len(given) > 200:
        raise _wrong("reported")
    for person in given:
        if not isinstance(person, dict) or set(person) != {"role", "name", "unit"}:
            raise _wrong("reported")
        if any(value is not None and not isinstance(value, str) for value in person.values()):
            raise _wrong("reported")
    return tuple(given)


def _text(content: Mapping[str, Any], field: str, longest: int) -> str:
    value = content.get(field)
    if not isinstance(value, str) or len(value) > longest:
        raise _wrong(field)
    return value


def _day(given: Any) -> date | None:
    try:
        return None if given is None else date.fromisoformat(given)
    except (TypeError, ValueError):
        raise _wrong("happened_on") from None


def _wrong(field: str) -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Isi paket tidak dapat dipakai pada %(field)s."), code="package_content", field=field
    )
