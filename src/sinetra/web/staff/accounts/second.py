"""Before the act: why another administrator has to do it, and who can."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions.print_slip import held_back
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.two_persons import POWERFUL, WHY, Bar, grant_bar
from sinetra.apps.base.actor import Actor
from sinetra.ports.clock import now, today
from sinetra.web.staff.accounts.words import ROLES


def powerful_words() -> str:
    return ", ".join(str(word) for role, word in ROLES.items() if role in POWERFUL)


def about_roles(user: User, actor: Actor) -> list[str]:
    """Sentences for the page that gives a role."""
    bar = grant_bar(user, actor, now())
    if bar is None:
        told = _("Sesudah Anda memberi peran ini, lembar aktivasinya dicetak admin lain: %(roles)s.") % _roles()
        return [told, *_made(user)]
    return [
        _(WHY[bar]) + ".",
        _("Peran yang diberikan admin lain: %(roles)s.") % _roles(),
        _who(_others(user, actor).grants),
    ]


def about_slip(user: User, actor: Actor) -> list[str]:
    """Sentences for the page that prints a slip, and for the account."""
    bar = held_back(user, actor)
    if bar is None:
        return []
    return [_(WHY[bar]) + ".", *([] if bar is Bar.FIRST else [_who(_others(user, actor).prints)])]


def after_printing(user: User, actor: Actor) -> list[str]:
    """Who prints gives no powerful role afterwards: told before, with those who then can."""
    told = _("Sesudah mencetak, Anda tidak memberi akun ini peran: %(roles)s.") % _roles()
    return [told, _who(_others(user, actor).grants)]


def _roles() -> dict[str, str]:
    return {"roles": powerful_words()}


def _made(user: User) -> list[str]:
    if user.created_by is None:
        return []
    told = {"name": user.created_by.name}
    return [_("Akun ini dibuat %(name)s. Pastikan dahulu bahwa orangnya ada dan bertugas di sini.") % told]


def _others(user: User, actor: Actor) -> selectors.SecondPersons:
    return selectors.second_persons(actor, user, today(user.organisation.region_id), now())


def _who(able: Sequence[User]) -> str:
    if not able:
        return _("Belum ada admin lain yang dapat. Di server: sinetra admin create.")
    return _("Yang dapat: %(names)s.") % {"names": ", ".join(user.name for user in able)}
