"""One norm in full for machines: every version, exception, citation, sanction and body with its days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sinetra.core.law.changes import closed_by, opened_by
from sinetra.core.law.checks import displaced, displacers
from sinetra.core.law.decision import route_json
from sinetra.core.law.model import Citation, Condition, Dispute, Exemption, Norm, Period, Sanction
from sinetra.core.law.rulebook import Rulebook


def norm_json(book: Rulebook, norm: Norm) -> dict[str, object]:
    """The shape of ``GET /api/v1/law/norms/{id}``. Days are those of the act; of a body, those of handling."""
    return {
        "id": norm.id,
        "kind": norm.kind.value,
        "track": norm.track.value,
        "title": norm.title.to_json(),
        "confidence": norm.confidence.value,
        "note": None if norm.note is None else norm.note.to_json(),
        "versions": [
            {
                **_days(version.period),
                "opened_by": opened_by(version),
                "closed_by": closed_by(norm, version, book.instruments),
                "conditions": _conditions(version.when),
                "exceptions": [_exemption(item) for item in version.unless],
            }
            for version in norm.versions
        ],
        "citations": _citations(norm.citations),
        "sanctions": [_sanction(item) for item in norm.sanctions],
        "bodies": [{**_days(item.period), **route_json(item)} for item in norm.routes],
        "deadlines": {kind: list(names) for kind, names in norm.clocks.items()},
        "displaces": sorted(other.id for other in displaced(norm, book.norms)),
        "displaced_by": sorted(displacers(norm, book.norms)),
        "conflicts": [_dispute(item) for item in book.disputes if item.concerns(norm)],
    }


def _days(period: Period) -> dict[str, str | None]:
    return {
        "from": None if period.start is None else period.start.isoformat(),
        "to": None if period.end is None else period.end.isoformat(),
    }


def _conditions(items: Iterable[Condition]) -> dict[str, list[str]]:
    return {item.field: sorted(item.values) for item in items}


def _citations(items: Sequence[Citation]) -> list[dict[str, object]]:
    return [
        {
            "instrument": item.instrument,
            "article": item.article,
            "confidence": item.confidence.value,
            "statuses": sorted(item.statuses),
            **_days(item.period),
        }
        for item in items
    ]


def _exemption(item: Exemption) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title.to_json(),
        **_days(item.period),
        "conditions": _conditions(item.when),
        "citations": _citations(item.citations),
        "exceptions": [_exemption(inner) for inner in item.unless],
    }


def _sanction(item: Sanction) -> dict[str, object]:
    return {
        "class": item.sanction_class.value,
        "options": [option.to_json() for option in item.options],
        "statuses": sorted(item.statuses),
        "prison_months": None if item.prison_months is None else list(item.prison_months),
        "fine_idr": None if item.fine_idr is None else list(item.fine_idr),
        "note": None if item.note is None else item.note.to_json(),
    }


def _dispute(item: Dispute) -> dict[str, object]:
    return {
        "id": item.id,
        "topic": item.topic.to_json(),
        "confidence": item.confidence.value,
        "readings": [{"text": reading.text.to_json(), "source": reading.source} for reading in item.readings],
    }
