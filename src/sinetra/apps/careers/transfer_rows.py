"""A file of proposed replacements, row by row: each is answered, or named with what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sinetra.apps.careers import law
from sinetra.apps.registry.imports.cells import Cells
from sinetra.apps.registry.tables.columns import Column, Holds
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.apps.registry.tables.row import DAMAGED, TableRow
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import Position
from sinetra.core.transfers import Ground, OfficialKind, Transfer, TransferAction, TransferResult

#: What a page answers while somebody waits; the command line takes any number.
MOST_ROWS = 5_000
YES, NO = "ya", "tidak"


class YesNo(StrEnum):
    YES = YES
    NO = NO


COLUMNS = (
    Column(name="tanggal", required=True, holds=Holds.DATE),
    Column(name="jabatan", required=True, accepted=tuple(Position)),
    Column(name="jenis", accepted=tuple(TransferAction)),
    Column(name="alasan", accepted=tuple(Ground)),
    Column(name="penanda_tangan", accepted=tuple(OfficialKind)),
    Column(name="memimpin_unit", accepted=(YES, NO)),
    Column(name="izin", accepted=(YES, NO)),
    Column(name="izin_nomor"),
    Column(name="izin_tanggal", holds=Holds.DATE),
    Column(name="pertek", accepted=(YES, NO)),
    Column(name="pertek_nomor"),
    Column(name="pertek_tanggal", holds=Holds.DATE),
    Column(name="wilayah", holds=Holds.CODE),
    Column(name="acuan"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One row of the file. ``result`` None: something is wrong in it (``problems``)."""

    number: int
    values: Mapping[str, str]
    result: TransferResult | None
    problems: tuple[Problem, ...] = ()


def answers(path: Path, *, region: str | None) -> Iterator[Answered]:
    """``region``: of the office, for a row that names none. Errors: ``BadInput`` and ``BadRows`` for a file that is no
    table with these columns, or has too many rows."""
    known: dict[Transfer, TransferResult] = {}
    for row in open_table(path, COLUMNS, damage := Problems()):
        if row.number > MOST_ROWS + 1:
            message = gettext_noop("Paling banyak %(accepted)s baris dalam satu berkas. Bagi berkasnya.")
            raise BadInput(message, field="file", accepted=(str(MOST_ROWS),))
        own = Problems()
        for problem in damage.kept:
            own.append(problem)
        damage.kept.clear()
        yield _answer(row, own, region, known)


def _answer(row: TableRow, problems: Problems, region: str | None, known: dict[Transfer, TransferResult]) -> Answered:
    values = {name: "" if value == DAMAGED else value for name, value in row.values.items()}
    facts = _facts(row, problems, region)
    result = None
    if not problems.total:
        try:
            transfer = law.asked(facts)
            result = known.get(transfer) or law.answered(transfer)
            known[transfer] = result
        except BadInput as error:
            problems.append(Problem.of(row.number, _COLUMN_OF.get(error.field or "", "tanggal"), error))
    return Answered(number=row.number, values=values, result=result, problems=tuple(problems.kept))


_COLUMN_OF = {"region": "wilayah", "position": "jabatan", "election": "wilayah", "official_kind": "penanda_tangan"}


def _facts(row: TableRow, problems: Problems, region: str | None) -> dict[str, Any]:
    cells = Cells(row, problems)
    cells.needed("tanggal", longest=40)
    day = cells.day("tanggal")
    found: dict[str, Any] = {
        "effective_on": day.isoformat() if day else None,
        "position": _word(cells.one_of("jabatan", Position)),
        "action": _optional(cells, row, "jenis", TransferAction),
        "ground": _optional(cells, row, "alasan", Ground),
        "official_kind": _optional(cells, row, "penanda_tangan", OfficialKind),
        "heads_unit": _optional(cells, row, "memimpin_unit", YesNo) == YES,
        "permit": _letter(cells, row, "izin"),
        "technical_approval": _letter(cells, row, "pertek"),
        "region": cells.text("wilayah", longest=13) or region,
    }
    cells.text("acuan", longest=200)
    return found


def _word(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


def _optional(cells: Cells, row: TableRow, column: str, values: type[StrEnum]) -> str | None:
    return _word(cells.one_of(column, values)) if row.values[column] else None


def _letter(cells: Cells, row: TableRow, column: str) -> dict[str, str] | bool | None:
    """False: there is none; None: nothing was said; empty: there is one, and no more was said."""
    said = _optional(cells, row, column, YesNo)
    number, day = cells.text(f"{column}_nomor", longest=120), cells.day(f"{column}_tanggal")
    if said == NO:
        if number or day:
            cells.wrong(column, gettext_noop("%(value)s, tetapi nomor atau tanggalnya terisi"), value=NO)
        return False
    given = {"number": number, "date": day.isoformat() if day else ""}
    return {name: value for name, value in given.items() if value} or ({} if said == YES else None)
