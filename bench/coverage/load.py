"""Pages of coverage as people ask for them."""

from __future__ import annotations

import random
import re
import urllib.parse

from bench.arrivals import found_on

ROOT = "/kerja/id/cakupan/"
_UNIT = re.compile(r'href="(/kerja/id/cakupan/[0-9a-f-]{36}/)')
_NEXT = re.compile(r'href="(/kerja/id/cakupan/[^"]*)" rel="next"')
FILTERS = (
    {"kelompok": "non_asn"},
    {"ukuran": "tested"},
    {"ukuran": "pledged", "kelompok": "asn"},
    {"masa": "2024-05"},
    {"jabatan": "lurah"},
    {"wilayah": "99.71.02"},
    {"belum": "on"},
    {"belum": "on", "wilayah": "99.71.01"},
)


def addresses(url: str, cookie: str, dice: random.Random, number: int) -> list[str]:
    """Pages as people open them: the office, units of every level, filters, next pages of lists."""
    tops = found_on(url, cookie, ROOT, _UNIT)
    units, further = list(tops), found_on(url, cookie, ROOT, _NEXT)
    for address in dice.sample(tops, min(len(tops), 8)):
        below = found_on(url, cookie, address, _UNIT)
        units += below
        further += found_on(url, cookie, address, _NEXT)
        for deeper in dice.sample(below, min(len(below), 3)):
            units += found_on(url, cookie, deeper, _UNIT)
            further += found_on(url, cookie, deeper, _NEXT)
    filtered = [f"{ROOT}?{urllib.parse.urlencode(given)}" for given in FILTERS]
    return [
        dice.choice(dice.choices(([ROOT], units, filtered, further or [ROOT]), weights=(20, 45, 25, 10))[0])
        for _ in range(number)
    ]
