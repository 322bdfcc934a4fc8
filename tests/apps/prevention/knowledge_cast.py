"""A room that takes a test: an activity with a session, participants with links, a published bank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.utils import timezone

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.close_tests import close_tests
from sinetra.apps.prevention.actions.generate_questions import generate_questions
from sinetra.apps.prevention.actions.prepare_test import open_after_test, prepare_test
from sinetra.apps.prevention.actions.publish_question import publish_all
from sinetra.apps.prevention.actions.take_test import take_test
from sinetra.apps.prevention.links import PARTICIPANT, new_link
from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, BankQuestion, TestSheet
from sinetra.apps.prevention.moments import Moment, questions_for

DAY = date(2024, 11, 22)


@dataclass(frozen=True)
class Room:
    activity: Activity
    session: ActivitySession
    guests: list[Attendance]
    links: list[str]


def make_room(actor: Actor, guests: int = 8, state: str = "open") -> Room:
    with unit_of_work(SYSTEM) as work:
        activity = work.create(
            Activity(organisation_id=actor.office, kind="sosialisasi", state="planned", title="Sosialisasi contoh")
        )
        session = work.create(
            ActivitySession(organisation_id=actor.office, activity=activity, title="Aula contoh", state=state)
        )
        work.record("activity.plan", activity)
        work.record("session.open", session)
    room = Room(activity=activity, session=session, guests=[], links=[])
    for number in range(guests):
        add_guest(room, number)
    return room


def add_guest(room: Room, number: int, bit: int | None = None) -> Attendance:
    """``bit``: last bit of the id, which says the first form; by turns without it."""
    link = new_link(PARTICIPANT)
    row = Attendance(
        organisation_id=room.activity.organisation_id,
        activity=room.activity,
        session=room.session,
        name=f"Tamu Contoh {number}",
        name_key=f"tamu contoh {number}",
        way="qr",
        came_at=timezone.now(),
        link_hash=link.hash,
    )
    wanted = number % 2 if bit is None else bit
    row.pk = type(row.pk)(int=row.pk.int & ~1 | wanted)
    with unit_of_work(SYSTEM) as work:
        work.create(row)
        work.record("attendance.take", row)
    room.guests.append(row)
    room.links.append(link.text)
    return row


def fill_bank(writer: Actor, checker: Actor) -> list[BankQuestion]:
    rows = generate_questions(law_date=DAY, actor=writer)
    publish_all(questions=[(row, row.version) for row in rows], actor=checker)
    return rows


def answer(guest: Attendance, moment: Moment, right: int) -> TestSheet:
    """The first ``right`` questions right, the others wrong."""
    chosen = {}
    for at, row in enumerate(questions_for(guest, moment)):
        wrong = next(item["code"] for item in row.options if item["code"] != row.key)
        chosen[str(row.pk)] = row.key if at < right else wrong
    return take_test(attendance=guest, moment=moment, answers=chosen)


def close(room: Room) -> None:
    room.session.refresh_from_db()
    with unit_of_work(SYSTEM) as work:
        work.change(room.session, state="closed", closed_at=work.at)
        work.record("session.close", room.session)
        close_tests(work, room.session)


@pytest.fixture
def writer(person: Callable[[str], Actor]) -> Actor:
    return person("petugas.bkpsdm")


@pytest.fixture
def checker(person: Callable[[str], Actor]) -> Actor:
    return person("tim.netralitas")


@pytest.fixture
def room(writer: Actor, checker: Actor) -> Room:
    """Eight guests, an open session, forms of ten."""
    fill_bank(writer, checker)
    found = make_room(writer)
    prepare_test(activity=found.activity, actor=writer)
    return found


BEFORE, AFTER = [4, 5, 6, 3, 7, 5, 10, 2], [7, 8, 6, 6, 9, 9, 10, 5]


def taken(room: Room, writer: Actor) -> None:
    """Everybody takes both."""
    for guest, right in zip(room.guests, BEFORE, strict=True):
        answer(guest, Moment.BEFORE, right)
    open_after_test(session=room.session, actor=writer)
    for guest, right in zip(room.guests, AFTER, strict=True):
        answer(guest, Moment.AFTER, right)
