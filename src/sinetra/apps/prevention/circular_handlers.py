"""Daily work on circulars: law that changed, units that have not stated that they received one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.letters_out import send_once
from sinetra.apps.base.tasks import periodic
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.circular_law import law_news
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors.circular_receipts import ESCALATE_AFTER, REMIND_AFTER, late, silent_units
from sinetra.ports.clock import today
from sinetra.ports.mail import Letter

EVERY = timedelta(days=1)


@periodic("circular.law", every=EVERY)
def watch_law(payload: Mapping[str, Any]) -> None:
    """Puts a circular on the worklist when what it cites has changed; pages compute the same on read."""
    del payload
    flag_changed_law()


@periodic("circular.remind", every=EVERY)
def remind(payload: Mapping[str, Any]) -> None:
    del payload
    remind_units()
    escalate()


def flag_changed_law() -> int:
    """How many were flagged now."""
    rows = Circular.objects.filter(state=Circular.State.PUBLISHED, law_changed_on__isnull=True)
    return sum(_flag(row, today(row.region_id)) for row in rows.order_by("pk").iterator())


def _flag(row: Circular, day: date) -> bool:
    news = law_news(row, day)
    if not news:
        return False
    since = min((item.since for item in news if item.since is not None), default=day)
    with unit_of_work(SYSTEM) as work:
        work.change(row, law_changed_on=since)
        work.record("circular.law_changed", row, data={"norms": [item.norm for item in news]})
    return True


def remind_units() -> int:
    """One letter to each organiser of a silent unit, once for a circular; how many there were."""
    sent = 0
    for row in late(today(), REMIND_AFTER).order_by("pk").iterator():
        day = today(row.region_id)
        for username, unit in _organisers(row, day):
            sent += send_once(_letter(row, username, unit))
    return sent


def _organisers(row: Circular, day: date) -> list[tuple[str, str]]:
    grants = RoleGrant.objects.filter(
        role=Role.UNIT_ORGANISER,
        unit__in=silent_units(row),
        starts_on__lte=day,
        ends_on__gte=day,
        user__is_active=True,
    )
    return list(grants.order_by("pk").values_list("user__username", "unit__name"))


def _letter(row: Circular, username: str, unit: str) -> Letter:
    """Accounts have no address of their own: the relay of the office knows the one of a user name."""
    return Letter(
        to=username,
        subject="Surat edaran belum dinyatakan diterima",
        text=f"{unit} belum menyatakan menerima surat edaran {row.number} tentang {row.title}.\n"
        "Buka Ruang kerja di Sinetra, lalu tekan Nyatakan diterima.\n",
        key=f"circular.remind:{row.pk}:{username}:{unit}",
    )


def escalate() -> int:
    """To the officer's worklist after two weeks, and off it again when every unit has stated it."""
    changed = 0
    due = late(today(), ESCALATE_AFTER)
    for row in due.order_by("pk").iterator():
        waits = silent_units(row).exists()
        if waits != (row.escalated_on is not None):
            with unit_of_work(SYSTEM) as work:
                work.change(row, escalated_on=today(row.region_id) if waits else None)
                work.record("circular.escalate" if waits else "circular.complete", row)
            changed += 1
    return changed
