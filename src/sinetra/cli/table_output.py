"""A table of answers, written batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = (".parquet", ".csv")


class TableWriter(Protocol):
    def write_batch(self, batch: pa.RecordBatch) -> None: ...


def check_name(field: str, path: Path, formats: tuple[str, ...] = FORMATS) -> None:
    if path.suffix.lower() not in formats:
        raise BadInput(
            gettext_noop("%(field)s: %(value)s bukan nama yang diterima; akhirannya: %(accepted)s"),
            field=field,
            accepted=formats,
            value=repr(str(path)),
        )


@contextmanager
def written(path: Path, schema: pa.Schema) -> Iterator[TableWriter]:
    """A writer; the file gets its name when it is whole, so that a process that dies leaves none half written."""
    import pyarrow.csv
    import pyarrow.parquet

    part = path.with_name(f".{path.name}.part")
    writer: Any = None
    try:
        if path.suffix.lower() == ".parquet":
            writer = pyarrow.parquet.ParquetWriter(part, schema)
        else:
            writer = pyarrow.csv.CSVWriter(part, schema)
        with writer:
            yield writer
        part.replace(path)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat ditulis: %(reason)s"), field="OUT", file=path, reason=error.strerror
        ) from error
    finally:
        part.unlink(missing_ok=True)
