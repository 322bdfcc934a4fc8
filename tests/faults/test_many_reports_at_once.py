"""Two hundred people send a report with a photo at the same moment: each has an own code, and every report is whole."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.intake import filings
from bench.intake.client import Connection
from installation import Installation
from serving import Server, read_again
from whole import PHOTO

AT_ONCE, OPENED = 200, 60
FILER = Path(__file__).parent / "filer.py"
FILE = """
import json
from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.intake import read_report
print(file_report(report=read_report(json.loads({content!r}))).code)
"""


@pytest.fixture
def server(office: Installation) -> Iterator[Server]:
    made = Server(place=office)
    made.start()
    yield made
    made.stop()


def key() -> str:
    return secrets.token_urlsafe(24)


def send(server: Server, keys: list[str], photo: bytes = b"") -> list[tuple[int, str]]:
    """Status and code of each filing; all connections are open before the first octet goes."""
    together = threading.Barrier(len(keys))
    answers: list[tuple[int, str]] = []

    def one(key: str) -> None:
        with Connection(server.url) as connection:
            together.wait()
            evidence = [filings.send_photo(connection, photo)] if photo else []
            status, body = connection.ask("POST", filings.REPORTS, filings.content(key, evidence))
        answers.append((status, json.loads(body).get("code", "")))

    threads = [threading.Thread(target=one, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_two_hundred_at_the_same_moment_none_is_lost_or_doubled_and_none_is_refused(server: Server) -> None:
    place = server.place
    answers = send(server, [key() for _ in range(AT_ONCE)], filings.photo(PHOTO))
    assert [status for status, _ in answers] == [201] * AT_ONCE
    codes = [code for _, code in answers]
    assert len(set(codes)) == AT_ONCE
    assert read_again(place, codes) == [f"{AT_ONCE} read"]
    assert server.log == f"{server.url}/\n", "the address, and nothing else"

    # As many as a server of PostgreSQL has connections for, each opened in one of its own.
    reports = [str(row[0]) for row in place.sql(f"SELECT id FROM reports_report LIMIT {OPENED}")]
    half = OPENED // 2
    both = [place.start(FILER, "open", *some, SINETRA_AS_OF="2024-11-22") for some in (reports[:half], reports[half:])]
    numbers = [number for process in both for number in process.communicate(timeout=300)[0].split()]
    assert sorted(numbers) == [f"{number:03}/2024" for number in range(1, OPENED + 1)]
    assert place.verify()["ok"]


def test_the_same_report_sent_fifty_times_at_once_is_one(server: Server) -> None:
    answers = send(server, [key()] * 50)
    assert {status for status, _ in answers} == {200, 201}
    assert len({code for _, code in answers}) == 1
    assert read_again(server.place, [answers[0][1]], photo=False) == ["1 read"]


def test_a_report_that_is_lost_or_half_would_be_seen(office: Installation) -> None:
    codes = [office.shell(FILE.format(content=filings.content(key()))).strip() for _ in range(3)]
    assert read_again(office, codes, photo=False) == ["3 read"]
    first, second, third = (str(row[0]) for row in office.sql("SELECT id FROM reports_report ORDER BY filed_at"))
    office.sql(f"DELETE FROM reports_identity WHERE report_id = '{first}'")
    office.sql(f"UPDATE reports_report SET where_sealed = what_sealed WHERE id = '{second}'")
    office.sql(f"DELETE FROM cases_step WHERE report_id = '{third}'")
    found = read_again(office, [*codes, codes[0]], photo=False)
    assert sum(line.startswith("half: ") for line in found) == 3
    assert "two reports with one code" in found
    office.sql(f"DELETE FROM reports_identity WHERE report_id = '{third}'")
    office.sql(f"DELETE FROM reports_report WHERE id = '{third}'")
    assert "lost: code_unknown" in read_again(office, codes, photo=False)
