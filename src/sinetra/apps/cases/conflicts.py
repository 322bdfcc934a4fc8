"""When somebody must step aside (conflict of interest): the one who handles a matter is named in it as reported."""

from __future__ import annotations

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.core.errors import Conflict, gettext_noop


def must_step_aside(user: User, matter: Matter) -> bool:
    """Compares names as written, so it only finds the plain case; a tie of another kind is for people to declare."""
    names = {_plain(name) for name in (user.name, user.person.name if user.person else "") if name}
    return any(_plain(person["name"] or "") in names for person in reported_of(matter))


def require_no_conflict(actor: Actor, matter: Matter) -> None:
    """Errors: ``Conflict`` with code ``conflict_of_interest``."""
    user = User.objects.select_related("person").filter(pk=actor.user_id).first() if actor.user_id else None
    if user is not None and must_step_aside(user, matter):
        raise Conflict(
            gettext_noop("Nama Anda sama dengan nama yang dilaporkan dalam perkara ini; serahkan kepada petugas lain."),
            code="conflict_of_interest",
        )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
