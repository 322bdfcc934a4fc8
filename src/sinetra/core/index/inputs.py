"""What is known of a region or an office: numbers with their source, final decisions, open matters. Never a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sinetra.core.clock.confidence import Confidence


class Kind(StrEnum):
    REGION = "region"
    OFFICE = "office"


class Severity(StrEnum):
    """Of a decision that is final: how heavy the sanction was. Its weight is in the configuration."""

    ETHICS = "ethics"
    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """``amount`` in the unit of its indicator; ``source``: where it was published, as text or address."""

    amount: float
    source: str
    as_of: date
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A proven matter: the decision is final. Reports and open matters are none, whatever they say."""

    severity: Severity
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """``code`` and ``parent`` as the region list or the office has them; ``staff``: number of ASN.

    ``values`` by indicator id. ``events``: ``None`` when the record of final decisions is not known, empty when it is
    known that there was none. ``coverage``: share of staff that prevention reached, 0 to 1. ``overdue``: matters or
    recommendations past their day. ``None`` is unknown everywhere, never zero.
    """

    code: str
    name: str
    kind: Kind
    parent: str
    staff: int | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    events: tuple[Event, ...] | None = None
    open_cases: int | None = None
    overdue: int | None = None
    coverage: float | None = None
    has_channel: bool | None = None
