"""What a person types of a fact → the fact in the shape of contract 4. Every refusal names what is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sinetra.apps.monitoring.event_words import EVENT_TYPES
from sinetra.apps.registry.models import Region
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import ActCode
from sinetra.core.prevention.told import QUOTABLE_NUMBERS, QUOTABLE_TEXTS

ACT_CODES = tuple(code.value for code in ActCode)
YES_NO = ("ya", "tidak")
_YES_NO = ("covers_non_asn", "non_asn_sanctionable", "incumbent_running", "elsewhere_indications")
_OWN = ("event_date", "place", "event_type", "persons", "legal", "prohibited_acts", "permitted_acts", "sanctions")
# Fields whose single facts a person may replace; the others can be accepted or rejected.
CORRECTABLE = tuple(dict.fromkeys((*_OWN, *QUOTABLE_TEXTS, *QUOTABLE_NUMBERS, *_YES_NO, "zone_mentioned")))
# A law is recognised, never typed: a number without a law would be taken for a circular.
ADDABLE = tuple(name for name in CORRECTABLE if name not in {"legal", "sanctions"})


def understood(field: str, value: str, printed: str, reader: Mapping[str, Any] | None) -> dict[str, Any]:
    """Without place and words; ``printed`` stands for an empty ``value``. Errors: ``BadInput`` on ``value``."""
    said = " ".join((value.strip() or printed).split())
    match field:
        case "event_date":
            day = _day(said)
            return {"value": day, "precision": "day", "weekday_agrees": None, "inherited": False}
        case "place":
            return _place(said)
        case "event_type":
            return {"value": _one_of(said, tuple(EVENT_TYPES))}
        case "persons":
            name, _comma, position = said.partition(",")
            acting = (reader or {}).get("acting_kind")
            return {"name": name, "position": position.strip() or None, "acting_kind": acting, "position_span": None}
        case "legal":
            return {**(reader or {}), "number": said}
        case "prohibited_acts" | "permitted_acts":
            return {"code": _one_of(said, ACT_CODES), "mentions": (reader or {}).get("mentions", 1)}
        case "sanctions":
            return {**(reader or {}), "code": said}
    if field in QUOTABLE_NUMBERS:
        return {"value": _number(value)}
    if field in _YES_NO:
        return {"value": _one_of(value.strip().lower(), YES_NO) == "ya"}
    return {"value": said}


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        message = gettext_noop("Tulis tanggalnya seperti %(accepted)s.")
        raise BadInput(message, field="value", accepted=("2024-11-20",)) from None


def region_named(said: str, *, field: str = "value") -> Region:
    """A regency or city by its code, or by its name as the list of regions has it. Errors: ``BadInput``."""
    rows = Region.objects.select_related("parent")
    row = rows.filter(pk=said.strip()).first() or rows.filter(name__iexact=said.strip()).order_by("pk").first()
    if row is None or "." not in row.pk:
        message = gettext_noop("Tulis kode atau nama kabupaten atau kotanya, misalnya %(accepted)s.")
        raise BadInput(message, field=field, accepted=("63.72", "Kota Banjarbaru"))
    return row


def _place(said: str) -> dict[str, Any]:
    row = region_named(said)
    return {
        "kab_kota": row.name,
        "kode": row.pk,
        "provinsi": row.parent.name if row.parent else None,
        "derived": [],
        "candidates": [],
    }


def _number(value: str) -> int:
    wanted = value.strip()
    if not wanted.isascii() or not wanted.isdigit() or len(wanted) > 7 or int(wanted) > 1_000_000:
        raise BadInput(gettext_noop("Tulis angkanya, misalnya 3."), field="value")
    return int(wanted)


def _one_of(said: str, accepted: tuple[str, ...]) -> str:
    if said not in accepted:
        raise BadInput(gettext_noop("Pilih salah satu: %(accepted)s"), field="value", accepted=accepted)
    return said
