"""Units as JSON, for digests and for what is stored of a run; :mod:`sinetra.core.index.unit_file` reads them back."""

from __future__ import annotations

from typing import Any

from sinetra.core.index.inputs import Unit


def unit_json(unit: Unit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind.value,
        "parent": unit.parent,
        "staff": unit.staff,
        "values": {
            name: {
                "amount": value.amount,
                "source": value.source,
                "as_of": value.as_of.isoformat(),
                "confidence": value.confidence.value,
            }
            for name, value in sorted(unit.values.items())
        },
        "events": None
        if unit.events is None
        else [{"severity": event.severity.value, "on": event.on.isoformat()} for event in unit.events],
        "open_cases": unit.open_cases,
        "overdue": unit.overdue,
        "coverage": unit.coverage,
        "has_channel": unit.has_channel,
    }
