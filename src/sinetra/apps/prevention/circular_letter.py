"""The letter of a circular: composed from blocks and rulebook while it is a draft, frozen once it is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.selectors import Holder, holder_of
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.core.documents.circular import Letter, Section, Signatory
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
_ACTING = {HeldKind.PLT: "Plt.", HeldKind.PLH: "Plh.", HeldKind.PJ: "Pj.", HeldKind.PJS: "Pjs."}
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
    *("Agustus", "September", "Oktober", "November", "Desember"),
)


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
    holder = signatory_on(row, row.issued_on)
    return Letter(
        office=row.organisation.name,
        number=number,
        nature=row.nature,
        annexes=f"{annexes} berkas" if annexes else "-",
        subject=row.title,
        place=row.place,
        dated=dated(row.issued_on),
        issued_on=row.issued_on.isoformat(),
        addressees=tuple(row.addressees),
        scope=scope_words(row.statuses, row.groups),
        sections=sections,
        signatory=None if holder is None else _signatory(holder),
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


def signatory_on(row: Circular, day: date) -> Holder | None:
    """None: the registry does not say who held the office on the day of the letter."""
    return holder_of(row.organisation_id, HeldRoleName(row.signatory_role), day) if row.signatory_role else None


def _signatory(holder: Holder) -> Signatory:
    return Signatory(
        title=acting_title(holder.kind, holder.title),
        name=holder.name,
        kind=holder.kind.value,
        instead_of=holder.instead_of or "",
    )


def acting_title(kind: HeldKind, title: str) -> str:
    """
    >>> acting_title(HeldKind.PJS, "Pjs Wali Kota Cendana"), acting_title(HeldKind.PLT, "Bupati Anu")
    ('Pjs. Wali Kota Cendana', 'Plt. Bupati Anu')
    """
    short = _ACTING.get(kind)
    if short is None:
        return title
    first, _space, rest = title.partition(" ")
    return f"{short} {rest}" if first.rstrip(".").casefold() == short.rstrip(".").casefold() else f"{short} {title}"


def scope_words(statuses: Iterable[str], groups: Iterable[str]) -> str:
    words = [text for status, text in STATUSES.items() if status in set(statuses)]
    return "; ".join([", ".join(words), *groups])


def dated(day: date) -> str:
    """
    >>> dated(date(2024, 11, 22))
    '22 November 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
