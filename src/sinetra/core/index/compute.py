"""The index of every unit of a list, with its zone, its interval and its drivers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Unit
from sinetra.core.index.result import Result


def compute(units: Sequence[Unit], configuration: Configuration, *, day: date, seed: int, draws: int = 2000) -> Result:
    """Errors: ``BadInput`` names the unit and the field: repeated code, unknown indicator, too few staff."""
    raise NotImplementedError
