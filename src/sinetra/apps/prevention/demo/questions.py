"""A published question bank and one closed session with its figures, from invented sheets. Profile ``demo`` only."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.close_tests import close_tests
from sinetra.apps.prevention.actions.generate_questions import generate_questions
from sinetra.apps.prevention.actions.prepare_test import open_after_test, prepare_test
from sinetra.apps.prevention.actions.publish_question import publish_all
from sinetra.apps.prevention.actions.take_test import take_test
from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, BankQuestion
from sinetra.apps.prevention.moments import Moment, questions_for
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.clock import today

REGION = "99.71"
TITLE = "Sosialisasi netralitas untuk perangkat daerah (contoh)"
WRITER, CHECKER = "petugas.bkpsdm", "tim.netralitas"
PEOPLE = 24
#: Shares that are answered right before and after, so that the figures look like those of a real room.
BEFORE, AFTER = 0.55, 0.8


def load_questions() -> Activity:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    day = today(REGION)
    writer, checker = (actor_of(User.objects.get(username=name), day) for name in (WRITER, CHECKER))
    generate_questions(law_date=day, actor=writer)
    drafts = BankQuestion.objects.filter(organisation_id=writer.office, state=BankQuestion.State.DRAFT)
    publish_all(questions=[(row, row.version) for row in drafts], actor=checker)
    found = Activity.objects.filter(organisation_id=writer.office, title=TITLE).first()
    return found if found is not None else _held(writer, day - timedelta(days=7))


def _held(actor: Actor, day: date) -> Activity:
    with unit_of_work(actor) as work:
        activity = work.create(
            Activity(
                organisation_id=actor.office,
                kind=Activity.Kind.SOCIALISATION,
                state=Activity.State.HELD,
                title=TITLE,
                region_id=REGION,
                starts_on=day,
            )
        )
        work.record("activity.plan", activity)
        session = work.create(
            ActivitySession(
                organisation_id=actor.office,
                activity=activity,
                title="Aula balai kota (contoh)",
                day=day,
                state=ActivitySession.State.OPEN,
            )
        )
        work.record("session.open", session)
        guests = [_guest(activity, session, number) for number in range(PEOPLE)]
        for guest in guests:
            work.create(guest)
            work.record("attendance.take", guest)
    prepare_test(activity=activity, actor=actor)
    random = Random(2024)  # noqa: S311 - invented answers, the same each time
    for guest in guests:
        _answer(guest, Moment.BEFORE, BEFORE, random)
    open_after_test(session=session, actor=actor)
    for guest in guests[:-2]:
        _answer(guest, Moment.AFTER, AFTER, random)
    with unit_of_work(actor) as work:
        work.change(session, state=ActivitySession.State.CLOSED, closed_at=work.at)
        work.record("session.close", session)
        close_tests(work, session)
    return activity


def _guest(activity: Activity, session: ActivitySession, number: int) -> Attendance:
    name = f"Peserta Contoh {number + 1}"
    return Attendance(
        organisation_id=activity.organisation_id,
        activity=activity,
        session=session,
        name=name,
        name_key=name_key(name),
        way=Attendance.Way.PAPER,
        came_at=session.created_at,
    )


def _answer(guest: Attendance, moment: Moment, share: float, random: Random) -> None:
    answers = {}
    for row in questions_for(guest, moment):
        wrong = [item["code"] for item in row.options if item["code"] != row.key]
        answers[str(row.pk)] = row.key if random.random() < share else random.choice(wrong)
    take_test(attendance=guest, moment=moment, answers=answers)
