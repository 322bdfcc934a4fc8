"""Filing and registering are all or nothing, whatever happens to the process, and however many do it at once."""

from __future__ import annotations

import secrets
import signal
from pathlib import Path

from installation import Installation

FILER = Path(__file__).parent / "filer.py"
TABLES = ("reports_report", "reports_identity", "cases_step", "cases_matter", "cases_clock")


def counts(place: Installation) -> dict[str, int]:
    return {table: place.sql(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def run(place: Installation, *words: str) -> tuple[int, list[str]]:
    process = place.start(FILER, *words, SINETRA_AS_OF="2024-11-22")
    out, err = process.communicate(timeout=120)
    assert process.returncode in {0, -signal.SIGKILL}, err
    return process.returncode, out.split()


def key() -> str:
    return secrets.token_urlsafe(16)


def test_a_process_killed_anywhere_in_the_middle_of_filing_leaves_nothing_half(office: Installation) -> None:
    mine, killed, count = key(), 0, 0
    while True:
        count += 1
        code, out = run(office, "die", str(count), mine)
        if code == 0:
            break
        killed += 1
        assert out == []
        assert set(counts(office).values()) == {0}, f"killed at write {count}"
    # Report, identity, step with an entry each; the head of the trail; its entries: COMMIT is the next thing.
    assert killed == 8
    whole = {"reports_report": 1, "reports_identity": 1, "cases_step": 1, "cases_matter": 0, "cases_clock": 0}
    assert counts(office) == whole
    assert run(office, "file", mine) == (0, out), "the repeat gives the same code"
    assert counts(office) == whole
    assert office.verify()["ok"]


def test_the_same_filing_from_two_processes_at_once_is_one_report(office: Installation) -> None:
    mine = key()
    processes = [office.start(FILER, "file", mine, mine, mine, SINETRA_AS_OF="2024-11-22") for _ in range(2)]
    answers = [line for process in processes for line in process.communicate(timeout=120)[0].splitlines()]
    assert len(answers) == 6
    assert len(set(answers)) == 1
    assert counts(office)["reports_report"] == 1
    assert office.verify()["ok"]


def test_numbers_have_no_gap_and_no_double_when_many_open_at_once(office: Installation) -> None:
    run(office, "file", *(key() for _ in range(12)))
    reports = [str(row[0]) for row in office.sql("SELECT id FROM reports_report")]
    assert len(reports) == 12
    both = [office.start(FILER, "open", *half, SINETRA_AS_OF="2024-11-22") for half in (reports[:6], reports[6:])]
    numbers = [number for process in both for number in process.communicate(timeout=120)[0].split()]
    assert sorted(numbers) == [f"{place:03}/2024" for place in range(1, 13)]
    assert counts(office)["cases_clock"] == 24
    assert office.verify()["ok"]


def completed(office: Installation, number: int) -> list[str]:
    """Ids of matters that were found complete."""
    run(office, "file", *(key() for _ in range(number)))
    reports = [str(row[0]) for row in office.sql("SELECT id FROM reports_report")]
    return run(office, "complete", *reports)[1]


def test_the_register_has_no_gap_and_no_double_when_many_register_the_same_at_once(office: Installation) -> None:
    matters = completed(office, 6)
    # Every matter is registered by two processes at the same moment: one wins, the other takes no number.
    both = [office.start(FILER, "register", *matters, SINETRA_AS_OF="2024-11-22") for _ in range(2)]
    numbers = [number for process in both for number in process.communicate(timeout=120)[0].split()]
    assert sorted(set(numbers)) == ["-", *(f"{place:03}/REG/2024" for place in range(1, 7))]
    assert numbers.count("-") == 6
    assert office.verify()["ok"]


def test_a_process_killed_anywhere_in_the_middle_of_registering_takes_no_number(office: Installation) -> None:
    (matter,) = completed(office, 1)
    state = "SELECT state, register_number FROM cases_matter"
    killed = 0
    while True:
        code, out = run(office, "die-register", str(killed + 1), matter)
        if code == 0:
            break
        killed += 1
        assert [tuple(row) for row in office.sql(state)] == [("complete", "")], f"killed at write {killed}"
        assert office.sql("SELECT count(*) FROM cases_registernumber")[0][0] == 0
    assert killed >= 5
    assert out == ["001/REG/2024"]
    assert office.verify()["ok"]
