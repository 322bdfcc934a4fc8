"""How an office writes its numbers: text with places for the sequence, the year and the month."""

from __future__ import annotations

import re
from datetime import date

from sinetra.core.errors import BadInput, gettext_noop

LONGEST = 60
_PLACE = re.compile(r"\{(?P<name>sequence|year|month|roman_month)(?::0(?P<width>[1-9]))?\}")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def spell(pattern: str, sequence: int, day: date) -> str:
    """
    >>> spell("{sequence:03}/PM/{roman_month}/{year}", 7, date(2024, 11, 22))
    '007/PM/XI/2024'

    Errors: ``BadInput`` for a pattern with other names, or without ``sequence`` or ``year``.
    """
    values = {"sequence": sequence, "year": day.year, "month": day.month, "roman_month": _ROMAN[day.month - 1]}

    def fill(found: re.Match[str]) -> str:
        return str(values[found["name"]]).zfill(int(found["width"] or 0))

    text = _PLACE.sub(fill, pattern)
    names = {found["name"] for found in _PLACE.finditer(pattern)}
    if not {"sequence", "year"} <= names or "{" in text or "}" in text or len(text) > LONGEST:
        raise _bad(pattern)
    return text


def _bad(pattern: str) -> BadInput:
    return BadInput(
        gettext_noop("Pola nomor %(value)s tidak diterima; yang dikenal: %(accepted)s"),
        field="pattern",
        accepted=("{sequence:03}", "{year}", "{month}", "{roman_month}"),
        value=pattern,
    )
