"""People of the vault: a deputy, who leaves, a small office, the custodian of the province."""

from __future__ import annotations

from datetime import date, timedelta

from report_cast import TODAY, Cast, hold, person

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.actions import (
    name_custodian,
    new_custodian_key,
    open_identity,
)
from sinetra.apps.reports.models import CustodyNaming, Identity
from sinetra.apps.reports.vocabulary import OpeningGround, Post

REASON = "Klarifikasi pelapor atas permintaan pleno."
DEPUTYS, PROVINCES, NEWER = "daun pandan di dapur ibu", "angin laut di teluk sunyi", "batu kapur di jalan desa"
DECISION = "Keputusan Ketua 12/2024, 20 November 2024"
LATER = date(2025, 12, 31)


def newest() -> Identity:
    rows = Identity.objects.select_related("report__organisation", "report__matter", "key", "organisation")
    return rows.order_by("-pk")[0]


def opened(actor: Actor, secret: str, row: Identity | None = None) -> str:
    row = row or newest()
    ground = OpeningGround.CLARIFICATION
    return open_identity(identity=row, secret=secret, ground=ground, reason=REASON, actor=actor).name


def named(
    cast: Cast, user: Actor, post: Post = Post.DEPUTY, starts_on: date = TODAY, ends_on: date = LATER
) -> CustodyNaming:
    return name_custodian(
        user=User.objects.get(pk=user.user_id),
        post=post,
        decision=DECISION,
        starts_on=starts_on,
        ends_on=ends_on,
        actor=cast.commissioner,
    )


def deputy_of(cast: Cast) -> Actor:
    actor = person(cast.bawaslu, Role.CUSTODIAN)
    hold(actor)
    named(cast, actor)
    new_custodian_key(organisation=cast.bawaslu, passphrase=DEPUTYS, actor=actor)
    return actor


def leave(*actors: Actor) -> None:
    for row in RoleGrant.objects.filter(user_id__in=[actor.user_id for actor in actors]):
        with unit_of_work(SYSTEM) as work:
            work.change(row, ends_on=TODAY - timedelta(days=1), starts_on=TODAY - timedelta(days=9))
            work.record("accounts.end_role", row)


def shrink(cast: Cast, left: int) -> None:
    """So many people of the office stay."""
    rows = RoleGrant.objects.filter(organisation=cast.bawaslu).exclude(user_id=cast.custodian.user_id)
    leave(*(Actor(kind="person", user_id=row.user_id) for row in rows[: rows.count() + 1 - left]))


def province_custodian(cast: Cast, *, with_key: bool = True) -> Actor:
    actor = person(cast.province, Role.CUSTODIAN)
    hold(actor)
    if with_key:
        new_custodian_key(organisation=cast.province, passphrase=PROVINCES, actor=actor)
    return actor
