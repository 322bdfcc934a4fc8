"""Days off from a file: a decree that came after the catalogue, or a holiday of a region.

Kept in the data folder as ``calendars/<year>.yaml``, in the form of the catalogue's own and read by the same reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.registry.csv_rows import CsvRow, Problem, open_csv, raise_if
from sinetra.apps.registry.imports.columns import Column, Imported, optional, required
from sinetra.apps.registry.imports.own_file import store_document
from sinetra.core.clock.calendar import DayKind, YearStatus, read_year
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.registry_numbers import check_region_code

COLUMNS = (
    Column(name="day", required=True),
    Column(name="kind", required=True, accepted=tuple(DayKind)),
    Column(name="name_id", required=True),
    Column(name="name_en"),
    Column(name="decree", required=True),
    Column(name="published", required=True),
    Column(name="confidence", required=True, accepted=tuple(Confidence)),
    Column(name="regions"),
    Column(name="withdrawn_by"),
    Column(name="withdrawn_on"),
)
_DAYS = ("day", "published", "withdrawn_on")
_CLOSED: Mapping[str, tuple[str, ...]] = {"kind": tuple(DayKind), "confidence": tuple(Confidence)}


def folder() -> Path:
    return Path(settings.SINETRA_DATA) / "calendars"


def import_calendar(path: Path, *, complete: bool) -> Imported:
    """Each year of the file replaces what was imported for it before. ``complete``: the file holds every day off of
    its years, so that a provisional year counts as decreed.

    A day that the catalogue has already stays as it is there, unless the row takes it back.
    Errors: ``BadRows`` with row, column and accepted values.
    """
    rows = open_csv(path, required(COLUMNS), optional(COLUMNS))
    raise_if(list(_problems(rows)))
    created = changed = 0
    by_year = groupby(sorted(rows, key=lambda row: row.values["day"]), key=lambda row: row.values["day"][:4])
    documents = {year: _document(int(year), list(found), complete=complete) for year, found in by_year}
    for year, document in documents.items():
        place = folder() / f"{year}.yaml"
        before = place.exists()
        stored = store_document(place, document, read_year)
        created += int(stored and not before)
        changed += int(stored and before)
    return Imported(read=len(rows), created=created, changed=changed)


def _problems(rows: Sequence[CsvRow]) -> Iterator[Problem]:
    for row in rows:
        said = row.values
        for column in required(COLUMNS):
            if not said[column]:
                yield Problem(row=row.number, column=column, message=gettext_noop("kosong"), value="''")
        for column, accepted in _CLOSED.items():
            if said[column] and said[column] not in accepted:
                yield _wrong(
                    row, column, gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s"), accepted
                )
        for column in _DAYS:
            if said[column] and not _is_day(said[column]):
                yield _wrong(
                    row, column, gettext_noop("%(value)s bukan tanggal; contoh: %(accepted)s"), ("2026-12-24",)
                )
        if bool(said["withdrawn_by"]) != bool(said["withdrawn_on"]):
            yield _wrong(row, "withdrawn_on", gettext_noop("isi keduanya: withdrawn_by dan withdrawn_on"))
        if (said["kind"] == DayKind.LOCAL) != bool(said["regions"]):
            yield _wrong(row, "regions", gettext_noop("hanya dan harus diisi untuk kind local"))
        for code in _codes(said["regions"]):
            try:
                check_region_code(code)
            except BadInput as error:
                yield Problem.of(row.number, "regions", error)


def _wrong(row: CsvRow, column: str, message: str, accepted: tuple[str, ...] = ()) -> Problem:
    value = repr(row.values[column])
    return Problem(row=row.number, column=column, message=message, value=value, accepted=accepted)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _codes(text: str) -> list[str]:
    return [code for code in text.replace(";", " ").split() if code]


def _document(year: int, rows: Sequence[CsvRow], *, complete: bool) -> dict[str, Any]:
    """The mapping that the catalogue's reader knows. A decree is as sure as the least sure row that names it."""
    decrees: dict[tuple[str, str], str] = {}
    sure: dict[str, Confidence] = {}
    days = []
    for row in rows:
        said = row.values
        key = decrees.setdefault((said["decree"], said["published"]), f"d{len(decrees) + 1}")
        sure[key] = weakest(sure.get(key, Confidence.VERIFIED), Confidence(said["confidence"]))
        day: dict[str, Any] = {
            "day": said["day"],
            "kind": said["kind"],
            "name": {"id": said["name_id"], "en": said["name_en"] or said["name_id"]},
            "decree": key,
            "confidence": said["confidence"],
        }
        if said["regions"]:
            day["regions"] = _codes(said["regions"])
        if said["withdrawn_by"]:
            gone = decrees.setdefault((said["withdrawn_by"], said["withdrawn_on"]), f"d{len(decrees) + 1}")
            sure[gone] = weakest(sure.get(gone, Confidence.VERIFIED), Confidence(said["confidence"]))
            day["withdrawn"] = {"day": said["withdrawn_on"], "decree": gone}
        days.append(day)
    return {
        "year": year,
        "status": (YearStatus.DECREED if complete else YearStatus.PROVISIONAL).value,
        "decrees": {
            key: {"as_printed": printed, "published": published, "confidence": sure[key].value}
            for (printed, published), key in decrees.items()
        },
        "days": days,
    }
