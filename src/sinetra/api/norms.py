"""A norm of the rulebook as JSON, in the words of contract 2."""

from __future__ import annotations

from datetime import date
from typing import Any

from sinetra.core.law import NormOnDay, Rulebook
from sinetra.core.law.instruments import InstrumentStatus
from sinetra.core.law.model import Exemption


def norm_json(book: Rulebook, found: NormOnDay, on: date) -> dict[str, Any]:
    norm, version = found.norm, found.version
    return {
        "id": norm.id,
        "kind": norm.kind,
        "track": norm.track,
        "title": {"id": norm.title.id, "en": norm.title.en},
        "confidence": norm.confidence,
        "from": version.period.start,
        "to": version.period.end,
        "norms": [
            {
                "instrument": cited.instrument,
                "article": cited.article,
                "confidence": cited.confidence,
                "in_force": book.instruments[cited.instrument].status_on(on) is InstrumentStatus.IN_FORCE,
            }
            for cited in norm.citations
            if cited.period.holds(on)
        ],
        "conditions": [condition.text for condition in version.when],
        "exceptions": [_exception(item) for item in version.unless],
        "sanctions": [
            {
                "class": sanction.sanction_class,
                "options": [{"id": option.id, "en": option.en} for option in sanction.options],
                "statuses": sorted(sanction.statuses),
                "prison_months": sanction.prison_months,
                "fine_idr": sanction.fine_idr,
            }
            for sanction in norm.sanctions
        ],
        "body": next(
            (
                {"receives": route.receives, "forwards_to": route.forwards_to, "decides": route.decides}
                for route in norm.routes
                if route.period.holds(on)
            ),
            None,
        ),
        "displaces": list(norm.displaces),
    }


def _exception(item: Exemption) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": {"id": item.title.id, "en": item.title.en},
        "conditions": [condition.text for condition in item.when],
        "exceptions": [_exception(inner) for inner in item.unless],
    }
