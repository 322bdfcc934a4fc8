"""What an invitation and minutes must say before they are kept. Each refusal names the field."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.cases.clarification.said import Exchange, Heard, Invited, Minutes, Session
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.vocabulary import InvitedBy, Whom
from sinetra.core.errors import BadInput, gettext_noop

LONGEST_LINE, LONGEST_QUESTION, LONGEST_ANSWER = 300, 1_000, 5_000
#: What the letter of the minutes can hold (``letters.draft``), with room for the numbering.
LONGEST_MINUTES = 18_000
MOST_EXCHANGES = 60


def checked_invited(invited: Invited, people: int) -> Invited:
    """A reporter has no name here: it stays sealed in the vault. Whoever is neither that nor reported needs one.

    ``people``: how many are reported. Errors: ``BadInput`` naming ``whom``, ``name`` or ``position``.
    """
    if invited.whom is Whom.REPORTED:
        if not 0 <= invited.person < max(people, 1):
            raise BadInput(gettext_noop("Pilih salah seorang yang dilaporkan."), field="whom")
        return Invited(whom=invited.whom, person=invited.person)
    name, position = (_line(text, field) for field, text in (("name", invited.name), ("position", invited.position)))
    if invited.whom is Whom.REPORTER:
        for field, text in (("name", name), ("position", position)):
            if text:
                message = gettext_noop("Nama dan jabatan pelapor tidak dicatat di sini. Kosongkan bagian ini.")
                raise BadInput(message, field=field)
    elif not name:
        raise BadInput(gettext_noop("Tulis nama orang atau instansi yang diundang."), field="name")
    return Invited(whom=invited.whom, name=name, position=position)


def checked_session(session: Session, held_on: date, *, since: date, today: date) -> Session:
    """``since``: the day of registration, before which nobody is invited; ``held_on`` and ``today`` at the office.

    Errors: ``BadInput`` naming ``day``, ``venue``, ``invited_on`` or ``invited_by``.
    """
    if held_on < since:
        raise _outside("day", held_on, since.isoformat())
    check_sending(session.invited_on, session.invited_by, since=since, until=min(today, held_on))
    venue = _line(session.venue, "venue")
    if not venue:
        raise BadInput(gettext_noop("Tulis tempatnya, atau tautan videonya."), field="venue")
    return Session(held_at=session.held_at, venue=venue, invited_on=session.invited_on, invited_by=session.invited_by)


def check_sending(on: date | None, by: str, *, since: date, until: date) -> None:
    """Day and way belong together. Errors: ``BadInput`` naming ``invited_on`` or ``invited_by``."""
    if by and by not in tuple(InvitedBy):
        message = gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s")
        raise BadInput(message, field="invited_by", accepted=tuple(InvitedBy))
    if on is None:
        if by:
            raise BadInput(gettext_noop("Isi hari undangan dikirim."), field="invited_on")
        return
    if not since <= on <= until:
        raise _outside("invited_on", on, f"{since.isoformat()} – {until.isoformat()}")
    if not by:
        raise BadInput(gettext_noop("Pilih cara undangan dikirim."), field="invited_by")


def checked_minutes(heard: Heard, *, since: date, until: date, team: Collection[UUID]) -> Minutes:
    """``team``: accounts that may examine in this matter on that day.

    Errors: ``BadInput`` naming ``on``, ``ended``, ``examiners``, ``oath``, ``oath_reason``, ``companion``,
    ``exchanges`` or ``unsigned_reason``.
    """
    if not since <= heard.on <= until:
        raise _outside("on", heard.on, f"{since.isoformat()} – {until.isoformat()}")
    if heard.ended <= heard.started:
        raise BadInput(gettext_noop("Jam selesai harus sesudah jam mulai."), field="ended")
    if not heard.examiners or not set(heard.examiners) <= set(team):
        raise BadInput(gettext_noop("Pilih paling sedikit satu pemeriksa dari daftar."), field="examiners")
    oath_reason = _oath_reason(heard)
    companion, capacity = _line(heard.companion, "companion"), _line(heard.companion_capacity, "companion_capacity")
    if capacity and not companion:
        raise BadInput(gettext_noop("Tulis nama pendampingnya."), field="companion")
    unsigned = "" if heard.signed else _reason(heard.unsigned_reason, "unsigned_reason")
    return Minutes(
        oath=heard.oath,
        oath_reason=oath_reason,
        companion=companion,
        companion_capacity=capacity,
        interpreter=_line(heard.interpreter, "interpreter"),
        exchanges=_exchanges(heard.exchanges),
        signed=heard.signed,
        unsigned_reason=unsigned,
    )


def checked_reason(text: str) -> str:
    """Errors: ``BadInput`` naming ``reason``."""
    return _reason(text, "reason")


def oaths() -> tuple[str, ...]:
    """The wordings that the letter of the minutes knows; the last is none."""
    field = next(field for field in letters().get("clarification_minutes").fields if field.name == "oath")
    return tuple(field.choices)


def _oath_reason(heard: Heard) -> str:
    if heard.oath not in oaths():
        raise BadInput(gettext_noop("Pilih salah satu dari daftar."), field="oath", accepted=oaths())
    return _reason(heard.oath_reason, "oath_reason") if heard.oath == "none" else ""


def _exchanges(given: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    found = [
        Exchange(
            question=plain_text(pair.question, "exchanges", (0, LONGEST_QUESTION)),
            answer=plain_text(pair.answer, "exchanges", (0, LONGEST_ANSWER)),
        )
        for pair in given
    ]
    kept = tuple(pair for pair in found if pair.question or pair.answer)
    if not kept:
        raise BadInput(gettext_noop("Tulis paling sedikit satu pertanyaan dan jawabannya."), field="exchanges")
    if not all(pair.question and pair.answer for pair in kept):
        message = gettext_noop("Setiap pertanyaan perlu jawaban; tulis juga bila ia tidak menjawab.")
        raise BadInput(message, field="exchanges")
    length = sum(len(pair.question) + len(pair.answer) for pair in kept)
    if len(kept) > MOST_EXCHANGES or length > LONGEST_MINUTES:
        message = gettext_noop(
            "Paling banyak %(most)s pertanyaan dan %(letters)s huruf. Catat sisanya dalam klarifikasi berikutnya."
        )
        accepted = (f"1-{MOST_EXCHANGES}",)
        raise BadInput(message, field="exchanges", accepted=accepted, most=MOST_EXCHANGES, letters=LONGEST_MINUTES)
    return kept


def _line(text: str, field: str) -> str:
    return " ".join(plain_text(text, field, (0, LONGEST_LINE)).split())


def _reason(text: str, field: str) -> str:
    return plain_text(text, field, (1, LONGEST_QUESTION), gettext_noop("Tuliskan alasannya."))


def _outside(field: str, day: date, accepted: str) -> BadInput:
    message = gettext_noop("Tanggal %(value)s di luar %(accepted)s.")
    return BadInput(message, field=field, accepted=(accepted,), value=day.isoformat())
