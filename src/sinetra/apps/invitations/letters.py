"""The letter of Bawaslu that stood at the decision, beside the signed word that came after it."""

from __future__ import annotations

from copy import copy
from datetime import date, datetime
from typing import Any

from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.told import Advice
from sinetra.apps.invitations.vocabulary import Source
from sinetra.apps.reports.sealing import open_value


def kept_letter(row: Consultation) -> dict[str, Any]:
    """What is sealed as ``letter``: its advice, and when it was recorded."""
    assert row.advice_sealed and row.arrived_on and row.arrived_at  # noqa: S101 - a letter was recorded
    advice = open_value(row.advice_sealed, row.pk, "advice")
    return {"advice": advice, "on": row.arrived_on.isoformat(), "at": row.arrived_at.isoformat()}


def as_it_stood(row: Consultation) -> tuple[Consultation, Advice] | None:
    """The row as it was with the letter, never to be stored, and its advice; None when no letter was kept."""
    if not row.letter_sealed:
        return None
    kept = open_value(row.letter_sealed, row.pk, "letter")
    found = copy(row)
    found.source = Source.LETTER
    found.advised_on = found.arrived_on = date.fromisoformat(kept["on"])
    found.advised_at = found.arrived_at = datetime.fromisoformat(kept["at"])
    return found, Advice.of(kept["advice"])
