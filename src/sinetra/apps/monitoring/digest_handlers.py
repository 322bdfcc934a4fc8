"""The weekly digest: once a week and office, to its press officers; never to anybody's private account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.digest import digest
from sinetra.apps.monitoring.digest_letter import digest_letter
from sinetra.apps.monitoring.models import WeeklyDigest
from sinetra.apps.monitoring.week import last_week, week_of
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.ports.mail import Letter, mailer

MAIL = "press.digest_mail"


@periodic("press.digest", every=timedelta(days=1))
def weekly_digests(payload: Mapping[str, Any]) -> None:
    """Every day, so that an installation that was off on Monday makes up for it; a week is told of once."""
    del payload
    for office in Organisation.objects.filter(pk__in=_offices()).order_by("pk"):
        tell_week(office)


def _offices() -> set[UUID]:
    day = today()
    readers = RoleGrant.objects.filter(role=Role.PRESS_OFFICER, starts_on__lte=day, ends_on__gte=day)
    return set(readers.filter(user__is_active=True).values_list("user__organisation_id", flat=True))


def tell_week(office: Organisation) -> WeeklyDigest | None:
    """The last week that is over; None when it was told of already."""
    week = last_week(office.region_id)
    known = WeeklyDigest.objects.filter(organisation=office, week=week.monday)
    if known.exists():
        return None
    row = WeeklyDigest(organisation=office, week=week.monday)
    with unit_of_work(SYSTEM) as work:
        # Another worker may have been faster. Where both look at once, the unique key stops one.
        if known.exists():
            return None
        work.create(row)
        work.record("press.digest", row, data={"week": week.monday.isoformat()})
        work.enqueue(MAIL, {"digest": str(row.pk)}, key=f"{MAIL}:{office.pk}:{week.monday}")
    return row


@handler(MAIL)
def mail_digest(payload: Mapping[str, Any]) -> None:
    """A letter to each press officer of the office; the mailer takes the same letter once."""
    row = WeeklyDigest.objects.select_related("organisation").get(pk=payload["digest"])
    day = today(row.organisation.region_id)
    for user in _readers(row.organisation_id, day):
        actor = actor_of(user, day)
        week = week_of(row.week, row.organisation.region_id)
        with translation.override("id"):
            text = digest_letter(row.organisation.name, digest(actor, week))
        # Accounts have no address of their own: the relay of the office knows the one of a user name.
        letter = Letter(
            to=user.username,
            subject=f"Ringkasan berita, minggu {row.week.isoformat()}",
            text=text,
            key=f"{MAIL}:{row.pk}:{user.username}",
        )
        mailer(settings.SINETRA_DATA).send(letter)


def _readers(office: UUID, day: date) -> list[User]:
    grants = RoleGrant.objects.filter(
        role=Role.PRESS_OFFICER,
        starts_on__lte=day,
        ends_on__gte=day,
        user__organisation_id=office,
        user__is_active=True,
    )
    return list(User.objects.filter(pk__in=grants.values("user_id")).order_by("pk"))
