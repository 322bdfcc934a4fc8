"""``sinetra screen``: a table of acts in, a table of answers out, batch by batch, in constant memory."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.table_output import check_name, written
from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    import pyarrow as pa

HELP: str = gettext_noop("Menyaring tabel perbuatan (Parquet atau CSV), satu baris satu perbuatan")
_ROWS = 1 << 17
_BYTES = 1 << 24


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="IN", help=_("tabel .parquet atau .csv; kolom bernama seperti act.code"))
    parser.add_argument("target", metavar="OUT", help=_("hasilnya, .parquet atau .csv, urutannya sama"))


def run(args: argparse.Namespace) -> int:
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.cli.main import in_words
    from sinetra.core.law import load_rulebook
    from sinetra.core.law.screen_batch import SCHEMA, BatchScreener

    source, target = Path(args.source), Path(args.target)
    check_name("IN", source)
    check_name("OUT", target)
    screen = BatchScreener(load_rulebook(ROOT, own_folder()), in_words)
    count = errors = 0
    with written(target, SCHEMA) as out:
        for batch in _batches(source):
            answer = screen(batch, count)
            out.write_batch(answer)
            count += batch.num_rows
            errors += batch.num_rows - answer.column("error").null_count
    print(
        _("%(count)s baris disaring, %(errors)s di antaranya keliru") % {"count": count, "errors": errors},
        file=sys.stderr,
    )
    return 0


def _batches(path: Path) -> Iterator[pa.RecordBatch]:
    """The batches of the table. Errors: ``BadInput`` for a file or a column that cannot be read."""
    import pyarrow as pa

    from sinetra.core.law.screen_rows import check_columns

    try:
        if path.suffix.lower() == ".parquet":
            import pyarrow.parquet

            with pyarrow.parquet.ParquetFile(path) as file:
                check_columns(file.schema_arrow.names)
                yield from file.iter_batches(batch_size=_ROWS)
        else:
            import pyarrow.csv

            names = _header(path)
            check_columns(names)
            reading = pyarrow.csv.ReadOptions(block_size=_BYTES)
            texts = pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
            )
            # An empty line is an act of which nothing is known where there is one column; elsewhere it is no row.
            lines = pyarrow.csv.ParseOptions(ignore_empty_lines=len(names) > 1)
            with pyarrow.csv.open_csv(path, reading, lines, texts) as reader:
                yield from reader
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except pa.ArrowException as error:
        raise _unreadable(path, str(error)) from error


def _header(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])
    except UnicodeDecodeError as error:
        raise BadInput(
            gettext_noop("%(file)s bukan teks UTF-8 (bita ke-%(place)s)"), field="IN", file=path, place=error.start
        ) from error


def _unreadable(path: Path, reason: str) -> BadInput:
    return BadInput(gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"), field="IN", file=path, reason=reason)
