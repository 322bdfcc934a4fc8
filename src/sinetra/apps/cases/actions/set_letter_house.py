"""An office sets its *tata naskah dinas*: letterhead, paper, proposals for new letters, how they are numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.numbering import locked, pattern_of
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.letters.draft import NATURES, check_signature
from sinetra.apps.cases.letters.house import house_of
from sinetra.apps.cases.models import LetterHouse, LetterNumber
from sinetra.core.documents.signature_block import SignatureBlock
from sinetra.core.documents.typeset import PAPERS
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.number_pattern import spell

_UNKNOWN = gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s")
MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """``lines`` stand above the office's name. ``pattern``: of letter numbers, from the next one on."""

    lines: Sequence[str]
    address: str
    place: str
    paper: str
    nature: str
    copies: Sequence[str]
    signature: SignatureBlock
    pattern: str


def set_letter_house(*, house: House, year: int, actor: Actor) -> LetterHouse:
    """Letters that were issued stay as they are. Errors: ``Forbidden``; ``BadInput`` naming the field."""
    row = house_of(actor.office)
    require(actor, "document.set_house", row)
    _check(house)
    spell(house.pattern, 1, date(year, 1, 1))
    values = {
        "lines": list(house.lines),
        "address": plain_text(house.address, "address", (0, 300)),
        "place": plain_text(house.place, "place", (1, 100)),
        "paper": house.paper,
        "nature": house.nature,
        "copies": list(house.copies),
        "signature": asdict(house.signature),
    }
    with unit_of_work(actor) as work:
        if row._state.adding:
            for name, value in values.items():
                setattr(row, name, value)
            work.create(row)
        else:
            work.change(row, **values)
        work.record("document.set_house", row)
        if pattern_of(LetterNumber, actor.office, year) != house.pattern:
            numbers = locked(work, LetterNumber, actor.office, year)
            work.change(numbers, pattern=house.pattern)
            work.record("document.set_number_pattern", numbers, data={"pattern": house.pattern})
    return row


def _check(house: House) -> None:
    if house.paper not in PAPERS:
        raise BadInput(_UNKNOWN, field="paper", accepted=tuple(PAPERS))
    if house.nature not in NATURES:
        raise BadInput(_UNKNOWN, field="nature", accepted=NATURES)
    if len(house.lines) > MOST_LINES:
        raise BadInput(gettext_noop("Paling banyak %(accepted)s baris."), field="lines", accepted=(str(MOST_LINES),))
    check_signature(house.signature)
