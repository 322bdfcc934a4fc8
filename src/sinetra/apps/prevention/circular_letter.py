"""The letter of a circular: composed from blocks and rulebook while it is a draft, frozen once it is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors.signatories import signatory
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.documents import indonesian
from sinetra.core.documents.circular import Letter, Section
from sinetra.core.documents.signatory import Signatory
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.circular_draft import Block
from sinetra.core.prevention.circular_points import Point, points, sources_of

# Words of the letter itself, which is Indonesian whatever the language of the page.
STATUSES: Mapping[SubjectStatus, str] = {
    SubjectStatus.PNS: "PNS",
    SubjectStatus.CPNS: "CPNS",
    SubjectStatus.PPPK: "PPPK",
    SubjectStatus.PPPK_PART_TIME: "PPPK paruh waktu",
    SubjectStatus.NON_ASN: "pegawai non-ASN",
}
NATURES = ("Biasa", "Penting", "Segera", "Sangat Segera")


def letter_of(row: Circular) -> Letter:
    """As published; a draft as it would be published now."""
    return Letter.of(row.letter) if row.letter else compose(row, number=row.number, annexes=row.annexes.count())


def compose(row: Circular, *, number: str, annexes: int) -> Letter:
    """Articles and confidence come from the rulebook on the day of the letter; the signatory from the registry."""
    if row.issued_on is None:
        raise ValueError("a circular that is written here has a day")
    told = [(block, _points(row, block)) for block in blocks_of(row)]
    cited = [point for _block, found in told for point in found]
    sections = tuple(
        Section(
            key=block.key,
            heading=block.heading,
            text=block.text,
            points=sources_of(rulebook(), cited) if block.lists_sources else found,
        )
        for block, found in told
    )
    who = signatory_on(row, row.issued_on)
    return Letter(
        office=row.organisation.name,
        number=number,
        nature=row.nature,
        annexes=f"{annexes} berkas" if annexes else "-",
        subject=row.title,
        place=row.place,
        dated=indonesian.day(row.issued_on),
        issued_on=row.issued_on.isoformat(),
        addressees=tuple(row.addressees),
        scope=scope_words(row.statuses, row.groups),
        sections=sections,
        # Frozen with the letter: the words that it prints.
        signatory=None if who is None else replace(who, title=who.office),
        copies=tuple(row.copies),
    )


def _points(row: Circular, block: Block) -> tuple[Point, ...]:
    day = row.issued_on
    assert day is not None  # noqa: S101 - compose has looked
    return points(rulebook(), block.norms, day, (SubjectStatus(name) for name in row.statuses))


def blocks_of(row: Circular) -> tuple[Block, ...]:
    return tuple(block_of(item) for item in row.blocks)


def block_of(given: Mapping[str, Any]) -> Block:
    return Block(
        key=given["key"],
        heading=given["heading"],
        text=given["text"],
        norms=tuple(given["norms"]),
        lists_sources=bool(given.get("lists_sources")),
    )


def norms_of(row: Circular) -> tuple[str, ...]:
    """What it cites: as frozen, or as the draft names it."""
    if row.letter:
        return Letter.of(row.letter).norms
    return tuple(dict.fromkeys(name for block in blocks_of(row) for name in block.norms))


def signatory_on(row: Circular, day: date) -> Signatory | None:
    """None: the registry does not say who held the office on the day of the letter."""
    return signatory(row.organisation_id, HeldRoleName(row.signatory_role), day) if row.signatory_role else None


def scope_words(statuses: Iterable[str], groups: Iterable[str]) -> str:
    words = [text for status, text in STATUSES.items() if status in set(statuses)]
    return "; ".join([", ".join(words), *groups])
