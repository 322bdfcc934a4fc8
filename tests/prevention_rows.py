"""Rows of prevention that tests of several folders need: an activity with a session, who came, with their links."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.publish_pledge_text import publish_pledge_text
from sinetra.apps.prevention.actions.write_pledge_text import PledgeDraft, write_pledge_text
from sinetra.apps.prevention.links import PARTICIPANT, new_link
from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, PledgeText
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.clock import today

DAY = date(2024, 11, 21)
SENTENCE = "Saya netral dan melayani semua orang dengan sama."
BODY = "Kami berikrar:\n1. Menjaga netralitas.\n2. Melayani semua orang dengan sama."


def stored(row: Row) -> Any:
    with unit_of_work(SYSTEM) as work:
        work.create(row)
        work.record("test.store", row)
    return row


def office() -> Organisation:
    return Organisation.objects.get(name="Pemerintah Kota Cendana (contoh)")


def person(name: str) -> Person:
    return Person.objects.select_related("unit").get(name__startswith=name)


def acting(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today("99.71"))


def held_activity(sessions: int = 1, *, state: str = "closed") -> Activity:
    activity = stored(
        Activity(organisation=office(), kind="sosialisasi", state="held", title="Sosialisasi netralitas", starts_on=DAY)
    )
    for place in range(1, sessions + 1):
        stored(ActivitySession(organisation=office(), activity=activity, place=place, day=DAY, state=state))
    return activity


def came(activity: Activity, who: Person | str, *, unit: Unit | None = None, place: int = 1) -> tuple[Attendance, str]:
    """The attendance and the text of its link."""
    link = new_link(PARTICIPANT)
    known = who if isinstance(who, Person) else None
    name = known.name if known else str(who)
    row = Attendance(
        organisation=office(),
        activity=activity,
        session=activity.sessions.get(place=place),
        person=known,
        name=name,
        name_key=name_key(name),
        unit=known.unit if known else unit,
        status=known.status if known else "non_asn",
        position=known.position if known else "",
        way="qr",
        came_at=datetime(2024, 11, 21, 2, tzinfo=UTC),
        link_hash=link.hash,
    )
    return stored(row), link.text


def draft(**more: Any) -> PledgeDraft:
    given: dict[str, Any] = {
        "kind": PledgeText.Kind.OATH,
        "title": "Ikrar netralitas pegawai",
        "body": BODY,
        "written_part": SENTENCE,
        "in_force_from": date(2024, 9, 25),
    }
    return PledgeDraft(**(given | more))


def published(writer: str = "petugas.bkpsdm", checker: str = "tim.netralitas", **more: Any) -> PledgeText:
    text = write_pledge_text(draft=draft(**more), actor=acting(writer))
    return publish_pledge_text(text=text, version=text.version, actor=acting(checker))
