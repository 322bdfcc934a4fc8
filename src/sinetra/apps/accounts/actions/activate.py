"""The holder of a slip sets a password and so opens the account."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from sinetra.apps.accounts.actions.print_slip import slip_works
from sinetra.apps.accounts.models import ActivationSlip, User
from sinetra.apps.accounts.passwords import hashed
from sinetra.apps.accounts.slip_code import hash_code
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, gettext_noop


def activate(*, username: str, code: str, password: str, at: datetime | None = None) -> User:
    """Who holds the slip acts; no role is asked for. The slip works once.

    Errors: ``BadInput`` on ``code``, the same for a wrong name, a wrong, used, cancelled or expired slip and a closed
    account; ``BadInput`` on ``password``; ``Conflict`` when the slip was used at the same moment.
    """
    moment = at or timezone.now()
    slip = ActivationSlip.objects.select_related("user").filter(code_hash=hash_code(code)).first()
    if slip is None or slip.user.username != username or not slip_works(slip, moment) or not slip.user.is_active:
        raise BadInput(
            gettext_noop("Nama pengguna dan kode ini tidak cocok, atau kodenya sudah tidak berlaku"),
            field="code",
            code="slip",
        )
    user = slip.user
    stored = hashed(password, user)
    holder = Actor(kind="person", user_id=user.pk, organisation_id=user.organisation_id)
    with unit_of_work(holder, at=moment) as work:
        work.change(slip, used_at=moment)
        work.change(user, password=stored, must_change_password=False)
        work.record("accounts.use_slip", slip)
        work.record("accounts.activate", user)
    return user
