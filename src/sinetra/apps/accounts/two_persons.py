"""No administrator alone makes an account that reads reports or questions, opens identities, runs accounts or checks
the trace.

Who gives one of these roles is another person than who made the account and than who printed a slip that opens it.
Two accounts of one person in the registry are one person. The installation itself (``sinetra setup``, ``sinetra admin
create``, the demonstration) stands outside: whoever has the machine needs no account.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from sinetra.apps.accounts.models import ActivationSlip, RoleGrant, User
from sinetra.apps.base.actor import Actor, Role
from sinetra.core.errors import Conflict, gettext_noop

POWERFUL = frozenset(
    {
        Role.BAWASLU_STAFF,
        Role.BAWASLU_COMMISSIONER,
        Role.CUSTODIAN,
        Role.BKN_OFFICER,
        Role.NEUTRALITY_TEAM,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
    }
)


class Bar(StrEnum):
    """Why a second person is needed."""

    OWN = "own"
    CREATED = "created"
    PRINTED = "printed"
    GRANTED = "granted"
    FIRST = "first"


WHY = {
    Bar.OWN: gettext_noop("Ini akun Anda sendiri; admin lain yang mengurusnya"),
    Bar.CREATED: gettext_noop("Anda yang membuat akun ini; peran ini diberikan oleh admin lain"),
    Bar.PRINTED: gettext_noop("Anda yang mencetak lembar aktivasi akun ini; peran ini diberikan oleh admin lain"),
    Bar.GRANTED: gettext_noop("Anda yang memberi peran kepada akun ini; lembarnya dicetak oleh admin lain"),
    Bar.FIRST: gettext_noop(
        "Akun admin ini dibuat saat pemasangan dan belum pernah dibuka; bila lembarnya hilang, buat akun baru di server"
        " dengan sinetra admin create"
    ),
}


def grant_bar(user: User, actor: Actor, at: datetime) -> Bar | None:
    """Why ``actor`` gives no powerful role to ``user``; a slip counts that was used or still works ``at``."""
    if actor.user_id is None:
        return None
    mine = accounts_of_one_person(actor.user_id)
    if user.pk in mine:
        return Bar.OWN
    if user.created_by_id in mine:
        return Bar.CREATED
    opens = Q(used_at__isnull=False) | Q(cancelled_at__isnull=True, expires_at__gt=at)
    slips = ActivationSlip.objects.filter(opens, user_id=user.pk, issued_by_id__in=mine)
    return Bar.PRINTED if slips.exists() else None


def print_bar(user: User, actor: Actor, today: date, *, agreed: bool = False) -> Bar | None:
    """Why ``actor`` prints no slip of ``user``, who holds or is to hold a powerful role on ``today`` or later.

    ``agreed``: two administrators agreed to a reset. Without it nobody prints a slip of an administrator whom the
    installation appointed, or the first of two administrators would sign in as the second.
    """
    if actor.user_id is None:
        return None
    mine = accounts_of_one_person(actor.user_id)
    if user.pk in mine:
        return Bar.OWN
    held = RoleGrant.objects.filter(user_id=user.pk, role__in=POWERFUL, ends_on__gte=today)
    if held.filter(granted_by_id__in=mine).exists():
        return Bar.GRANTED
    first = held.filter(role=Role.ADMINISTRATOR, granted_by_id__isnull=True)
    return Bar.FIRST if not agreed and first.exists() else None


def refuse(bar: Bar | None) -> None:
    """Errors: ``Conflict`` with the reason."""
    if bar is not None:
        raise Conflict(WHY[bar], code="two_persons")


def accounts_of_one_person(user_id: UUID) -> frozenset[UUID]:
    """In one query, because policies ask it. An account that is nobody's in the registry stands alone."""
    person = User.objects.filter(pk=user_id, person_id__isnull=False).values("person_id")
    return frozenset(User.objects.filter(person_id__in=person).values_list("pk", flat=True)) | {user_id}


def alone_with(user: User) -> None:
    """Inside a unit of work: a grant and a slip of one account wait for each other, so that neither is overlooked."""
    User.objects.select_for_update(no_key=True).filter(pk=user.pk).values_list("pk", flat=True).first()
