"""Scores for the replica of IKP, from a table: ``code,score``, or events that become scores."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.ikp import Scored
from sinetra.core.index.ikp_events import IkpEvents, scores_of

_UNREADABLE = gettext_noop("%(file)s tidak dapat dibaca: %(reason)s")
_NO_COLUMNS = gettext_noop("%(field)s: baris 1 tidak menyebut kolom yang diterima: %(accepted)s")
_CELL = gettext_noop("%(field)s: baris %(row)s: %(value)s tidak diterima; yang diterima: %(accepted)s")
_CELLS = gettext_noop("%(field)s: baris %(row)s memuat %(value)s isian; yang diterima: %(accepted)s")
_REPEATED = gettext_noop("%(field)s: baris %(row)s: kode %(value)s sudah tertulis di atas")
_EMPTY = gettext_noop("%(field)s: berkas tidak memuat satu baris pun; yang diterima: %(accepted)s")
_EVENTS = ("code", "dimension", "indicator", "events", "level")


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
