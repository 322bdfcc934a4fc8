"""What may go into the index, refused with the unit and the field when it may not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.configuration import Configuration, Origin
from sinetra.core.index.inputs import Unit
from sinetra.core.index.levels import has_history

_TWICE = gettext_noop("%(field)s: kode %(value)s tertulis dua kali")
_SMALL = gettext_noop(
    "%(field)s: %(value)s ASN; unit dengan kurang dari %(least)s ASN tidak dinilai, tampilkan di dalam kecamatannya"
)
_UNKNOWN = gettext_noop("%(field)s: indikator tidak dikenal; yang diterima: %(accepted)s")
_DERIVED = gettext_noop("%(field)s: indikator ini dihitung dari isian lain (%(accepted)s)")
_RANGE = gettext_noop("%(field)s: %(value)s di luar yang diterima: %(accepted)s")
_LATER = gettext_noop("%(field)s: %(value)s sesudah tanggal batas data %(day)s")
_VILLAGE = gettext_noop("%(field)s: riwayat tidak dipakai untuk kelurahan dan desa, karena menunjuk orang")

_FROM = {
    Origin.HISTORY: ("events", "staff"),
    Origin.PREVENTION_GAP: ("coverage",),
    Origin.LATE_SHARE: ("overdue", "open_cases"),
    Origin.NO_CHANNEL: ("has_channel",),
}


def check(units: Sequence[Unit], configuration: Configuration, day: date) -> None:
    """Errors: ``BadInput`` at ``units[CODE].field``."""
    seen: set[str] = set()
    for unit in units:
        if unit.code in seen:
            raise BadInput(_TWICE, field="units", value=unit.code)
        seen.add(unit.code)
        _check_unit(unit, configuration, day)


def _check_unit(unit: Unit, configuration: Configuration, day: date) -> None:
    place = f"units[{unit.code}]"
    least = configuration.limits.staff
    if unit.staff is not None and unit.staff < least:
        raise BadInput(_SMALL, field=f"{place}.staff", value=unit.staff, least=least)
    _check_values(unit, configuration, day, place)
    if unit.events and not has_history(unit):
        raise BadInput(_VILLAGE, field=f"{place}.events")
    for event in unit.events or ():
        if event.on > day:
            raise BadInput(_LATER, field=f"{place}.events", value=event.on.isoformat(), day=day.isoformat())
    for name in ("open_cases", "overdue"):
        count = getattr(unit, name)
        if count is not None and count < 0:
            raise BadInput(_RANGE, field=f"{place}.{name}", value=count, accepted=("0…",))
    if unit.coverage is not None and not 0 <= unit.coverage <= 1:
        raise BadInput(_RANGE, field=f"{place}.coverage", value=unit.coverage, accepted=("0–1",))


def _check_values(unit: Unit, configuration: Configuration, day: date, place: str) -> None:
    known = {indicator.id: indicator for indicator in configuration.indicators}
    given = tuple(name for name, indicator in known.items() if indicator.origin is Origin.VALUE)
    for name, value in unit.values.items():
        field = f"{place}.values.{name}"
        if name not in known:
            raise BadInput(_UNKNOWN, field=field, accepted=given)
        if known[name].origin is not Origin.VALUE:
            raise BadInput(_DERIVED, field=field, accepted=_FROM[known[name].origin])
        if not math.isfinite(value.amount):
            raise BadInput(_RANGE, field=field, value=value.amount, accepted=("-1e300…1e300",))
        if value.as_of > day:
            raise BadInput(_LATER, field=field, value=value.as_of.isoformat(), day=day.isoformat())
