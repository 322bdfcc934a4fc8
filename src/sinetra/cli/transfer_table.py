"""A table of transfers in, a row of answers for each out, batch by batch, in constant memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.table_output import TableWriter, check_name, written
from sinetra.cli.transfer_parts import parts
from sinetra.cli.words import gettext as _

if TYPE_CHECKING:
    import pyarrow as pa

    from sinetra.core.transfers import TransferRules


def screen_table(rules: TransferRules, source: Path, *, out: Path | None, as_json: bool) -> int:
    """Without ``out`` the answers go to stdout: one JSON object a line, or CSV. Errors: ``BadInput`` for a file or a
    column that cannot be read; a bad row is told in its own row."""
    from sinetra.cli.main import in_words
    from sinetra.core.transfers.screen import SCHEMA, TransferScreener

    screen = TransferScreener(rules, in_words)
    count = errors = 0
    given = parts(source)
    # A file that cannot be read leaves no empty table of answers.
    first = next(given, None)
    with _writer(out, SCHEMA, as_json=as_json) as writer:
        for part in () if first is None else chain((first,), given):
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
