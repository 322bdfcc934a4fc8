"""The one-time code of an account, to be printed and handed over in person. It is shown once and never again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from sinetra.apps.accounts.models import ActivationSlip, User
from sinetra.apps.accounts.slip_code import hash_code, new_code
from sinetra.apps.accounts.two_persons import Bar, alone_with, print_bar, refuse
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today

VALID_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSlip:
    """What the paper says. Only a keyed hash of ``code`` is stored."""

    username: str
    name: str
    code: str
    expires_at: datetime


def print_slip(*, user: User, actor: Actor, at: datetime | None = None) -> PrintedSlip:
    """For an account that was never opened; an older slip of it no longer works. After a reset, whoever confirmed it
    may print again while the account is still shut: paper gets lost.

    Errors: ``Forbidden``; ``Conflict`` when the account is closed or was opened before: then a reset is needed, which
    takes two administrators; ``two_persons`` when the actor gave the account a powerful role.
    """
    require(actor, "accounts.print_slip", user)
    with unit_of_work(actor, at=at) as work:
        alone_with(user)
        user.refresh_from_db()
        if not user.is_active:
            raise Conflict(gettext_noop("Akun ini sudah ditutup"), code="closed")
        if not _is_shut(user, actor):
            raise Conflict(
                gettext_noop("Akun ini sudah pernah dibuka; setel ulang sandi memerlukan dua admin"), code="opened"
            )
        refuse(_bar(user, actor))
        return issue(work, user, actor)


def may_print(user: User, actor: Actor) -> bool:
    """Would ``print_slip`` print? For the button."""
    return _is_due(user, actor) and _bar(user, actor) is None


def held_back(user: User, actor: Actor) -> Bar | None:
    """Why another person has to print the slip that the account needs; None also when it needs none."""
    return _bar(user, actor) if _is_due(user, actor) else None


def _is_due(user: User, actor: Actor) -> bool:
    return user.is_active and may(actor, "accounts.print_slip", user) and _is_shut(user, actor)


def _bar(user: User, actor: Actor) -> Bar | None:
    agreed = user.slips.filter(used_at__isnull=False).exists()
    return print_bar(user, actor, today(user.organisation.region_id), agreed=agreed)


def _is_shut(user: User, actor: Actor) -> bool:
    """Never opened, or shut by a reset that this actor confirmed after the last use of a slip."""
    if user.has_usable_password():
        return False
    used = user.slips.filter(used_at__isnull=False).order_by("-used_at").first()
    if used is None:
        return True
    confirmed = user.resets.filter(confirmed_by_id=actor.user_id, confirmed_at__gt=used.used_at)
    return actor.user_id is not None and confirmed.exists()


def issue(work: Work, user: User, actor: Actor) -> PrintedSlip:
    """Inside a unit of work of a verb that has authorised it."""
    for older in ActivationSlip.objects.filter(user=user, used_at__isnull=True, cancelled_at__isnull=True):
        work.change(older, cancelled_at=work.at)
        work.record("accounts.cancel_slip", older)
    code = new_code()
    slip = work.create(
        ActivationSlip(
            organisation_id=user.organisation_id,
            user=user,
            code_hash=hash_code(code),
            issued_by_id=actor.user_id,
            expires_at=work.at + VALID_FOR,
        )
    )
    work.record("accounts.print_slip", slip, data={"user": str(user.pk)})
    return PrintedSlip(username=user.username, name=user.name, code=code, expires_at=slip.expires_at)


def slip_works(slip: ActivationSlip, at: datetime | None = None) -> bool:
    return slip.used_at is None and slip.cancelled_at is None and (at or timezone.now()) < slip.expires_at
