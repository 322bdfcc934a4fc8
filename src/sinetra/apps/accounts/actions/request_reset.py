"""The first of two administrators asks for a new slip for somebody who cannot sign in any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sinetra.apps.accounts.models import PasswordReset, User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, Conflict, gettext_noop

OPEN_FOR = timedelta(days=3)


def request_reset(*, user: User, reason: str, actor: Actor, at: datetime | None = None) -> PasswordReset:
    """Nothing changes for the person until another administrator confirms. A newer request replaces an open one.

    Errors: ``Forbidden`` (no administrator, or about oneself), ``BadInput`` without reason, ``Conflict`` when closed.
    """
    require(actor, "accounts.request_reset", user)
    if not reason.strip():
        raise BadInput(gettext_noop("Alasan harus diisi"), field="reason")
    if not user.is_active or actor.user_id is None:
        raise Conflict(gettext_noop("Akun ini sudah ditutup"), code="closed")
    with unit_of_work(actor, at=at) as work:
        for older in PasswordReset.objects.filter(user=user, confirmed_at__isnull=True, cancelled_at__isnull=True):
            work.change(older, cancelled_at=work.at)
            work.record("accounts.cancel_reset", older)
        reset = work.create(
            PasswordReset(
                organisation_id=user.organisation_id,
                user=user,
                requested_by_id=actor.user_id,
                expires_at=work.at + OPEN_FOR,
            )
        )
        work.record("accounts.request_reset", reset, data={"user": str(user.pk)}, reason=reason.strip())
    return reset
