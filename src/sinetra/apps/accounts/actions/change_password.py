"""A person changes their own password. All their other sessions end, because sessions depend on the stored hash."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.passwords import hashed
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, gettext_noop


def change_password(*, user: User, old: str, new: str, actor: Actor, at: datetime | None = None) -> User:
    """Errors: ``Forbidden`` for anybody else's account, ``BadInput`` naming ``old`` or ``password``."""
    require(actor, "accounts.change_password", user)
    if not user.check_password(old):
        raise BadInput(gettext_noop("Kata sandi lama tidak cocok"), field="old")
    stored = hashed(new, user)
    with unit_of_work(actor, at=at) as work:
        work.change(user, password=stored, must_change_password=False)
        work.record("accounts.change_password", user)
    return user
