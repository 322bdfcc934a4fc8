"""Which letters a matter can have now, and who may give one its number. The acts check again."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import Matter, Plenary, Study
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.core.casework.letters import Issuer, LetterKind
from sinetra.core.errors import Conflict, Forbidden, gettext_noop

_ROLES: Mapping[Issuer, Role] = {
    Issuer.STAFF: Role.BAWASLU_STAFF,
    Issuer.COMMISSIONER: Role.BAWASLU_COMMISSIONER,
}
_WRITTEN: Mapping[str, type[Study | Plenary]] = {"study": Study, "plenary_minutes": Plenary}


def possible_letters(matter: Matter) -> tuple[LetterKind, ...]:
    return tuple(kind for kind in letters() if fits(kind, matter))


def fits(kind: LetterKind, matter: Matter) -> bool:
    """By kind, state and outcome of the matter. What another institution handed over has letters of its own."""
    if matter.kind == MatterKind.HANDED_OVER or (kind.kinds and matter.kind not in kind.kinds):
        return False
    if kind.outcomes and matter.outcome not in kind.outcomes:
        return False
    return (not kind.states or matter.state in kind.states) and _is_there(kind, matter)


def _is_there(kind: LetterKind, matter: Matter) -> bool:
    """A form of a study needs a study, minutes need a plenary."""
    written = _WRITTEN.get(kind.id)
    return written is None or written.objects.filter(matter=matter).exists()


def require_fit(kind: LetterKind, matter: Matter) -> None:
    """Errors: ``Conflict``."""
    if not fits(kind, matter):
        message = gettext_noop("Surat ini belum dapat dibuat dalam keadaan perkara sekarang.")
        raise Conflict(message, code="letter_not_now")


def may_issue(actor: Actor, kind: LetterKind) -> bool:
    return actor.kind == "system" or actor.has(*(_ROLES[issuer] for issuer in kind.issuers))


def require_issuer(actor: Actor, kind: LetterKind) -> None:
    """Errors: ``Forbidden`` for what only the plenary signs."""
    if not may_issue(actor, kind):
        raise Forbidden(gettext_noop("Surat ini diberi nomor oleh anggota pleno."), code="commissioner")
