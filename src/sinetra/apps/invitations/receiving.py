"""A package of a consult, checked: who signed it, to whom it goes, and that each field is well formed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from sinetra.apps.invitations.intake import told_of
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.told import Advice, Told
from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.core.packages import CONSULTING, Package

MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """``row``: what it opened or answered. ``repeated``: it had come before; nothing was written."""

    package: Package
    row: Consultation
    repeated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a consultation package says."""

    told: Told
    asked_on: date
    days: int
    due_on: date
    work_week: int
    zone: str


def is_consult(raw: bytes) -> bool:
    """Whether this document says to be about a consult; whether it is true, ``receive`` finds out."""
    try:
        return json.loads(raw)["kind"] in CONSULTING
    except (KeyError, TypeError, ValueError, RecursionError):
        return False


def asked_in(content: Mapping[str, Any]) -> Asked:
    """Errors: ``VerificationFailed`` with code ``package_content`` naming the field."""
    told = told_of(content.get("told"))
    if told is None:
        wrong("told")
    days = content.get("days")
    if type(days) is not int or not 1 <= days <= MOST_DAYS:
        wrong("days")
    week, zone = content.get("work_week"), content.get("zone")
    if type(week) is not int or week not in (5, 6):
        wrong("work_week")
    if not isinstance(zone, str) or not _is_zone(zone):
        wrong("zone")
    return Asked(
        told=told,
        asked_on=day_in(content, "asked_on"),
        days=days,
        due_on=day_in(content, "due_on"),
        work_week=week,
        zone=zone,
    )


def _is_zone(name: str) -> bool:
    """Empty is that of the region. A name that is none is a KeyError, one that is a path a ValueError or OSError."""
    try:
        return not name or bool(ZoneInfo(name).key)
    except (KeyError, ValueError, OSError):
        return False


def advice_in(content: Mapping[str, Any]) -> Advice:
    """Norms may be of a newer catalogue than that here, so they are kept as they came. Errors: as ``asked_in``."""
    try:
        advice = Advice.of(content["advice"])
    except (AttributeError, KeyError, TypeError, ValueError):
        wrong("advice")
    texts = (advice.text, advice.letter, *advice.norms)
    if not all(isinstance(text, str) for text in texts) or len(advice.text) > 20_000 or len(advice.norms) > 50:
        wrong("advice")
    return advice


def day_in(content: Mapping[str, Any], field: str) -> date:
    try:
        return date.fromisoformat(content[field])
    except (KeyError, TypeError, ValueError):
        wrong(field)


def wrong(field: str) -> NoReturn:
    raise VerificationFailed(
        gettext_noop("Isi paket tidak dapat dipakai pada %(field)s."), code="package_content", field=field
    )
