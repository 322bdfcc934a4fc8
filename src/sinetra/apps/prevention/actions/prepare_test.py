"""Two parallel forms for an activity from the published questions, and the moment at which the test after opens."""

from __future__ import annotations

from random import Random

from django.db import IntegrityError
from django.db.models import Avg

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    BankQuestion,
    KnowledgeTest,
    TestItem,
    TestOpening,
    TestSheet,
)
from sinetra.apps.prevention.standing import fault
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.parallel_forms import SIZE, Item, parallel_forms
from sinetra.ports.clock import today

#: Sizes that a form may have.
SIZES = (5, 20)


def prepare_test(*, activity: Activity, actor: Actor, size: int = SIZE) -> KnowledgeTest:
    """Anew while nobody has answered. Errors: ``Forbidden``; ``BadInput`` naming ``size``, also when the bank has too
    few published questions; ``Conflict`` when somebody has answered (``answered``).
    """
    require(actor, "test.prepare", activity)
    if not SIZES[0] <= size <= SIZES[1]:
        raise BadInput(gettext_noop("Pilih %(accepted)s soal."), field="size", accepted=[f"{SIZES[0]}–{SIZES[1]}"])
    items = usable_items(actor)
    forms = parallel_forms(items, size, Random(activity.pk.int))  # noqa: S311 - no secret, the same forms again
    if forms is None:
        scenes = len({item.scene for item in items})
        raise BadInput(
            gettext_noop("Perlu %(needed)s soal yang terbit dan masih berlaku; baru ada %(value)s."),
            field="size",
            needed=2 * size,
            value=scenes,
        )
    with unit_of_work(actor) as work:
        found = KnowledgeTest.objects.filter(activity=activity).first()
        if found is None:
            found = KnowledgeTest(
                organisation_id=activity.organisation_id,
                activity=activity,
                form_a=list(forms[0]),
                form_b=list(forms[1]),
            )
            work.create(found)
        else:
            _require_unanswered(activity)
            work.change(found, form_a=forms[0], form_b=forms[1])
        work.record("test.prepare", found, data={"size": size})
    return found


def usable_items(actor: Actor) -> list[Item]:
    """The published questions of the office whose law stands, with how many had them right before."""
    rows = BankQuestion.objects.filter(organisation_id=actor.office, state=BankQuestion.State.PUBLISHED)
    right = dict(
        TestItem.objects.filter(question__in=rows, p_before__isnull=False)
        .values_list("question_id")
        .annotate(mean=Avg("p_before"))
    )
    day = today()
    return [
        Item(id=str(row.pk), topic=row.topic, scene=row.scene, difficulty=right.get(row.pk))
        for row in rows
        if fault(row, day) is None
    ]


def _require_unanswered(activity: Activity) -> None:
    taken = TestSheet.objects.filter(session__activity=activity).exists()
    if taken or activity.sessions.filter(test_result__isnull=False).exists():
        raise Conflict(gettext_noop("Sudah ada yang menjawab; soalnya tidak diganti lagi."), code="answered")


def open_after_test(*, session: ActivitySession, actor: Actor) -> TestOpening:
    """From now on the test before is over. Errors: ``Forbidden``; ``Conflict`` for a session that is not open, that
    has no test, or whose test after is open.
    """
    require(actor, "test.open_after", session)
    if session.state != ActivitySession.State.OPEN:
        raise Conflict(gettext_noop("Sesi ini tidak sedang berlangsung."), code="not_open")
    if not KnowledgeTest.objects.filter(activity_id=session.activity_id).exists():
        raise Conflict(gettext_noop("Susun dahulu soal tes kegiatan ini."), code="no_test")
    if TestOpening.objects.filter(session=session).exists():
        raise Conflict(gettext_noop("Tes sesudah sudah dibuka."), code="opened")
    try:
        with unit_of_work(actor) as work:
            row = work.create(TestOpening(organisation_id=session.organisation_id, session=session))
            work.record("test.open_after", row)
    except IntegrityError as error:
        raise Conflict(gettext_noop("Tes sesudah sudah dibuka."), code="opened") from error
    return row
