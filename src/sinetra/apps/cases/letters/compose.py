"""The text of a letter from the catalogue, the matter, the office's *tata naskah dinas* and what was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.letters.choices import with_choices
from sinetra.apps.cases.letters.draft import Draft, lines_of, signature_of
from sinetra.apps.cases.letters.facts import TERMS, UNKNOWN, facts_of, filed_on, people_of, state_words
from sinetra.apps.cases.letters.of_examination import Said, examination_facts
from sinetra.apps.cases.models import Examination, LetterHouse, Matter
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.casework.forms import Form
from sinetra.core.casework.letter_reader import PLACE
from sinetra.core.casework.letters import (
    BY_REPORTED,
    BY_REPORTER,
    DISCIPLINE,
    GIVER,
    GIVER_NAME,
    AddressedTo,
    ChoicesOf,
    Fact,
    FieldType,
    LetterBlock,
    LetterKind,
)
from sinetra.core.clock.confidence import Confidence
from sinetra.core.documents import indonesian
from sinetra.core.documents.official import FormNote, OfficialDocument, Passage
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.law.words import SubjectStatus

_CIVIL_SERVANTS = frozenset({SubjectStatus.PNS, SubjectStatus.CPNS})
_UNSIGNED = SignatureBlock(capacity=Capacity.OWN, title="(jabatan penanda tangan)", name="(nama penanda tangan)")


def compose(
    matter: Matter,
    kind: LetterKind,
    draft: Draft,
    house: LetterHouse,
    *,
    dated_on: date,
    examination: Examination | None = None,
    edition: int = 1,
    number: str = "",
    code: str = "",
) -> OfficialDocument:
    """Frozen by whoever issues it. ``house`` may be one that is not stored."""
    writing = _Writing(matter, with_choices(kind, examination), draft, examination)
    office = matter.organisation.name
    return OfficialDocument(
        kind=kind.id,
        title=kind.title.id,
        layout=kind.layout.value,
        paper=house.paper,
        letterhead=letterhead(house, matter.organisation),
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
        form=form_note(kind, matter, examination),
        edition=edition,
        code=code,
        exercise=exercise_word(),
    )


def letterhead(house: LetterHouse, office: Organisation) -> tuple[str, ...]:
    """The last line stands out: the office's own name; of a regional government the body that writes for it."""
    if office.kind == OrganisationKind.LOCAL_GOVERNMENT:
        return (office.name, *house.lines)
    return (*house.lines, office.name)


def form_of(kind: LetterKind, matter: Matter, examination: Examination | None = None) -> Form | None:
    """Forms of an examination are those of PP 94/2021: of civil servants and those who are to become one (art. 43)."""
    if examination is None:
        return kind.form(matter.regime)
    return kind.form(DISCIPLINE) if examination.status in _CIVIL_SERVANTS else None


def form_note(kind: LetterKind, matter: Matter, examination: Examination | None = None) -> FormNote:
    form = form_of(kind, matter, examination)
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

    def __init__(self, matter: Matter, kind: LetterKind, draft: Draft, examination: Examination | None) -> None:
        self.kind = kind
        self.entries: Mapping[str, str] = draft.entries
        self.types = {field.name: field for field in kind.fields}
        self.status = examination.status if examination is not None else ""
        self.facts: dict[Fact, Said] = {fact: Said(text=text) for fact, text in facts_of(matter, kind).items()}
        if examination is not None:
            examination.matter = matter
            self.facts |= examination_facts(examination, draft.entries)
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
        """None for a part that nothing was filled in for, or that speaks of others."""
        if block.statuses and self.status not in block.statuses:
            return None
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
        known = [(fact, self.facts[fact]) for fact in block.facts if self.facts[fact].text]
        pairs = [(TERMS[fact], said.text) for fact, said in known]
        pairs += [(term, said) for term, name in block.pairs.items() if (said := self._said(name))]
        if not (paragraphs or items or pairs):
            return None
        return Passage(
            heading=block.heading,
            paragraphs=tuple(paragraphs),
            items=items,
            pairs=tuple(pairs),
            unchecked=block.unchecked or any(said.unread for _, said in known) or self._unread(block),
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
        if self.kind.stages:
            return tuple((term, self.person if place == 0 else "") for place, term in enumerate(self.kind.signers))
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
        text, field = self.entries.get(name, ""), self.types.get(name)
        if text and field is not None and field.type is FieldType.DAY:
            return indonesian.weekday_and_day(date.fromisoformat(text))
        if text and field is not None and field.type is FieldType.CHOICE:
            return field.choices[text].id
        return text

    def _unread(self, block: LetterBlock) -> bool:
        """A penalty of which nobody has read the article."""
        chosen = [self.entries.get(name, "") for name in block.pairs.values() if self._is_penalty(name)]
        return any(penalties().by_id[name].confidence is Confidence.UNCHECKED for name in chosen if name)

    def _is_penalty(self, name: str) -> bool:
        return name in self.types and self.types[name].of in (ChoicesOf.DISCIPLINE, ChoicesOf.OTHER_SANCTIONS)

    def _filled(self, text: str) -> str:
        return PLACE.sub(lambda found: self.places.get(found[1]) or self._said(found[1]) or "…", text)
