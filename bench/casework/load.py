"""Queue and search pages as officials ask for them."""

from __future__ import annotations

import random
import re
import urllib.parse

from bench.arrivals import Addresses, found_on
from bench.casework.fill import FIRST_NUMBER

QUEUE, SEARCH = "/kerja/id/perkara/", "/kerja/id/perkara/cari/"
_NEXT = re.compile(r'href="(/kerja/id/perkara/[^"]*)" rel="next"')
_VILLAGE = "99.71.02.1001"
FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"whose": "mine"},
    {"whose": "nobody"},
    {"whose": "mine", "overdue": "on"},
    {"order": "newest"},
    {"order": "oldest", "whose": "mine"},
    {"state": "tracing"},
    {"state": "plenary", "whose": "mine"},
    {"kind": "finding"},
    {"region": "99.71.02"},
    {"region": "99.71.03", "kind": "initial_information", "whose": "mine"},
    {"overdue": "on", "order": "newest"},
    {"state": "closed"},
)


def addresses(matters: int) -> Addresses:
    """Half of those who come open a queue, a fifth go on in one, the others search for a number or a place."""

    def choose(url: str, cookie: str, dice: random.Random, number: int) -> list[str]:
        queues = [_address(QUEUE, given) for given in FILTERS]
        further = [page for queue in queues for page in _pages(url, cookie, queue)]
        return [
            dice.choice(further) if further and (at := dice.random()) < 0.2 else _other(dice, at, queues, matters)
            for _ in range(number)
        ]

    return choose


def _other(dice: random.Random, at: float, queues: list[str], matters: int) -> str:
    return dice.choice(queues) if at < 0.7 else _address(SEARCH, {"q": _words(dice, matters)})


def _words(dice: random.Random, matters: int) -> str:
    number = FIRST_NUMBER + dice.randrange(matters)
    return dice.choice(
        (
            f"{number}/2024",
            f"{number:06}",
            f"{number}/REG/2024",
            f"{number}/PM/XI/2024",
            "pm xi 2024",
            "99.71.02",
            f"{_VILLAGE} reg",
            str(number)[:3],
            "tidak ada",
            "cendana 2024",
        )
    )


def _pages(url: str, cookie: str, queue: str) -> list[str]:
    """The second and the third page of a queue."""
    found: list[str] = []
    for _ in range(2):
        after = found_on(url, cookie, found[-1] if found else queue, _NEXT)
        found += after[:1]
    return found


def _address(path: str, given: dict[str, str]) -> str:
    return f"{path}?{urllib.parse.urlencode(given)}" if given else path
