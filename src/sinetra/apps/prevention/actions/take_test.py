"""A participant hands in a test, once. Nothing about the answers enters the trace."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import ActivitySession, Attendance, TestSheet
from sinetra.apps.prevention.moments import Moment, moment_now, questions_for
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_TAKEN = {Moment.BEFORE: "took_before", Moment.AFTER: "took_after"}


def take_test(*, attendance: Attendance, moment: Moment, answers: Mapping[str, str]) -> TestSheet:
    """``answers``: id of each question to the code chosen. Handed in again, the first sheet answers, whatever is sent.

    Errors: ``Conflict`` when that test is not open; ``BadInput`` naming the first question without an answer.
    """
    require(PUBLIC, "test.take", attendance)
    with unit_of_work(PUBLIC) as work:
        # The session row is the gate: who closes it changes it, so no sheet comes in beside a closing.
        session = ActivitySession.objects.select_for_update().get(pk=attendance.session_id)
        found = TestSheet.objects.filter(attendance=attendance, moment=moment).first()
        if found is not None:
            return found
        attendance.session = session
        if moment_now(attendance) != moment:
            raise Conflict(gettext_noop("Tes ini tidak sedang dibuka."), code="not_open")
        questions = questions_for(attendance, moment)
        if not questions:
            raise Conflict(gettext_noop("Soal tes ini tidak berlaku lagi karena hukumnya berubah."), code="law_changed")
        chosen = {str(row.pk): answers.get(str(row.pk), "") for row in questions}
        for row in questions:
            if chosen[str(row.pk)] not in {item["code"] for item in row.options}:
                raise BadInput(gettext_noop("Pilih satu jawaban."), field=str(row.pk))
        sheet = work.create(
            TestSheet(
                organisation_id=attendance.organisation_id,
                session=session,
                attendance=attendance,
                moment=moment,
                answers=chosen,
                asked=len(questions),
                right=sum(chosen[str(row.pk)] == row.key for row in questions),
                link_hash=attendance.link_hash,
            )
        )
        work.record("test.take", sheet, data={"moment": moment.value})
        if moment in _TAKEN:
            attendance.refresh_from_db()
            work.change(attendance, **{_TAKEN[moment]: True})
            work.record("test.take", attendance, data={"moment": moment.value})
    return sheet
