"""Erasure is all or nothing for each record, whatever happens to the process; and nothing is left in the files."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from installation import OFFICE, Installation

ERASER = Path(__file__).parent / "eraser.py"
#: Every fourth write: a row and its entry are written right after each other.
STRIDE = 4
NAME = "Teratai Contohsari"


@pytest.fixture
def office(place: Installation) -> Installation:
    place.shell(OFFICE)
    return place


def act(place: Installation, *words: str) -> tuple[int, str, str]:
    process = place.start(ERASER, *words, SINETRA_AS_OF="2024-11-22")
    out, err = process.communicate(timeout=120)
    assert process.returncode in {0, -signal.SIGKILL}, err
    return process.returncode, out, err


def standing(place: Installation) -> dict[str, int]:
    """How much is there of the person, and how far the run has come."""

    def count(what: str) -> int:
        return int(place.sql(f"SELECT count(*) FROM {what}")[0][0])

    return {
        "texts": count("reports_report WHERE length(what_sealed) > 0"),
        "letters": count("cases_issueddocument WHERE length(content_sealed) > 0"),
        "identities": count("reports_identity"),
        "reasons": count("audit_auditentry WHERE detail IS NOT NULL"),
        "open": count("cases_matter WHERE erased_at IS NULL"),
        "unrecorded": 1 - count("cases_erasedrecord"),
    }


def progress(place: Installation) -> list[tuple[object, ...]]:
    return [
        *place.sql("SELECT named, version FROM cases_erasedrecord"),
        *place.sql("SELECT number, sha256, version FROM cases_erasurerun"),
    ]


def blobs(place: Installation) -> list[Path]:
    return [path for path in (place.data / "blobs").rglob("*") if path.is_file()]


def test_a_process_killed_anywhere_leaves_a_record_whole_or_erased_and_the_next_run_ends_it(
    office: Installation,
) -> None:
    act(office, "prepare", NAME)
    assert set(standing(office).values()) == {1}
    (letter,) = blobs(office)
    count, killed, seen = 1 - STRIDE, 0, progress(office)
    while True:
        count += STRIDE
        code, _out, _err = act(office, "die", str(count))
        assert set(standing(office).values()) in ({0}, {1}), f"killed at write {count}: half"
        if code == 0:
            break
        killed += 1
        now = progress(office)
        # A step further: what comes after it is killed from its first write on.
        count, seen = (1 - STRIDE, now) if now != seen else (count, seen)
    assert killed > 5
    assert set(standing(office).values()) == {0}
    assert not letter.exists()
    ((number, digest, _version),) = office.sql("SELECT number, sha256, version FROM cases_erasurerun")
    assert number.startswith("001/HAPUS/") and len(digest) == 64
    assert office.sql("SELECT count(*) FROM cases_erasedrecord WHERE files = '[]'") == [(1,)]
    assert office.verify()["ok"]


def test_nothing_of_the_person_is_in_database_files_or_output_after_erasure(office: Installation) -> None:
    if office.database_url:
        pytest.skip("the files of a PostgreSQL server are not ours to read")
    _code, out, _err = act(office, "prepare", NAME)
    needles = [NAME.encode(), *map(bytes.fromhex, out.split()[2:])]
    assert len(needles) == 4
    (letter,) = blobs(office)

    def raw() -> bytes:
        return b"".join(path.read_bytes() for path in office.data.rglob("*") if path.is_file())

    needles.append(letter.read_bytes())
    assert [needle in raw() for needle in needles] == [True] * 5, "the twin: before, all of it is in the files"
    _code, told, complained = act(office, "run")
    assert NAME not in told + complained
    assert [needle in raw() for needle in needles] == [False] * 5, "also without VACUUM, and not in the log of writes"
    office.sql("VACUUM")
    assert [needle in raw() for needle in needles] == [False] * 5
    assert office.verify()["ok"]
