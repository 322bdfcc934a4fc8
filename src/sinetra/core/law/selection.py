"""The norms of a day that may concern a status, a post, an act or a track: what a table of the rulebook shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.model import Version
from sinetra.core.law.rulebook import NormOnDay, Rulebook
from sinetra.core.law.vocabulary import FIELDS, IMPLIED
from sinetra.core.law.words import ActCode, Position, SubjectStatus, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to look for; None looks for everything."""

    status: SubjectStatus | None = None
    position: Position | None = None
    act: ActCode | None = None
    track: Track | None = None


def parse_selection(*, status: str = "", position: str = "", act: str = "", track: str = "") -> Selection:
    """A selection from texts; an empty one looks for everything.

    Errors: ``BadInput`` with the field and every value it accepts.
    """
    known = {"status": SubjectStatus, "position": Position, "act": ActCode, "track": Track}
    for name, value in {"status": status, "position": position, "act": act, "track": track}.items():
        accepted = [str(item) for item in known[name]]
        if value and value not in accepted:
            message = gettext_noop("%(field)s: nilai “%(value)s” tidak dikenal. Yang diterima: %(accepted)s.")
            raise BadInput(message, field=name, accepted=accepted, value=value)
    return Selection(
        status=SubjectStatus(status) if status else None,
        position=Position(position) if position else None,
        act=ActCode(act) if act else None,
        track=Track(track) if track else None,
    )


def select(book: Rulebook, day: date, wanted: Selection) -> tuple[NormOnDay, ...]:
    """The norms in force on ``day`` that ``wanted`` does not rule out, by track and id.

    A norm stays when each of its conditions may still hold: it does not ask about the fact, or it names the value. So
    a norm that binds everybody is found for every status. A post that the status does not have leaves nothing.
    """
    possible = _possible(wanted)
    if not all(possible.values()):
        return ()
    return tuple(
        item
        for item in book.norms_on(day)
        if wanted.track in {None, item.norm.track} and may_hold(item.version, possible)
    )


def may_hold(version: Version, possible: Mapping[str, frozenset[str]]) -> bool:
    """No condition of ``version`` is contradicted. A field that ``possible`` leaves out may have any value."""
    return all(item.field not in possible or item.values & possible[item.field] for item in version.when)


def _possible(wanted: Selection) -> dict[str, frozenset[str]]:
    """The values that each fact may have, with what follows from the post, the status and the name of the act."""
    given = {"subject.status": wanted.status, "subject.position": wanted.position, "act.code": wanted.act}
    found = {name: frozenset({str(value)}) for name, value in given.items() if value is not None}
    for name in tuple(found):
        dependency = FIELDS[name].dependency
        if dependency is not None:
            found[dependency.parent] = found.get(dependency.parent, dependency.values) & dependency.values
    for item in IMPLIED:
        if found.get(item.parent) == frozenset({item.value}):
            fact = item.fact if isinstance(item.fact, frozenset) else frozenset({item.fact})
            found.setdefault(item.field, fact)
    return found
