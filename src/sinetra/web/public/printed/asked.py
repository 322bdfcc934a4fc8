"""Which piece is asked for: one rule, one act of one status, or all acts of one status, on a day. From the address.

Nothing here is guessed: a piece that hangs on a wall must not say something else than was asked, so a value that
cannot be used is refused with those that can.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from django.http import QueryDict

from sinetra.apps.registry.selectors import region_by_code
from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.core.law.model import Norm
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.vocabulary import FIELDS
from sinetra.web import law_words
from sinetra.web.public import may_i_asked as asked_of
from sinetra.web.public.may_i_asked import ACT, DAY, ELECTION, REGION, WHO, Asked

RULE, PAPER = "aturan", "kertas"
# So much of a wrong value is repeated.
_SHOWN = 60


class BadAddress(BadInput):
    """The address of a file is wrong; there is no form to go back to."""

    status = 400

    @classmethod
    def of(cls, error: BadInput) -> BadAddress:
        """The same words, for an address."""
        params = {name: value for name, value in error.params.items() if name not in {"field", "accepted"}}
        return cls(error.message, field=error.field, accepted=error.accepted, code=error.code, **params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """``norm`` is set for one rule; ``asked.act`` for one act of one status; else the piece is an overview."""

    norm: Norm | None
    asked: Asked
    day: date

    def params(self) -> list[tuple[str, str]]:
        """The address of the piece, always with its day."""
        if self.norm is not None:
            return [(RULE, self.norm.id), (DAY, self.day.isoformat())]
        found = [(name, value) for name, value in self.asked.params() if name not in {DAY, asked_of.ASK}]
        return [*found, (DAY, self.day.isoformat())]


def read(query: QueryDict, book: Rulebook, today: date) -> Piece:
    """Errors: ``BadAddress`` with the field and what it accepts."""
    day = _day(query.get(DAY, ""), today)
    rule = query.get(RULE, "")
    if rule:
        return Piece(norm=_norm(book, rule, day), asked=Asked(day=day, today=today), day=day)
    act = _one_of(ACT, query.get(ACT, ""), law_words.ACTS)
    who = _one_of(WHO, query.get(WHO, ""), law_words.STATUSES)
    if not who:
        _refuse(WHO, "", law_words.STATUSES, gettext_noop("%(field)s: belum dipilih. Yang diterima: %(accepted)s."))
    asked = Asked(
        act=act,
        who=who,
        day=day,
        today=today,
        election=_election(book, query.get(ELECTION, "")),
        region=_region(query.get(REGION, "")),
        details=_details(query) if act else {},
    )
    return Piece(norm=None, asked=asked, day=day)


def paper(query: QueryDict, known: Iterable[str]) -> str:
    """The paper, A4 unless another is named."""
    return _one_of(PAPER, query.get(PAPER, "").lower(), known) or "a4"


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text) if text else today
    except ValueError:
        _refuse(DAY, text, ["2024-11-22"])


def _norm(book: Rulebook, rule: str, day: date) -> Norm:
    if rule not in book.place:
        # A hundred codes help nobody; the list of the rules does.
        _refuse(RULE, rule, (), gettext_noop("%(field)s: nilai “%(value)s” tidak dikenal. Pilih dari daftar aturan."))
    norm = book.norm(rule)
    if not any(version.period.holds(day) for version in norm.versions):
        spans = [f"{version.period.start or '…'} – {version.period.end or '…'}" for version in norm.versions]
        message = gettext_noop("Aturan ini tidak berlaku pada %(value)s. Masa berlakunya: %(accepted)s.")
        _refuse(DAY, day.isoformat(), spans, message)
    return norm


def _election(book: Rulebook, name: str) -> str:
    if name in {"", asked_of.UNKNOWN}:
        return name
    try:
        return book.clock.timetables.get(name).id
    except BadInput as error:
        raise BadAddress.of(error) from error


def _region(code: str) -> str:
    try:
        return region_by_code(check_region(code)).code if code else ""
    except NotFound as error:
        raise BadAddress(error.message, field=REGION, code=error.code, value=code) from error
    except BadInput as error:
        raise BadAddress.of(error) from error


def _details(query: QueryDict) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for name in asked_of.DETAILS:
        answers = tuple(query.getlist(name))
        known = (*FIELDS[name].values, asked_of.UNKNOWN, asked_of.NOTHING)
        for value in answers:
            _one_of(name, value, known)
        if answers:
            found[name] = answers
    return found


def _one_of(field: str, value: str, known: Iterable[str]) -> str:
    if value and value not in known:
        _refuse(field, value, known)
    return value


def _refuse(field: str, value: str, accepted: Iterable[str], message: str = "") -> NoReturn:
    words = message or gettext_noop("%(field)s: nilai “%(value)s” tidak dikenal. Yang diterima: %(accepted)s.")
    raise BadAddress(words, field=field, accepted=list(accepted), value=value[:_SHOWN])
