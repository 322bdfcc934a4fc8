"""The rules of data requests, read once a process, and the laws that may be their basis."""

from __future__ import annotations

from datetime import date
from functools import cache

from sinetra.apps.base.catalogue import rulebook
from sinetra.catalogue import ROOT
from sinetra.core.disclosure.rules import DataRules, load_data_rules
from sinetra.core.law.instruments import Instrument, InstrumentStatus

# A circular or a press statement gives no power to ask.
_POWERS = ("uu", "pp", "perpres", "perbawaslu", "perbkn", "permendagri", "pkpu")


@cache
def data_rules() -> DataRules:
    """Errors: those of a faulty catalogue, with file and line."""
    return load_data_rules(ROOT)


def laws(day: date) -> tuple[Instrument, ...]:
    """Laws and regulations of the catalogue that hold on ``day``, as far as is known."""
    gone = (InstrumentStatus.REPEALED, InstrumentStatus.NOT_YET_IN_FORCE)
    found = rulebook().instruments.values()
    return tuple(item for item in found if item.kind in _POWERS and item.status_on(day) not in gone)
