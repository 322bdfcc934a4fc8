"""Keeps the words by which matters are found: numbers that offices gave, and the place. Nothing that a person wrote.

Principle 1 and the threat model: neither a reporter's words nor the name of anybody can be searched. Where nothing was
proven, only a whole number finds the matter: place and parts of a number lead to nobody.
"""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sinetra.apps.base.kept import keep_with
from sinetra.apps.cases.models import IssuedDocument, Matter, MatterWord
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.search_words import search_words, whole_number

Word = tuple[UUID, str]
_READ = (
    "organisation_id",
    "number",
    "register_number",
    "region_id",
    "kind",
    "facts_sealed",
    "outcome",
    "corrected_at",
)


def told_words(keys: set[UUID]) -> dict[UUID, set[Word]]:
    """By matter: organisation and word, as the rows themselves say now."""
    letters: dict[UUID, list[str]] = defaultdict(list)
    for key, number in IssuedDocument.objects.filter(matter_id__in=keys).values_list("matter_id", "number"):
        letters[key].append(number)
    rows = list(Matter.objects.filter(pk__in=keys).only(*_READ))
    places = _places({row.region_id for row in rows})
    return {
        row.pk: {
            (row.organisation_id, word)
            for text in (row.number, row.register_number, _sender_number(row), *letters[row.pk])
            for word in {*(() if row.is_cleared else search_words(text)), whole_number(text)} - {""}
        }
        | {(row.organisation_id, word) for word in places[row.region_id] if not row.is_cleared}
        for row in rows
    }


def _sender_number(row: Matter) -> str:
    """The number at the office that handed it over; the rest of what came stays sealed."""
    if row.kind != MatterKind.HANDED_OVER or row.facts_sealed is None:
        return ""
    return str(open_value(row.facts_sealed, row.pk, "facts").get("number", ""))


def _places(codes: set[str]) -> dict[str, set[str]]:
    """Of each region its names and codes, and those of what it lies in."""
    lines = {code: _upwards(code) for code in codes}
    parts = {code for line in lines.values() for code in line}
    names = dict(Region.objects.filter(pk__in=parts).values_list("pk", "name"))
    return {
        code: {word for part in line for word in search_words(f"{names.get(part, '')} {part}")}
        for code, line in lines.items()
    }


def _upwards(code: str) -> list[str]:
    """
    >>> _upwards("99.71.01")
    ['99', '99.71', '99.71.01']
    """
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def refresh_words(keys: set[UUID]) -> None:
    """Writes what differs, and nothing on nearly every step of a matter."""
    kept: dict[UUID, set[Word]] = defaultdict(set)
    rows = MatterWord.objects.filter(matter_id__in=keys)
    for key, office, word in rows.values_list("matter_id", "organisation_id", "word"):
        kept[key].add((office, word))
    told = told_words(keys)
    fresh = [
        MatterWord(matter_id=key, organisation_id=office, word=word)
        for key, words in told.items()
        for office, word in sorted(words - kept[key])
    ]
    MatterWord.objects.bulk_create(fresh, ignore_conflicts=True)
    for key in keys:
        old = {word for _office, word in kept[key] - told.get(key, set())}
        if old:
            MatterWord.objects.filter(matter_id=key, word__in=old).delete()


keep_with({Matter: lambda row: row.pk, IssuedDocument: lambda row: row.matter_id}, refresh_words)
