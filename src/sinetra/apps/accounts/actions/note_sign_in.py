"""A sign-in leaves a trace in the chain of the organisation."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.sign_in import check_sign_in
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work


def note_sign_in(*, user: User, how: str = "password", at: datetime | None = None) -> None:
    """``how`` is ``password`` or ``demo``. Called after the password was checked.

    Errors: ``Forbidden`` when the account may not be used.
    """
    check_sign_in(user, with_password=how == "password")
    person = Actor(kind="person", user_id=user.pk, organisation_id=user.organisation_id)
    with unit_of_work(person, at=at) as work:
        work.record("accounts.sign_in", user, data={"how": how})
