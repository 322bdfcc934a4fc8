"""Pages of the control room as officials of three offices ask for them."""

from __future__ import annotations

import random
import re

from bench.arrivals import found_on

ROOT = "/kerja/id/ruang-kendali/"
VIEWS = ("", "zona/", "kuadran/", "kenapa/", "corong/", "pola/", "tren/")
_LIST = re.compile(r'href="(/kerja/id/ruang-kendali/perkara/[^"]*)"')
_NEXT = re.compile(r'href="([^"]*)" rel="next"')


def addresses(url: str, cookie: str, dice: random.Random, number: int) -> list[str]:
    """Four of five open a view, the others the list behind a number, some of them its next page."""
    lists = found_on(url, cookie, f"{ROOT}corong/", _LIST) + found_on(url, cookie, f"{ROOT}pola/", _LIST)
    further = [
        f"{address.partition('?')[0]}{page}" if page.startswith("?") else page
        for address in lists
        for page in found_on(url, cookie, address, _NEXT)
    ]
    return [_one(dice, lists, further) for _ in range(number)]


def _one(dice: random.Random, lists: list[str], further: list[str]) -> str:
    at = dice.random()
    if at < 0.8 or not lists:
        return f"{ROOT}{dice.choice(VIEWS)}"
    return dice.choice(further) if further and at > 0.93 else dice.choice(lists)


def prevention(url: str, cookie: str, dice: random.Random, number: int) -> list[str]:
    """As the city's office, which has the attendances."""
    del url, cookie
    views = ("", "zona/", "kuadran/", "kenapa/", "cakupan/", "cakupan/", "tren/")
    return [f"{ROOT}{dice.choice(views)}" for _ in range(number)]
