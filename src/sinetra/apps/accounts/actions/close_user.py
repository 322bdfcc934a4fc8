"""An account is closed for good. Its name stays in the history; nothing may still wait for it."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.open_work import open_work
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def close_user(*, user: User, reason: str, actor: Actor, at: datetime | None = None) -> User:
    """Errors: ``Forbidden``, ``BadInput`` without reason, ``Conflict`` while work waits for the person."""
    require(actor, "accounts.close_user", user)
    if not reason.strip():
        raise BadInput(gettext_noop("Alasan harus diisi"), field="reason")
    nobody = make_password(None)
    with unit_of_work(actor, at=at) as work:
        if any(kind.rows(user).exists() for kind in open_work()):
            raise Conflict(gettext_noop("Masih ada pekerjaan terbuka; lakukan serah terima dahulu"), code="open_work")
        work.change(user, is_active=False, password=nobody)
        work.record("accounts.close_user", user, reason=reason.strip())
    return user
