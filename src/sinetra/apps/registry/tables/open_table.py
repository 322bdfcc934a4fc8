"""A table from a file, whichever of the two kinds it is by its content; a name that says otherwise is an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sinetra.apps.registry.tables.columns import Column, optional, required
from sinetra.apps.registry.tables.csv_file import read_csv
from sinetra.apps.registry.tables.problems import Problems
from sinetra.apps.registry.tables.row import TableRow
from sinetra.apps.registry.tables.xlsx_file import read_xlsx
from sinetra.apps.registry.tables.xlsx_parts import OLD_EXCEL, refuse_old_excel
from sinetra.core.errors import BadInput, gettext_noop

_ZIP = b"PK\x03\x04"
_EXCEL_NAMES = frozenset({".xlsx", ".xlsm", ".xls"})


def open_table(path: Path, columns: Sequence[Column], problems: Problems) -> Iterator[TableRow]:
    """Rows as they are read; what is wrong with a cell goes to ``problems``, and the row still comes (with
    ``row.DAMAGED`` in its place). Errors: ``BadInput`` and ``BadRows`` for a file that cannot be read as a table."""
    try:
        with path.open("rb") as file:
            beginning = file.read(8)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"),
            field="FILE",
            file=path.name,
            reason=error.strerror or str(error),
        ) from error
    suffix = path.suffix.lower()
    if beginning.startswith(OLD_EXCEL):
        refuse_old_excel(path)
    if beginning.startswith(_ZIP):
        if suffix != ".xlsx":
            message = gettext_noop("%(file)s bukan berkas teks: isinya buku kerja; beri nama berakhiran .xlsx")
            raise BadInput(message, field="FILE", file=path.name)
        return read_xlsx(path, columns, problems)
    if suffix in _EXCEL_NAMES and beginning:
        message = gettext_noop("%(file)s bernama Excel, isinya bukan; simpan sebagai .xlsx, atau beri nama .csv")
        raise BadInput(message, field="FILE", file=path.name)
    return read_csv(path, required(columns), optional(columns), problems)
