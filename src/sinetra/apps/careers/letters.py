"""A letter about a replacement, composed from the step and its latest check; its code and back; its frozen file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.viewing import Shown, named
from sinetra.apps.careers.grounds import grounds_of
from sinetra.apps.careers.letter_texts import LetterText, letter_texts
from sinetra.apps.careers.models import CareerStep, TransferCheck, TransferLetter
from sinetra.apps.careers.selectors import latest_check
from sinetra.apps.careers.vocabulary import LetterKind
from sinetra.apps.prevention.kept_files import opened
from sinetra.apps.prevention.selectors.signatories import signatory
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.documents import indonesian
from sinetra.core.documents.official import FormNote, OfficialDocument, Passage
from sinetra.core.documents.printed_code import as_typed, grouped, spelled
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.core.law.said import POSITIONS
from sinetra.core.transfers import WindowStatus
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes
from sinetra.ports.signer import document_signer

#: What the seal of a letter's file binds it to.
FILE = b"careers.letter"
_EMPTY = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """What the officer fills in. ``sender``: the line below the office; ``copies``: who gets one."""

    kind: LetterKind
    dated_on: date
    number: str
    place: str
    addressee: str
    signer: HeldRoleName
    sender: str = ""
    more: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLetter:
    """What the check page tells: nobody's name, nothing of the step. No layout is prescribed for it, and no file comes
    back signed."""

    title: Bilingual
    office: str
    number: str
    dated_on: date
    state: str
    sha256: str
    sealed_as: str
    form: FormNote = field(default_factory=FormNote)
    signed: tuple[str, ...] = ()


def compose(step: CareerStep, draft: LetterDraft, *, code: str = "") -> OfficialDocument:
    """As it is printed; without ``code`` as a draft that bears no number. Errors: ``BadInput`` on ``signer`` when the
    registry names nobody who held that office on the day, on ``check`` when the latest one is for another day."""
    text = letter_texts()[draft.kind]
    who = signatory(step.organisation_id, draft.signer, draft.dated_on)
    if who is None:
        message = gettext_noop("Register tidak menyebut pemegang jabatan ini pada tanggal surat.")
        raise BadInput(message, field="signer")
    office = step.organisation.name
    return OfficialDocument(
        kind=f"transfer.{draft.kind}",
        title=text.title.id,
        layout="letter",
        paper="f4",
        letterhead=tuple(line for line in (office, draft.sender) if line),
        address="",
        office=office,
        number=draft.number if code else "",
        place=draft.place,
        dated=indonesian.day(draft.dated_on),
        issued_on=draft.dated_on.isoformat(),
        nature="Segera",
        annexes="-",
        subject=text.subject,
        addressees=(draft.addressee,),
        passages=tuple(_passages(step, text, draft)),
        signature=SignatureBlock(capacity=Capacity.OWN, title=who.office, name=who.name),
        signers=(),
        copies=draft.copies,
        form=FormNote(),
        edition=1,
        code=grouped(code) if code else "",
        exercise=exercise_word(),
    )


def _passages(step: CareerStep, text: LetterText, draft: LetterDraft) -> list[Passage]:
    places = {
        "office": step.organisation.name,
        "title": step.title,
        "day": _day(step.effective_on),
        "number": step.decision_number or _EMPTY,
        "decided_on": _day(step.decided_on),
        "ended_on": _day(step.ended_on),
    }
    found = [Passage(paragraphs=(text.opening.format(**places),)), Passage(pairs=_about(step))]
    if text.criteria:
        found.append(Passage(heading="Kriteria", items=grounds_of(step).criteria))
    check = latest_check(step)
    if text.windows and check is not None:
        if check.effective_on != step.effective_on:
            message = gettext_noop("Pemeriksaan terakhir untuk tanggal lain. Periksa dahulu untuk tanggal usul ini.")
            raise BadInput(message, field="check")
        found.append(_windows(check))
    if draft.more:
        found.append(Passage(paragraphs=tuple(line for line in draft.more.splitlines() if line.strip())))
    return [*found, Passage(paragraphs=(text.closing.format(**places),))]


def _about(step: CareerStep) -> tuple[tuple[str, str], ...]:
    person = step.person
    told = (
        ("Nama", person.name if person else ""),
        ("NIP", person.nip if person else ""),
        ("Jabatan sekarang", person.position_title if person else ""),
        ("Unit kerja", step.unit.name if step.unit else ""),
        ("Jabatan yang diusulkan", step.title),
        ("Unit tujuan", step.to_unit.name if step.to_unit else ""),
        ("Golongan jabatan", POSITIONS.get(step.position, "")),
        ("Tanggal pelantikan", _day(step.effective_on)),
    )
    return tuple((term, value) for term, value in told if value)


def _windows(check: TransferCheck) -> Passage:
    """What the stored check says of the windows that the day is not outside of."""
    reached = [item for item in check.result["windows"] if item["status"] != WindowStatus.OUTSIDE]
    items = tuple(_window(item) for item in reached)
    unread = any(norm["confidence"] == Confidence.UNCHECKED for item in reached for norm in item["norms"])
    none = ("Tanggal itu di luar semua masa larangan menurut pemeriksaan.",)
    day = indonesian.day(check.checked_on)
    return Passage(
        heading=f"Masa larangan (diperiksa {day})", items=items, paragraphs=() if items else none, unchecked=unread
    )


def _window(item: dict[str, Any]) -> str:
    name = str(item["name"]["id"])
    span = ""
    if item["from"]:
        last = _day(date.fromisoformat(item["to"])) if item["to"] else "hari yang belum ditetapkan"
        span = f", {_day(date.fromisoformat(item['from']))} sampai {last}"
    return f"{name[:1].upper()}{name[1:]}{span}."


def _day(day: date | None) -> str:
    return indonesian.day(day) if day else _EMPTY


def new_code(pk: UUID) -> tuple[str, str]:
    """The code of a letter to be, and what is stored of it."""
    code = spelled(keyed_hash(Purpose.CODE, b"transfer letter\0" + pk.bytes))
    return code, keyed_hash(Purpose.CODE, _of_code(code)).hex()


def _of_code(code: str) -> bytes:
    return b"transfer letter code\0" + code.encode()


def public_letter(typed: str) -> PublicLetter | None:
    """For who holds the paper. None for a code that no letter has."""
    code = as_typed(typed)
    if code is None:
        return None
    hashes = [found.hex() for found in keyed_hashes(Purpose.CODE, _of_code(code))]
    row = TransferLetter.objects.select_related("organisation").filter(code_hash__in=hashes).first()
    if row is None:
        return None
    return PublicLetter(
        title=letter_texts()[LetterKind(row.kind)].title,
        office=row.organisation.name,
        number=row.number,
        dated_on=row.dated_on,
        state=row.state,
        sha256=row.sha256,
        sealed_as=document_signer().word,
    )


def letter(actor: Actor, key: UUID) -> TransferLetter:
    """Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "career.read")
    rows = visible(actor, TransferLetter).select_related("step__person", "organisation")
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Surat ini tidak ada, atau bukan untuk Anda."))
    if row.step.person_id is not None:
        named("registry.person", row.step.person_id, Shown.LETTER)
    return row


def file_of(row: TransferLetter) -> bytes:
    """The sealed PDF as it was issued."""
    return opened(row.blob, FILE)
