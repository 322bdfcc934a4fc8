"""Whoever a request asks about neither decides nor tells of it, nor finds it: another person of the office does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.agreements.sealed import asked_about
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.viewing import compared_only
from sinetra.core.disclosure.asked import words_of
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.prevention.name_key import name_key


def names_actor(actor: Actor) -> Callable[[DataRequest], bool]:
    """Whether a request names the actor: by the account or by the Register, without titles. A namesake counts; an
    emptied request names nobody."""
    if actor.user_id is None:
        return lambda _row: False
    user_id = actor.user_id

    @cache
    def keys() -> frozenset[str]:
        accounts = User.objects.filter(pk__in=accounts_of_one_person(user_id))
        pairs = accounts.values_list("name", "person__name")
        return frozenset(words_of(name_key(name)) for pair in pairs for name in pair if name)

    def names(row: DataRequest) -> bool:
        with compared_only():
            lines = asked_about(row)
        return any(_same(key, line) for line in lines for key in keys())

    return names


def _same(key: str, line: str) -> bool:
    """``key`` stands in the line; or the name of the line in ``key``, where degrees follow without a comma."""
    alone = words_of(name_key(line))
    return key in words_of(line) or (alone in key and len(alone.split()) > 1)


def require_not_about(actor: Actor, request: DataRequest) -> None:
    """Errors: ``Forbidden`` (``about_self``)."""
    if names_actor(actor)(request):
        raise Forbidden(gettext_noop("Permintaan ini menyangkut Anda. Orang lain yang mengurusnya."), code="about_self")
