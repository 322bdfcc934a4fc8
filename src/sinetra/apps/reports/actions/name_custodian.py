"""By a decision of the office somebody becomes custodian or deputy of the vault, from one day to another."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import CustodyNaming
from sinetra.apps.reports.policies import HANDLERS
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock

LEAST_DECISION = 5


def name_custodian(
    *,
    user: User,
    post: Post,
    decision: str,
    starts_on: date,
    ends_on: date,
    actor: Actor,
    at: datetime | None = None,
) -> CustodyNaming:
    """In advance: not for days that are over. The role of custodian itself is given by the administrators.

    Errors: ``Forbidden`` (no member of the plenary of that office), ``BadInput`` naming ``user``, ``decision``,
    ``starts_on`` or ``ends_on``, ``Conflict`` with a naming of the same post or person on one of the days.
    """
    row = CustodyNaming(
        organisation_id=user.organisation_id,
        user=user,
        post=post,
        decision=decision.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    require(actor, "custody.name", row)
    _check(row)
    with unit_of_work(actor, at=at) as work:
        # One office, one naming at a time: two that come at once wait for each other.
        Organisation.objects.select_for_update(no_key=True).filter(pk=row.organisation_id).values_list("pk").first()
        beside = CustodyNaming.objects.filter(organisation_id=row.organisation_id, ended_at=None)
        beside = beside.filter(starts_on__lte=ends_on, ends_on__gte=starts_on)
        taken = beside.filter(Q(post=post) | Q(user=user)).first()
        if taken is not None:
            raise Conflict(
                gettext_noop("Untuk hari-hari itu jabatan atau orang ini sudah ditunjuk, sampai %(ends_on)s."),
                code="named",
                ends_on=taken.ends_on.isoformat(),
            )
        work.create(row)
        work.record("custody.name", row, data={"user": str(user.pk), "post": post}, decision=row.decision)
    return row


def _check(row: CustodyNaming) -> None:
    today = clock.today(row.user.organisation.region_id)
    if len(row.decision) < LEAST_DECISION:
        raise BadInput(
            gettext_noop("Tuliskan nomor dan tanggal keputusannya, sedikitnya %(accepted)s karakter."),
            field="decision",
            accepted=(str(LEAST_DECISION),),
        )
    if row.starts_on < today:
        raise BadInput(
            gettext_noop("Penunjukan dibuat di muka: paling cepat %(accepted)s."),
            field="starts_on",
            accepted=(today.isoformat(),),
        )
    if row.ends_on < row.starts_on:
        raise BadInput(
            gettext_noop("Hari terakhir mendahului hari pertama (%(accepted)s)."),
            field="ends_on",
            accepted=(row.starts_on.isoformat(),),
        )
    held = RoleGrant.objects.filter(user_id=row.user.pk, starts_on__lte=row.ends_on, ends_on__gte=row.starts_on)
    roles = frozenset(held.values_list("role", flat=True))
    if not row.user.is_active or Role.CUSTODIAN not in roles or roles & frozenset(HANDLERS):
        raise BadInput(
            gettext_noop("Akun ini tidak berperan kustodian pada hari-hari itu, atau juga menangani laporan."),
            field="user",
            code="no_custodian",
        )
