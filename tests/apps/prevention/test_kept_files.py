"""A sealed file and the row that names it: neither is there without the other."""

from __future__ import annotations

import pytest

from sinetra.apps.prevention import kept_files
from sinetra.core.errors import Conflict, NotFound


def test_a_file_whose_row_was_written_stays():
    with kept_files.kept_sealed(b"isi", kept_files.ATTENDANCE) as name:
        pass
    assert kept_files.opened(name, kept_files.ATTENDANCE) == b"isi"


def test_a_file_whose_row_could_not_be_written_goes():
    kept: list[str] = []

    def write() -> None:
        with kept_files.kept_sealed(b"isi", kept_files.ATTENDANCE) as name:
            kept.append(name)
            raise Conflict("too late")

    with pytest.raises(Conflict):
        write()
    with pytest.raises(NotFound):
        kept_files.opened(kept[0], kept_files.ATTENDANCE)
