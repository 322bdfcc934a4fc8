"""Tables of transfers that offices bring, CSV, XLSX or Parquet, in parts, each row with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from sinetra.apps.registry.tables.columns import Column
    from sinetra.apps.registry.tables.problems import Problems

Record = tuple[int, list[str]]
FORMATS = (".csv", ".xlsx", ".parquet")
_ROWS = 1 << 16
_BYTES = 1 << 23
#: Rows that are read cell by cell at once: so few that they are gone before Python looks for garbage among them.
_CELLWISE = 1 << 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some rows of a table: their numbers as a spreadsheet shows them (the head is 1), and the damaged ones."""

    batch: pa.RecordBatch
    numbers: npt.NDArray[np.int64]
    damaged: dict[int, BadInput]


def parts(path: Path) -> Iterator[Part]:
    return {".parquet": _of_parquet, ".csv": _of_csv, ".xlsx": _of_workbook}[path.suffix.lower()](path)


def _of_parquet(path: Path) -> Iterator[Part]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet

    from sinetra.core.transfers.screen_cells import check_columns

    first = 2
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            check_columns(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=_ROWS):
                yield Part(batch=batch, numbers=np.arange(first, first + batch.num_rows), damaged={})
                first += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(path, error) from error


def _columns() -> list[Column]:
    """What a spreadsheet may hold in each column."""
    from sinetra.apps.registry.tables.columns import Column, Holds
    from sinetra.core.transfers.screen_cells import COLUMNS, LETTERS

    holds = dict.fromkeys((*LETTERS, "heads_unit"), Holds.FLAG) | {"effective_on": Holds.DATE, "region": Holds.CODE}
    for letter in LETTERS:
        holds |= {f"{letter}.date": Holds.DATE, f"{letter}.number": Holds.CODE}
    return [Column(name=name, holds=holds.get(name, Holds.TEXT)) for name in COLUMNS]


def _of_csv(path: Path) -> Iterator[Part]:
    """Whole records are read by blocks. Beside them runs a reader that counts records, so that each has its number, and
    that takes in those with too few or too many cells."""
    from sinetra.cli.main import set_up_django

    # The reading of tables tells what is wrong with a file in Django's words.
    set_up_django()
    from sinetra.apps.registry.tables.csv_file import csv_records
    from sinetra.apps.registry.tables.problems import Problems
    from sinetra.core.transfers.screen_cells import COLUMNS

    problems = Problems()
    records = csv_records(path, (), COLUMNS, problems)
    _, head = next(records)
    for batch in _blocks(path, head):
        yield _joined(head, batch, _numbered(records, len(head), batch.num_rows), problems)
    # What is left over has no whole record in it.
    while rest := list(islice(records, _CELLWISE)):
        yield _joined(head, None, ([], rest), problems)


def _blocks(path: Path, head: list[str]) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa
    import pyarrow.csv

    from sinetra.apps.registry.tables.csv_file import layout_of

    layout = layout_of(path)
    encoding = "utf8" if layout.encoding == "utf-8-sig" else layout.encoding
    reading = pyarrow.csv.ReadOptions(block_size=_BYTES, column_names=head, skip_rows=1, encoding=encoding)
    lines = pyarrow.csv.ParseOptions(
        delimiter=layout.delimiter, newlines_in_values=True, invalid_row_handler=lambda row: "skip"
    )
    texts = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(head, pa.string()), strings_can_be_null=False)
    try:
        with pyarrow.csv.open_csv(path, reading, lines, texts) as reader:
            yield from reader
    except pa.ArrowInvalid as error:
        raise _unreadable(path, error) from error


def _numbered(records: Iterator[Record], width: int, count: int) -> tuple[list[int], list[Record]]:
    """The numbers of the next ``count`` records of the full width, and the other records among them."""
    numbers: list[int] = []
    others: list[Record] = []
    for number, cells in records if count else ():
        if len(cells) == width:
            numbers.append(number)
            if len(numbers) == count:
                break
        else:
            others.append((number, cells))
    return numbers, others


def _joined(
    head: list[str], batch: pa.RecordBatch | None, found: tuple[list[int], list[Record]], problems: Problems
) -> Part:
    """Whole records and others in the order of the file, without those in which nothing stands."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers, others = found
    blank = [""] * len(head)
    rows = [(cells + blank)[: len(head)] for _, cells in others]
    columns = [pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)] or [pa.array([], pa.string())] * len(
        head
    )
    table = pa.RecordBatch.from_arrays(columns, names=head)
    table = table if batch is None else pa.concat_batches([batch, table])
    every = np.array([*numbers, *(number for number, _ in others)], np.int64)
    filled = np.logical_or.reduce([pc.not_equal(column, "").to_numpy(zero_copy_only=False) for column in table.columns])
    order = np.argsort(every, kind="stable")
    order = order[filled[order]]
    return Part(batch=table.take(pa.array(order)), numbers=every[order], damaged=_damaged(every[order], problems))


def _of_workbook(path: Path) -> Iterator[Part]:
    from sinetra.cli.main import set_up_django

    set_up_django()
    import numpy as np
    import pyarrow as pa

    from sinetra.apps.registry.tables.open_table import open_table
    from sinetra.apps.registry.tables.problems import Problems
    from sinetra.apps.registry.tables.row import DAMAGED

    problems = Problems()
    rows = open_table(path, _columns(), problems)
    while part := list(islice(rows, _CELLWISE)):
        names = sorted(part[0].given)
        columns = [
            pa.array(["" if row.values[name] == DAMAGED else row.values[name] for row in part]) for name in names
        ]
        numbers = np.array([row.number for row in part], np.int64)
        batch = pa.RecordBatch.from_arrays(columns, names=names)
        yield Part(batch=batch, numbers=numbers, damaged=_damaged(numbers, problems))


def _damaged(numbers: npt.NDArray[np.int64], problems: Problems) -> dict[int, BadInput]:
    """The first thing wrong with each row, by its place; the problems are told then."""
    place = {int(number): at for at, number in enumerate(numbers)} if problems.kept else {}
    found: dict[int, BadInput] = {}
    for problem in problems.kept:
        if problem.row in place:
            found.setdefault(place[problem.row], problem.error())
    problems.kept.clear()
    return found


def _unreadable(path: Path, error: Exception) -> BadInput:
    message = gettext_noop("%(file)s tidak dapat dibaca: %(reason)s")
    return BadInput(message, field="FILE", file=path, reason=str(error))
