"""The second administrator confirms: the old password stops working and a new slip is printed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password

from sinetra.apps.accounts.actions.print_slip import PrintedSlip, issue
from sinetra.apps.accounts.models import PasswordReset, User
from sinetra.apps.accounts.two_persons import alone_with, print_bar, refuse
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, Forbidden, gettext_noop
from sinetra.ports.clock import today


def confirm_reset(*, reset: PasswordReset, actor: Actor, at: datetime | None = None) -> PrintedSlip:
    """The password becomes unusable, which also ends every session of the person.

    Errors: ``Forbidden`` (no administrator, the one who asked or the person concerned, also under another account of
    theirs), ``Conflict`` when it is no longer open, and ``two_persons`` when the actor gave the account a powerful
    role.
    """
    require(actor, "accounts.confirm_reset", reset)
    if actor.user_id is None or actor.user_id == reset.requested_by_id or _same_person(reset, actor.user_id):
        raise Forbidden(gettext_noop("Setel ulang sandi memerlukan dua admin yang berbeda"), code="two_persons")
    nobody = make_password(None)
    with unit_of_work(actor, at=at) as work:
        alone_with(reset.user)
        reset.refresh_from_db()
        user = reset.user
        if reset.confirmed_at or reset.cancelled_at or work.at >= reset.expires_at or not user.is_active:
            raise Conflict(gettext_noop("Permintaan ini sudah tidak terbuka"), code="not_open")
        refuse(print_bar(user, actor, today(user.organisation.region_id), agreed=True))
        work.change(reset, confirmed_at=work.at, confirmed_by_id=actor.user_id)
        work.record("accounts.confirm_reset", reset, data={"user": str(user.pk)})
        work.change(user, password=nobody, must_change_password=True)
        work.record("accounts.stop_password", user)
        return issue(work, user, actor)


def may_confirm_reset(reset: PasswordReset, actor: Actor) -> bool:
    """Would ``confirm_reset`` confirm, while the request is open? For the button."""
    if actor.user_id is None or not may(actor, "accounts.confirm_reset", reset):
        return False
    if actor.user_id == reset.requested_by_id or _same_person(reset, actor.user_id):
        return False
    return print_bar(reset.user, actor, today(reset.user.organisation.region_id), agreed=True) is None


def _same_person(reset: PasswordReset, confirming: UUID) -> bool:
    """Two accounts of one person in the registry are one person."""
    person = User.objects.filter(pk=confirming).values_list("person_id", flat=True).first()
    return person is not None and person in (reset.requested_by.person_id, reset.user.person_id)
