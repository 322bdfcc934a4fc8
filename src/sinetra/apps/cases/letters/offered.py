"""Which letters a matter can have now, and who may give one its number. The acts check again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases.examinations.answers import reply_now, sender_of
from sinetra.apps.cases.examinations.open_places import is_own_work, passed_on
from sinetra.apps.cases.examinations.outcomes import cleared_places
from sinetra.apps.cases.examinations.remedies import remedy_of
from sinetra.apps.cases.letters.choices import with_choices
from sinetra.apps.cases.letters.facts import is_of_clearing
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import Examination, Matter, Plenary, Study
from sinetra.apps.cases.vocabulary import HandOverState, MatterKind, State
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.casework.letters import Issuer, LetterKind
from sinetra.core.errors import Conflict, Forbidden, gettext_noop

_ROLES: Mapping[Issuer, tuple[Role, ...]] = {
    Issuer.STAFF: (Role.BAWASLU_STAFF,),
    Issuer.COMMISSIONER: (Role.BAWASLU_COMMISSIONER,),
    Issuer.RECEIVER: (Role.BKN_OFFICER, Role.BKPSDM_OFFICER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``examination``: of the person whom the letter would be about, at a receiver."""

    kind: LetterKind
    examination: Examination | None


def offers(matter: Matter) -> tuple[Offer, ...]:
    """What can be written now: of the matter, then person by person in the order of those reported."""
    of_matter = [Offer(kind=kind, examination=None) for kind in letters() if fits(kind, matter)]
    if matter.kind != MatterKind.HANDED_OVER:
        return tuple(of_matter)
    rows = list(Examination.objects.filter(matter=matter).order_by("place"))
    of_persons = [Offer(kind=kind, examination=row) for row in rows for kind in letters() if fits(kind, matter, row)]
    return (*of_persons, *of_matter)


def fits(kind: LetterKind, matter: Matter, examination: Examination | None = None) -> bool:
    """By kind, state and outcome of the matter; at a receiver also by the stage of the examination."""
    if matter.kind not in kind.kinds if kind.kinds else matter.kind == MatterKind.HANDED_OVER:
        return False
    if bool(kind.stages) is not (examination is not None):
        return False
    if examination is not None:
        return _fits_examination(kind, matter, examination)
    if kind.outcomes and matter.outcome not in kind.outcomes:
        return False
    return (not kind.states or matter.state in kind.states) and _is_there(kind, matter)


def _fits_examination(kind: LetterKind, matter: Matter, row: Examination) -> bool:
    """While the matter is the office's own work; that somebody was cleared can be said afterwards, too."""
    if row.matter_id != matter.pk or row.stage not in kind.stages:
        return False
    of_clearing = is_of_clearing(kind)
    at_work = matter.state == HandOverState.ACKNOWLEDGED or (of_clearing and matter.state == State.CLOSED)
    if not at_work or (kind.statuses and row.status not in kind.statuses):
        return False
    # Only now: of a closed matter it takes a query, and what is offered then is of clearing.
    if not of_clearing and row.place in cleared_places(matter):
        return False
    if kind.step == "contest" and remedy_of(row) is None:
        return False
    row.matter = matter
    return all(item.choices for item in with_choices(kind, row).fields if item.of is not None)


def _is_there(kind: LetterKind, matter: Matter) -> bool:
    """What the letter tells of has been written or done."""
    asked = _ASKED.get(kind.id)
    return asked is None or asked(matter)


def _goes_on(matter: Matter) -> bool:
    """BKN passes it to the PPK, or has done so."""
    if matter.organisation.kind != OrganisationKind.BKN or matter.is_cleared:
        return False
    untouched = is_own_work(matter) and not Examination.objects.filter(matter=matter).exists()
    return untouched or passed_on(matter).exists()


_ASKED: Mapping[str, Callable[[Matter], bool]] = {
    "study": lambda matter: Study.objects.filter(matter=matter).exists(),
    "plenary_minutes": lambda matter: Plenary.objects.filter(matter=matter).exists(),
    "passing_on": _goes_on,
    "sender_answer": lambda matter: sender_of(matter) is not None and reply_now(matter) is not None,
}


def require_fit(kind: LetterKind, matter: Matter, examination: Examination | None = None) -> None:
    """Errors: ``Conflict``."""
    if not fits(kind, matter, examination):
        message = gettext_noop("Surat ini belum dapat dibuat dalam keadaan perkara sekarang.")
        raise Conflict(message, code="letter_not_now")


def may_issue(actor: Actor, kind: LetterKind) -> bool:
    return actor.kind == "system" or actor.has(*(role for issuer in kind.issuers for role in _ROLES[issuer]))


def require_issuer(actor: Actor, kind: LetterKind) -> None:
    """Errors: ``Forbidden`` for what only the plenary signs."""
    if not may_issue(actor, kind):
        raise Forbidden(gettext_noop("Surat ini diberi nomor oleh anggota pleno."), code="commissioner")
