"""The server is killed at any moment while people file: who saw a receipt has a whole report, and nothing is half."""

from __future__ import annotations

import json
import random
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from bench.intake import filings
from bench.intake.client import Connection
from installation import Installation
from serving import PATIENCE, Server, read_again
from whole import PHOTO

CLIENTS = 6


@dataclass
class Crowd:
    """People who file one report after the other. Who hears nothing sends the same again, or every third time gives up
    and begins another one."""

    server: Server
    wanted: int
    #: Idempotency key to code, of who saw a receipt.
    receipts: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    #: Keys that were sent again because nobody answered.
    again: set[str] = field(default_factory=set)
    photo: bytes = field(default_factory=lambda: filings.photo(PHOTO))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> list[threading.Thread]:
        threads = [threading.Thread(target=self._person, args=(random.Random(n),)) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        return threads

    def _person(self, dice: random.Random) -> None:
        key, end = secrets.token_urlsafe(24), time.monotonic() + 600
        evidence: list[str] = []
        while len(self.receipts) < self.wanted:
            if time.monotonic() > end:
                self.errors.append("gave up")
                return
            try:
                with Connection(self.server.url) as connection:
                    evidence = evidence or [filings.send_photo(connection, self.photo)]
                    status, body = connection.ask("POST", filings.REPORTS, filings.content(key, evidence))
            except OSError:
                time.sleep(0.1)
                if dice.randrange(3) == 0:
                    key, evidence = secrets.token_urlsafe(24), []
                else:
                    self.again.add(key)
                continue
            with self._lock:
                if status in {200, 201}:
                    self.receipts[key] = json.loads(body)["code"]
                else:
                    self.errors.append(f"{status} {body[:200]!r}")
            key, evidence = secrets.token_urlsafe(24), []


@pytest.fixture
def server(office: Installation) -> Iterator[Server]:
    made = Server(place=office)
    made.start()
    yield made
    made.stop()


def killed_while_filing(server: Server, *, filings: int, kills: int) -> None:
    dice = random.Random(7)
    crowd = Crowd(server=server, wanted=filings)
    threads = crowd.run()
    for number in range(1, kills + 1):
        # Spread over the whole run, and at a moment of its own within a filing.
        due, end = filings * number // (kills + 1), time.monotonic() + PATIENCE
        while len(crowd.receipts) < due and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(dice.random() * 0.05)
        server.kill()
        server.start()
    for thread in threads:
        thread.join()
    assert crowd.errors == []
    assert crowd.again, "nobody was in the middle of a filing when the server died"
    found = read_again(server.place, list(crowd.receipts.values()))
    count = int(found[-1].removesuffix(" read"))
    assert found == [f"{count} read"]
    assert count >= len(crowd.receipts), "more may be there: filed, and killed before the receipt was seen"
    assert server.place.verify()["ok"]
    if not server.place.database_url:
        assert server.place.sql("PRAGMA integrity_check") == [("ok",)]


def test_every_receipt_has_its_whole_report_when_the_server_dies_three_times_among_sixty(server: Server) -> None:
    killed_while_filing(server, filings=60, kills=3)


@pytest.mark.soak
def test_every_receipt_has_its_whole_report_when_the_server_dies_forty_times_among_a_thousand(server: Server) -> None:
    killed_while_filing(server, filings=1_000, kills=40)
