"""Many files come to one report at the same moment: each has a place of its own, and one sent twice is there once."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator

import pytest
from bench.intake import filings
from bench.intake.client import Connection
from installation import Installation
from serving import Server

ADD = "/api/v1/reports/evidence"
PHOTO = filings.photo(20_000)


@pytest.fixture
def server(office: Installation) -> Iterator[Server]:
    made = Server(place=office)
    made.start()
    yield made
    made.stop()


def filed(server: Server) -> str:
    """The code."""
    with Connection(server.url) as connection:
        _, body = connection.ask("POST", filings.REPORTS, filings.content(secrets.token_urlsafe(24)))
    return str(json.loads(body)["code"])


def uploaded(server: Server, count: int) -> list[str]:
    with Connection(server.url) as connection:
        return [filings.send_photo(connection, PHOTO + bytes([place])) for place in range(count)]


def added(server: Server, code: str, keys: list[str]) -> list[tuple[int, str]]:
    """Status and digest of each; all connections are open before the first octet goes."""
    together = threading.Barrier(len(keys))
    answers: list[tuple[int, str]] = []

    def one(key: str) -> None:
        with Connection(server.url) as connection:
            together.wait()
            body = json.dumps({"upload": key}).encode()
            status, answer = connection.ask("POST", ADD, body, x_report_code=code)
        answers.append((status, str(json.loads(answer).get("sha256", ""))))

    threads = [threading.Thread(target=one, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_each_of_many_at_once_has_a_place_and_the_same_one_is_there_once(server: Server) -> None:
    code, keys = filed(server), uploaded(server, 8)
    answers = added(server, code, [*keys, *[keys[0]] * 8])
    assert [status for status, _ in answers] == [200] * 16
    assert len({digest for _, digest in answers}) == 8
    places = server.place.sql("SELECT position FROM evidence_evidence ORDER BY position")
    assert [row[0] for row in places] == list(range(1, 9))
    assert server.place.verify()["ok"]
