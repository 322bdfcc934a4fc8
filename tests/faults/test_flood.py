"""A flood from one machine at the real server: it waits, its neighbours and an office behind one address do not."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Iterator

import pytest
from bench.intake import filings
from bench.intake.client import Connection
from installation import Installation
from serving import Server

FLOOD, NEIGHBOUR, OFFICE = "127.0.0.2", "127.0.0.3", "127.0.0.4"
#: Connections of the flood.
MANY = 40


@pytest.fixture
def server(office: Installation) -> Iterator[Server]:
    made = Server(place=office)
    made.start()
    yield made
    made.stop()


def file_from(server: Server, source: str) -> tuple[int, bytes]:
    with Connection(server.url, source=source) as connection:
        return connection.ask("POST", filings.REPORTS, filings.content(secrets.token_urlsafe(24)))


class Flood:
    """Sends as fast as it is answered, and waits for nobody."""

    def __init__(self, server: Server) -> None:
        self.server, self.answers, self.over = server, list[tuple[int, bytes]](), threading.Event()
        self.threads = [threading.Thread(target=self._run) for _ in range(MANY)]
        for thread in self.threads:
            thread.start()

    @property
    def waits(self) -> bool:
        return any(status == 429 for status, _ in self.answers)

    def _run(self) -> None:
        with Connection(self.server.url, source=FLOOD) as connection:
            while not self.over.is_set():
                given = filings.content(secrets.token_urlsafe(24))
                self.answers.append(connection.ask("POST", filings.REPORTS, given))

    def end(self) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()


@pytest.mark.soak
def test_a_flood_waits_and_nobody_else_does(server: Server) -> None:
    assert file_from(server, NEIGHBOUR)[0] == 201
    flood = Flood(server)
    try:
        end = time.monotonic() + 180
        while not flood.waits:
            assert time.monotonic() < end, "nothing slowed it"
            assert file_from(server, NEIGHBOUR)[0] == 201
            time.sleep(1)
        taken = []
        for _ in range(10):
            begun = time.monotonic()
            assert file_from(server, NEIGHBOUR)[0] == 201
            taken.append(time.monotonic() - begun)
        answers: list[int] = []
        people = [threading.Thread(target=lambda: answers.append(file_from(server, OFFICE)[0])) for _ in range(30)]
        for person in people:
            person.start()
        for person in people:
            person.join()
    finally:
        flood.end()
    assert sorted(taken)[5] < 2, f"seconds for a neighbour in the middle of it: {taken}"
    assert answers == [201] * 30
    assert {status for status, _ in flood.answers} == {201, 429}
    refused = json.loads(next(body for status, body in flood.answers if status == 429))
    assert 1 <= refused["retry_after"] <= 60
    assert server.place.verify()["ok"]
