"""An import that is killed leaves nothing: no person, no unit, no entry, no number of heads."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
from bench import people_file
from installation import Installation

TABLES = ("registry_person", "registry_headcount", "audit_sealedrow", "audit_auditentry")
IMPORT = ("-m", "sinetra.cli.main", "import")
OFFICE = ("--organisation", "Pemda")
PEOPLE, UNITS = 25_000, 200
# Dies after so many blocks of new rows are written, right before the next thing that the unit of work does.
DYING = """
import os, signal, sys
import django; django.setup()
from sinetra.apps.base import work
whole, left = work.Work._seal, [int(sys.argv[1])]
def seal(self, *values):
    whole(self, *values)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
work.Work._seal = seal
from sinetra.cli.main import main
main(["import", "people", sys.argv[2], "--organisation", "Pemda"])
"""


def counts(place: Installation) -> list[int]:
    return [place.sql(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES]


@pytest.fixture
def files(place: Installation, tmp_path: Path) -> tuple[Path, Path]:
    units, people = people_file.write(tmp_path, UNITS, PEOPLE)
    code, _out, err = place.sinetra("import", "units", units, *OFFICE)
    assert code == 0, err
    return units, people


def test_a_process_killed_between_blocks_or_while_it_reads_leaves_nothing_and_the_repeat_is_whole(place, files) -> None:
    people = files[1]
    before = counts(place)
    for blocks in ("1", "2", "3"):
        process = place.start("-c", DYING, blocks, people)
        process.communicate(timeout=300)
        assert process.returncode == -signal.SIGKILL
        assert counts(place) == before
    process = place.start(*IMPORT, "people", people, *OFFICE)
    time.sleep(1.5)  # reading, or not even that: wherever it is
    process.kill()
    process.communicate(timeout=60)
    assert counts(place) == before and place.verify()["ok"]
    code, out, err = place.sinetra("import", "people", people, *OFFICE)
    assert code == 0 and f"{PEOPLE} baris dibaca, {PEOPLE} baru" in out, err
    after = counts(place)
    assert after[0] == PEOPLE
    assert place.sinetra("import", "people", people, *OFFICE)[0] == 0
    assert counts(place) == after and place.verify()["ok"]


def test_two_imports_at_once_are_one_after_the_other(place, files) -> None:
    both = [place.start(*IMPORT, "people", files[1], *OFFICE) for _ in range(2)]
    said = sorted(process.communicate(timeout=300)[0].strip() for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said == [f"{PEOPLE} baris dibaca, 0 baru, 0 berubah", f"{PEOPLE} baris dibaca, {PEOPLE} baru, 0 berubah"]
    assert counts(place)[0] == PEOPLE and place.verify()["ok"]
