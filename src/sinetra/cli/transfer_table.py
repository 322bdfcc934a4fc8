"""A table of transfers in, a row of answers for each out, batch by batch, in constant memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sinetra.cli.table_output import TableWriter, check_name, written
from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from sinetra.core.transfers import TransferRules

FORMATS = (".csv", ".xlsx", ".parquet")
_ROWS = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Some rows of a table: their numbers as a spreadsheet shows them (the head is 1), and the damaged ones."""

    batch: pa.RecordBatch
    numbers: npt.NDArray[np.int64]
    damaged: dict[int, BadInput]


def screen_table(rules: TransferRules, source: Path, *, out: Path | None, as_json: bool) -> int:
    """Without ``out`` the answers go to stdout: one JSON object a line, or CSV. Errors: ``BadInput`` for a file or a
    column that cannot be read; a bad row is told in its own row."""
    from sinetra.cli.main import in_words
    from sinetra.core.transfers.screen import SCHEMA, TransferScreener

    screen = TransferScreener(rules, in_words)
    count = errors = 0
    with _writer(out, SCHEMA, as_json=as_json) as writer:
        for part in _parts(source):
            answer = screen(part.batch, part.numbers, part.damaged)
            writer.write_batch(answer)
            count += answer.num_rows
            errors += answer.num_rows - answer.column("error").null_count
    print(
        _("%(count)s baris disaring, %(errors)s di antaranya keliru") % {"count": count, "errors": errors},
        file=sys.stderr,
    )
    return 0


def _writer(out: Path | None, schema: pa.Schema, *, as_json: bool) -> AbstractContextManager[TableWriter]:
    if out is None:
        return _lines(schema, as_json=as_json)
    check_name("OUT", out)
    return written(out, schema)


@contextmanager
def _lines(schema: pa.Schema, *, as_json: bool) -> Iterator[TableWriter]:
    import pyarrow.csv

    if as_json:
        yield _JsonLines()
    else:
        with pyarrow.csv.CSVWriter(sys.stdout.buffer, schema) as writer:
            yield writer
    sys.stdout.flush()


class _JsonLines:
    def write_batch(self, batch: pa.RecordBatch) -> None:
        for row in batch.to_pylist():
            print(json.dumps(row, ensure_ascii=False))


def _parts(path: Path) -> Iterator[_Part]:
    return _of_parquet(path) if path.suffix.lower() == ".parquet" else _of_rows(path)


def _of_parquet(path: Path) -> Iterator[_Part]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet

    from sinetra.core.transfers.screen_cells import check_columns

    first = 2
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            check_columns(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=_ROWS):
                yield _Part(batch=batch, numbers=np.arange(first, first + batch.num_rows), damaged={})
                first += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="FILE", file=path, reason=str(error)
        ) from error


def _of_rows(path: Path) -> Iterator[_Part]:
    """CSV or XLSX, as offices save them."""
    from sinetra.cli.main import set_up_django

    # The reading of tables tells what is wrong with a file in Django's words.
    set_up_django()
    from sinetra.apps.registry.tables.columns import Column, Holds
    from sinetra.apps.registry.tables.open_table import open_table
    from sinetra.apps.registry.tables.problems import Problems
    from sinetra.core.transfers.screen_cells import COLUMNS

    holds = {
        "effective_on": Holds.DATE,
        "permit.date": Holds.DATE,
        "technical_approval.date": Holds.DATE,
        "region": Holds.CODE,
        "permit.number": Holds.CODE,
        "technical_approval.number": Holds.CODE,
        "heads_unit": Holds.FLAG,
        "permit": Holds.FLAG,
        "technical_approval": Holds.FLAG,
    }
    problems = Problems()
    rows = open_table(path, [Column(name=name, holds=holds.get(name, Holds.TEXT)) for name in COLUMNS], problems)
    while part := list(islice(rows, _ROWS)):
        yield _part(part, problems)


def _part(rows: list[Any], problems: Any) -> _Part:
    import numpy as np
    import pyarrow as pa

    from sinetra.apps.registry.tables.row import DAMAGED

    names = sorted(rows[0].given)
    place = {row.number: at for at, row in enumerate(rows)}
    damaged = {
        place[problem.row]: BadInput(
            problem.message, field=problem.column, accepted=problem.accepted, value=problem.value, **problem.params
        )
        for problem in reversed(problems.kept)
        if problem.row in place
    }
    problems.kept.clear()
    columns = [pa.array([row.values[name] for row in rows], pa.string()) for name in names]
    if damaged:
        columns = [pa.compute.replace_substring(column, DAMAGED, "") for column in columns]
    return _Part(
        batch=pa.RecordBatch.from_arrays(columns, names=names),
        numbers=np.array([row.number for row in rows], np.int64),
        damaged=damaged,
    )
