"""What ``sinetra index compute`` is given: a region of the catalogue's facts, units in a file, or scores in a table."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sinetra.cli.json_input import read_json
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.facts import Signal, load_facts
from sinetra.core.index.ikp import Scored
from sinetra.core.index.ikp_events import IkpEvents, scores_of
from sinetra.core.index.inputs import Unit, Value
from sinetra.core.index.result import Result
from sinetra.core.index.unit_file import parse_units

_REGION = re.compile(r"\d\d(\.\d+)*")
_NO_FACTS = gettext_noop(
    "%(field)s: belum ada fakta yang diumumkan tentang %(value)s; yang diterima: %(accepted)s, atau nama berkas"
)
_UNREADABLE = gettext_noop("%(file)s tidak dapat dibaca: %(reason)s")
_NO_COLUMNS = gettext_noop("%(field)s: baris 1 tidak menyebut kolom yang diterima: %(accepted)s")
_CELL = gettext_noop("%(field)s: baris %(row)s: %(value)s tidak diterima; yang diterima: %(accepted)s")
_CELLS = gettext_noop("%(field)s: baris %(row)s memuat %(value)s isian; yang diterima: %(accepted)s")
_REPEATED = gettext_noop("%(field)s: baris %(row)s: kode %(value)s sudah tertulis di atas")
_EMPTY = gettext_noop("%(field)s: berkas tidak memuat satu baris pun; yang diterima: %(accepted)s")
_EVENTS = ("code", "dimension", "indicator", "events", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``only``: the unit to show of those that are computed. ``signals`` by code: what other bodies said.
    ``derived_from``: the published count behind an indicator that is derived, by code and indicator."""

    units: tuple[Unit, ...]
    day: date
    only: str | None = None
    signals: dict[str, tuple[Signal, ...]] = field(default_factory=dict)
    derived_from: dict[str, dict[str, Value]] = field(default_factory=dict)

    def basis(self, code: str) -> dict[str, Value]:
        """The sourced number behind each indicator of a unit that has one."""
        given = next(dict(unit.values) for unit in self.units if unit.code == code)
        return given | self.derived_from.get(code, {})

    def shown(self, result: Result) -> Result:
        if self.only is None:
            return result
        return replace(result, units=tuple(unit for unit in result.units if unit.code == self.only))


def read_units(given: str, configuration: Configuration, day: date | None) -> Asked:
    """Errors: ``BadInput`` naming the field, for a file also its place in it."""
    if _REGION.fullmatch(given) and not Path(given).exists():
        return _of_region(given, configuration, day)
    if given.endswith((".yaml", ".yml")):
        found = parse_units(_yaml(Path(given)), day)
    else:
        found = parse_units(read_json(given), day)
    return Asked(units=found.units, day=found.day or _today())


def _of_region(code: str, configuration: Configuration, day: date | None) -> Asked:
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.core.clock.timetables import load_timetables

    facts = load_facts(ROOT, configuration)
    codes = tuple(sheet.code for sheet in facts.sheets)
    if code not in codes:
        raise BadInput(_NO_FACTS, field="REGION", value=code, accepted=codes)
    cutoff = day or facts.day
    return Asked(
        units=facts.units(load_timetables(ROOT, own_folder()), configuration, cutoff),
        day=cutoff,
        only=code,
        signals={sheet.code: sheet.signals for sheet in facts.sheets},
        derived_from={sheet.code: sheet.derived(configuration, cutoff) for sheet in facts.sheets},
    )


def _today() -> date:
    """The legal date, where neither the caller nor the file names a cut-off."""
    from sinetra.ports.clock import today

    return today()


def _yaml(path: Path) -> Any:
    import yaml

    from sinetra.core import yamlfile

    try:
        return _with_on(yamlfile.plain(yamlfile.read(path)))
    except OSError as error:
        raise BadInput(_UNREADABLE, field="FILE", file=path, reason=error.strerror) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = f"YAML, {mark.line + 1}:{mark.column + 1}" if mark is not None else "YAML, UTF-8"
        raise BadInput(_UNREADABLE, field="FILE", file=path, reason=reason) from error


def _with_on(value: Any) -> Any:
    """In YAML 1.1 the name of a field ``on`` without quotes is read as true."""
    if isinstance(value, dict):
        return {"on" if name is True else name: _with_on(inner) for name, inner in value.items()}
    return [_with_on(inner) for inner in value] if isinstance(value, list) else value


def read_scores(given: str) -> tuple[list[Scored], bool]:
    """From ``code,score[,name]``; or from ``code,dimension,indicator,events,level``, whose weights then are equal (the
    second answer). Errors: ``BadInput`` naming column and row; the head is row 1."""
    rows = _rows(given)
    _, head = next(rows, (1, []))
    columns = [name.strip().lower() for name in head]
    if sorted(columns) == sorted(_EVENTS):
        events = [_event(dict(zip(columns, cells, strict=True)), row) for row, cells in _whole(rows, columns)]
        if not events:
            raise BadInput(_EMPTY, field=given, accepted=_EVENTS)
        return list(scores_of(events).scores), True
    if sorted(columns) not in (["code", "score"], ["code", "name", "score"]):
        raise BadInput(_NO_COLUMNS, field=given, accepted=("code,score", "code,score,name", ",".join(_EVENTS)))
    found: dict[str, Scored] = {}
    for row, cells in _whole(rows, columns):
        cell = dict(zip(columns, cells, strict=True))
        code = _filled(cell, "code", row)
        if code in found:
            raise BadInput(_REPEATED, field="code", row=row, value=code)
        score = _number(cell["score"], "score", row, most=100)
        found[code] = Scored(code=code, score=score, name=cell.get("name", "").strip())
    if not found:
        raise BadInput(_EMPTY, field=given, accepted=("code,score",))
    return list(found.values()), False


def _rows(given: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with the line on which each ends; comma or semicolon, whichever the head uses."""
    try:
        data = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(_UNREADABLE, field="FILE", file=given, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise BadInput(_UNREADABLE, field="FILE", file=given, reason="UTF-8") from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",", strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise BadInput(_UNREADABLE, field="FILE", file=given, reason=f"CSV, {reader.line_num}: {error}") from error


def _whole(rows: Iterator[tuple[int, list[str]]], columns: list[str]) -> Iterator[tuple[int, list[str]]]:
    for row, cells in rows:
        if len(cells) != len(columns):
            raise BadInput(_CELLS, field="FILE", row=row, value=len(cells), accepted=(",".join(columns),))
        yield row, cells


def _event(cell: dict[str, str], row: int) -> IkpEvents:
    count = _number(cell["events"], "events", row)
    if not count.is_integer():
        raise BadInput(_CELL, field="events", row=row, value=repr(cell["events"]), accepted=("0…",))
    return IkpEvents(
        region=_filled(cell, "code", row),
        dimension=_filled(cell, "dimension", row),
        indicator=_filled(cell, "indicator", row),
        events=int(count),
        level=_number(cell["level"], "level", row),
    )


def _filled(cell: dict[str, str], name: str, row: int) -> str:
    value = cell[name].strip()
    if not value:
        raise BadInput(_CELL, field=name, row=row, value="''", accepted=("text",))
    return value


def _number(text: str, name: str, row: int, most: float = 1e9) -> float:
    """A point, or the comma of Indonesian spreadsheets, before the decimals."""
    accepted = (f"0–{most:g}",)
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        raise BadInput(_CELL, field=name, row=row, value=repr(text), accepted=accepted) from None
    if not 0 <= value <= most:
        raise BadInput(_CELL, field=name, row=row, value=repr(text), accepted=accepted)
    return value
