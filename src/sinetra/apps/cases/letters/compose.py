"""The text of a letter from the catalogue, the matter, the office's *tata naskah dinas* and what was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.cases.letters.draft import Draft, lines_of, signature_of
from sinetra.apps.cases.letters.facts import TERMS, UNKNOWN, facts_of, filed_on, people_of, state_words
from sinetra.apps.cases.models import LetterHouse, Matter
from sinetra.core.casework.letter_reader import PLACE
from sinetra.core.casework.letters import (
    BY_REPORTED,
    BY_REPORTER,
    GIVER,
    GIVER_NAME,
    AddressedTo,
    FieldType,
    LetterBlock,
    LetterKind,
)
from sinetra.core.documents import indonesian
from sinetra.core.documents.official import FormNote, OfficialDocument, Passage
from sinetra.core.documents.signature_block import Capacity, SignatureBlock

_UNSIGNED = SignatureBlock(capacity=Capacity.OWN, title="(jabatan penanda tangan)", name="(nama penanda tangan)")


def compose(
    matter: Matter,
    kind: LetterKind,
    draft: Draft,
    house: LetterHouse,
    *,
    dated_on: date,
    edition: int = 1,
    number: str = "",
    code: str = "",
) -> OfficialDocument:
    """Frozen by whoever issues it. ``house`` may be one that is not stored."""
    writing = _Writing(matter, kind, draft)
    office = matter.organisation.name
    return OfficialDocument(
        kind=kind.id,
        title=kind.title.id,
        layout=kind.layout.value,
        paper=house.paper,
        letterhead=(*house.lines, office),
        address=house.address,
        office=office,
        number=number,
        place=house.place,
        dated=indonesian.day(dated_on),
        issued_on=dated_on.isoformat(),
        nature=draft.nature or house.nature,
        annexes=draft.annexes or "-",
        subject=kind.subject,
        addressees=writing.addressees(),
        passages=tuple(passage for block in kind.body if (passage := writing.passage(block)) is not None),
        signature=draft.signature or signature_of(house.signature) or _UNSIGNED,
        signers=writing.signers(),
        copies=tuple(house.copies) if draft.copies is None else draft.copies,
        form=form_note(kind, matter.regime),
        edition=edition,
        code=code,
        exercise=exercise_word(),
    )


def form_note(kind: LetterKind, regime: str) -> FormNote:
    form = kind.form(regime)
    if form is None:
        return FormNote()
    return FormNote(
        code=form.code or "",
        regime=form.regime,
        rule=form.rule,
        confidence=form.confidence.value,
        printed=form.printed_code is not None,
    )


class _Writing:
    """One letter while its parts are put into words."""

    def __init__(self, matter: Matter, kind: LetterKind, draft: Draft) -> None:
        self.kind = kind
        self.entries: Mapping[str, str] = draft.entries
        self.types = {field.name: field for field in kind.fields}
        self.facts = facts_of(matter, kind)
        people = people_of(matter, kind)
        self.person = people[draft.person] if draft.person < len(people) else UNKNOWN
        self.reporter = f"Pelapor dalam perkara nomor {matter.number}"
        self.places = {
            "office": matter.organisation.name,
            "number": matter.number,
            "filed_on": indonesian.day(filed_on(matter)),
            "opened_on": indonesian.day(matter.opened_on),
            "state": state_words(matter),
            "person": self.person,
        }

    def passage(self, block: LetterBlock) -> Passage | None:
        """None for a part that nothing was filled in for."""
        paragraphs = [self._filled(block.text)] if block.text else []
        items: tuple[str, ...] = ()
        if block.field:
            text = self.entries.get(block.field, "")
            if self.types[block.field].type is FieldType.LINES:
                items = lines_of(text)
            else:
                paragraphs += lines_of(text)
        if block.oaths:
            paragraphs.append(block.oaths[self.entries["oath"]] if "oath" in self.entries else "…")
        pairs = [(TERMS[fact], self.facts[fact]) for fact in block.facts]
        pairs += [(term, said) for term, name in block.pairs.items() if (said := self._said(name))]
        if not (paragraphs or items or pairs):
            return None
        return Passage(
            heading=block.heading,
            paragraphs=tuple(paragraphs),
            items=items,
            pairs=tuple(pairs),
            unchecked=block.unchecked,
        )

    def addressees(self) -> tuple[str, ...]:
        if self.kind.to is AddressedTo.REPORTER:
            return (self.reporter,)
        if self.kind.to is AddressedTo.PERSON:
            return (self.person,)
        if self.kind.to is AddressedTo.GIVER:
            return (self._giver(),)
        return (self.entries.get("addressee", "…"),) if self.kind.to is AddressedTo.ADDRESSEE else ()

    def signers(self) -> tuple[tuple[str, str], ...]:
        """Who gives a statement signs it; a reporter signs without a printed name."""
        named = "" if self.entries.get(GIVER) == BY_REPORTER else self.entries.get(GIVER_NAME, "")
        if self.entries.get(GIVER) == BY_REPORTED:
            named = self.person
        return tuple((term, named if place == 0 else "") for place, term in enumerate(self.kind.signers))

    def _giver(self) -> str:
        giver = self.entries.get(GIVER, "")
        if giver == BY_REPORTER:
            return self.reporter
        if giver == BY_REPORTED:
            return self.person
        words = self.types[GIVER].choices[giver].id if giver else "…"
        return f"{self.entries.get(GIVER_NAME, '…')} ({words.lower()})"

    def _said(self, name: str) -> str:
        if name == GIVER:
            return self._giver()
        text = self.entries.get(name, "")
        if text and name in self.types and self.types[name].type is FieldType.DAY:
            return indonesian.weekday_and_day(date.fromisoformat(text))
        return text

    def _filled(self, text: str) -> str:
        return PLACE.sub(lambda found: self.places.get(found[1]) or self._said(found[1]) or "…", text)
