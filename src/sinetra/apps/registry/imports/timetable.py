"""A timetable of an election from a file: one row an entry, checked by the same reader as the catalogue's own.

Kept in the data folder as ``timetables/<id>.yaml``, beside those of the catalogue, which it cannot replace.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.registry.csv_rows import CsvRow, Problem, open_csv, raise_if
from sinetra.apps.registry.imports.columns import Column, Imported, optional, required
from sinetra.apps.registry.imports.own_file import store_document
from sinetra.catalogue import ROOT
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.timetable_file import read_timetable
from sinetra.core.clock.timetables import Timetables, load_timetables
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.registry_numbers import check_region_code

_TEXTS = ("id", "kind", "name_id", "name_en", "rule", "parent")
_SPANS = ("start", "registration", "determination", "campaign", "quiet_period", "voting", "inauguration")
_MONTHS = {"window_months": "window", "after_inauguration_months": "after_inauguration"}
_ENTRIES = (*_TEXTS, "region", *_MONTHS, *_SPANS)
_MILESTONE = "milestone:"
_ID = re.compile(r"[a-z][a-z0-9_]{2,59}")
COLUMNS = (
    Column(name="entry", required=True, accepted=(*_ENTRIES, f"{_MILESTONE}…")),
    Column(name="value"),
    Column(name="from"),
    Column(name="to"),
    Column(name="source"),
    Column(name="confidence", accepted=tuple(Confidence)),
)


def folder() -> Path:
    return Path(settings.SINETRA_DATA) / "timetables"


def timetables() -> Timetables:
    """As they are on disk now. Errors: ``BadInput``."""
    return load_timetables(ROOT, Path(settings.SINETRA_DATA))


def import_timetable(path: Path) -> Imported:
    """The same election again replaces what was imported before; the catalogue's own cannot be replaced.

    Errors: ``BadRows`` with row, column and accepted values; ``BadInput`` naming what the timetable lacks.
    """
    rows = open_csv(path, required(COLUMNS), optional(COLUMNS))
    _check(rows)
    document = _document(rows)
    election = str(document["id"])
    known = load_timetables(ROOT).ids
    if not _ID.fullmatch(election) or election in known:
        raise BadInput(
            gettext_noop(
                "Id jadwal %(value)s: huruf kecil, angka, garis bawah, dan belum ada di katalog; contoh: %(accepted)s"
            ),
            field="id",
            accepted=("pilkades_cendana_2026",),
            value=repr(election),
        )
    parent = document.get("parent")
    if parent is not None and parent not in timetables().ids:
        raise BadInput(
            gettext_noop("Pemilihan induk %(value)s tidak dikenal; yang diterima: %(accepted)s"),
            field="parent",
            accepted=known,
            value=repr(parent),
        )
    place = folder() / f"{election}.yaml"
    before = place.exists()
    changed = store_document(place, document, read_timetable)
    return Imported(read=len(rows), created=int(not before), changed=int(before and changed))


def _check(rows: Sequence[CsvRow]) -> None:
    problems: list[Problem] = []
    seen: set[str] = set()

    def wrong(row: CsvRow, column: str, message: str, accepted: tuple[str, ...] = ()) -> None:
        value = repr(row.values[column])
        problems.append(Problem(row=row.number, column=column, message=message, value=value, accepted=accepted))

    for row in rows:
        entry = row.values["entry"]
        if entry not in _ENTRIES and (not entry.startswith(_MILESTONE) or entry == _MILESTONE):
            accepted = (*_ENTRIES, f"{_MILESTONE}…")
            wrong(row, "entry", gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s"), accepted)
            continue
        if entry in seen and entry != "region":
            wrong(row, "entry", gettext_noop("%(value)s sudah ada"))
        seen.add(entry)
        for column in _needed(entry):
            if not row.values[column]:
                wrong(row, column, gettext_noop("kosong"))
        confidence = row.values["confidence"]
        if confidence and confidence not in tuple(Confidence):
            message = gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s")
            wrong(row, "confidence", message, tuple(Confidence))
        if entry in _MONTHS and row.values["value"] and not row.values["value"].isdecimal():
            wrong(row, "value", gettext_noop("%(value)s bukan jumlah bulan"))
        if entry == "region" and row.values["value"]:
            _check_region(row, problems)
    raise_if(problems)
    missing = [entry for entry in ("id", "kind", "name_id", "rule", "region", "start", "voting") if entry not in seen]
    if missing:
        raise BadInput(gettext_noop("Jadwal ini belum memuat: %(value)s"), field="entry", value=", ".join(missing))


def _needed(entry: str) -> tuple[str, ...]:
    if entry in _SPANS or entry.startswith(_MILESTONE):
        return ("from", "source", "confidence")
    if entry in _MONTHS:
        return ("value", "source", "confidence")
    return ("value", "confidence") if entry in {"rule", "region"} else ("value",)


def _check_region(row: CsvRow, problems: list[Problem]) -> None:
    try:
        check_region_code(row.values["value"])
    except BadInput as error:
        problems.append(Problem.of(row.number, "value", error))


def _document(rows: Sequence[CsvRow]) -> dict[str, Any]:
    """The mapping that the catalogue's reader knows."""
    by_entry = {row.values["entry"]: row.values for row in rows}
    text = {entry: by_entry[entry]["value"] for entry in _TEXTS if entry in by_entry}
    regions = [row.values for row in rows if row.values["entry"] == "region"]
    found: dict[str, Any] = {
        "id": text["id"],
        "kind": text["kind"],
        "name": {"id": text["name_id"], "en": text.get("name_en", text["name_id"])},
        "rule": {"as_printed": text["rule"], "confidence": by_entry["rule"]["confidence"]},
        "regions": {
            "coverage": "listed",
            "provinces": [row["value"] for row in regions if len(row["value"]) == 2],
            "areas": [row["value"] for row in regions if len(row["value"]) > 2],
            "confidence": regions[0]["confidence"],
        },
        "dates": {entry: _span(by_entry[entry]) for entry in _SPANS if entry in by_entry},
        "milestones": [
            {"key": entry.removeprefix(_MILESTONE), **_span(values)}
            for entry, values in by_entry.items()
            if entry.startswith(_MILESTONE)
        ],
        # Without a row of its own the election has no time after the inauguration that counts.
        "after_inauguration": {"months": 0, "source": text["rule"], "confidence": by_entry["rule"]["confidence"]},
    }
    if "parent" in text:
        found["parent"] = text["parent"]
    for entry, name in _MONTHS.items():
        if entry in by_entry:
            values = by_entry[entry]
            found[name] = {
                "months": int(values["value"]),
                "source": values["source"],
                "confidence": values["confidence"],
            }
    return found


def _span(values: Mapping[str, str]) -> dict[str, str]:
    span = {"from": values["from"], "source": values["source"], "confidence": values["confidence"]}
    return span | ({"to": values["to"]} if values["to"] else {})
