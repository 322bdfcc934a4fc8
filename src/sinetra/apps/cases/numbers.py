"""The next number of an office: no gap, no double, whatever else is going on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import MatterNumber
from sinetra.apps.cases.models.matter_number import DEFAULT_PATTERN
from sinetra.core.errors import BadInput, gettext_noop

LONGEST = 60
_PLACE = re.compile(r"\{(?P<name>sequence|year|month|roman_month)(?::0(?P<width>[1-9]))?\}")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    year: int
    sequence: int
    text: str


def next_number(work: Work, organisation_id: UUID, day: date) -> Numbered:
    """Takes a number inside the unit of work: if the unit fails, the number was never taken."""
    counter = _locked(work, organisation_id, day.year)
    work.change(counter, last=counter.last + 1)
    work.record("matter.number", counter, data={"year": counter.year, "last": counter.last})
    return Numbered(year=day.year, sequence=counter.last, text=spell(counter.pattern, counter.last, day))


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


def _locked(work: Work, organisation_id: UUID, year: int) -> MatterNumber:
    """The row, locked to the end of the transaction (PostgreSQL; on SQLite there is one writer anyway)."""
    rows = MatterNumber.objects.select_for_update().filter(organisation_id=organisation_id)
    counter = rows.filter(year=year).first()
    if counter is not None:
        return counter
    before = MatterNumber.objects.filter(organisation_id=organisation_id).order_by("-year").first()
    pattern = before.pattern if before is not None else DEFAULT_PATTERN
    try:
        with transaction.atomic():
            return work.create(MatterNumber(organisation_id=organisation_id, year=year, pattern=pattern))
    except IntegrityError:
        return rows.get(year=year)


def _bad(pattern: str) -> BadInput:
    return BadInput(
        gettext_noop("Pola nomor %(value)s tidak diterima; yang dikenal: %(accepted)s"),
        field="pattern",
        accepted=("{sequence:03}", "{year}", "{month}", "{roman_month}"),
        value=pattern,
    )
