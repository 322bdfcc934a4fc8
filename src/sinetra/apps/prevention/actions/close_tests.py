"""A session closes: its tests become figures of all together, and every single sheet is deleted, with proof.

``close_tests`` runs inside the unit of work that closes the session. The trace keeps that there was a sheet and that
it is gone; its digest says nothing, for the salt went with the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.models import ActivitySession, BankQuestion, KnowledgeTest, TestItem, TestResult, TestSheet
from sinetra.apps.prevention.moments import DELAYED_FOR, DELAYED_FROM, Moment
from sinetra.core.prevention.item_analysis import Sheet, item_figures
from sinetra.core.prevention.understanding import ENOUGH, Gain, Group, gain, group, welch
from sinetra.ports.clock import today


def close_tests(work: Work, session: ActivitySession) -> None:
    """Computes, stores and deletes. Again, or for a session without a test, it changes nothing.

    Call it after the session was changed to closed: from then on no sheet comes in.
    """
    if not KnowledgeTest.objects.filter(activity_id=session.activity_id).exists():
        return
    if TestResult.objects.filter(session=session).exists():
        return
    sheets = list(TestSheet.objects.filter(session=session).order_by("pk"))
    pairs = _paired(sheets)
    found = gain([(one.score, other.score) for one, other in pairs])
    result = TestResult(
        organisation_id=session.organisation_id, session=session, closed_on=today(session.activity.region_id)
    )
    if found is not None:
        _fill(result, found, before=_count(sheets, Moment.BEFORE), after=_count(sheets, Moment.AFTER))
    work.create(result)
    work.record("test.close", result, data={"sheets": len(sheets)})
    if found is not None:
        _store_items(work, result, pairs)
    _erase(work, sheets)


def close_delayed(session: ActivitySession) -> TestResult | None:
    """After the last day of the delayed test; figures of the group beside those of the test after."""
    result = TestResult.objects.filter(session=session).first()
    if result is None or result.delayed_on is not None:
        return None
    with unit_of_work(SYSTEM) as work:
        sheets = list(TestSheet.objects.filter(session=session, moment=Moment.DELAYED).order_by("pk"))
        values: dict[str, object] = {"delayed_on": today()}
        if len(sheets) >= ENOUGH:
            values |= _delayed(result, group([sheet.score for sheet in sheets]))
        work.change(result, **values)
        work.record("test.close", result, data={"sheets": len(sheets), "moment": Moment.DELAYED.value})
        _erase(work, sheets)
    return result


def close_due_delayed(day: date) -> int:
    """Every session whose delayed test is over on ``day``; how many."""
    over = TestResult.objects.filter(delayed_on__isnull=True, closed_on__lt=day - (DELAYED_FROM + DELAYED_FOR))
    waiting = over.select_related("session").order_by("pk")
    return sum(close_delayed(result.session) is not None for result in waiting.iterator(chunk_size=200))


def _paired(sheets: Iterable[TestSheet]) -> list[tuple[TestSheet, TestSheet]]:
    by_person: dict[UUID, dict[str, TestSheet]] = {}
    for sheet in sheets:
        by_person.setdefault(sheet.attendance_id, {})[sheet.moment] = sheet
    both = (found for found in by_person.values() if {Moment.BEFORE, Moment.AFTER} <= set(found))
    return [(found[Moment.BEFORE], found[Moment.AFTER]) for found in both]


def _count(sheets: Iterable[TestSheet], moment: Moment) -> int:
    return sum(sheet.moment == moment for sheet in sheets)


def _fill(result: TestResult, found: Gain, *, before: int, after: int) -> None:
    result.before, result.after, result.pairs = before, after, found.before.n
    result.mean_before, result.sd_before = found.before.mean, found.before.sd
    result.mean_after, result.sd_after = found.after.mean, found.after.sd
    result.gain, result.gain_low, result.gain_high = found.gain.mean, found.gain.low, found.gain.high
    result.hake, result.single_hake, result.undefined = found.hake, found.single_hake, found.undefined
    result.d_z, result.d_av = found.d_z, found.d_av


def _store_items(work: Work, result: TestResult, pairs: Sequence[tuple[TestSheet, TestSheet]]) -> None:
    keys = dict(BankQuestion.objects.filter(pk__in=_asked(pairs)).values_list("pk", "key"))
    for item in item_figures([_marked(one, keys) for one, _ in pairs], [_marked(other, keys) for _, other in pairs]):
        columns = asdict(item)
        question = UUID(columns.pop("question"))
        row = TestItem(organisation_id=result.organisation_id, result=result, question_id=question, **columns)
        work.create(row)
        work.record("test.close", row)


def _asked(pairs: Iterable[tuple[TestSheet, TestSheet]]) -> set[str]:
    return {name for pair in pairs for sheet in pair for name in sheet.answers}


def _marked(sheet: TestSheet, keys: dict[UUID, str]) -> Sheet:
    return {name: keys[UUID(name)] == code for name, code in sheet.answers.items()}


def _delayed(result: TestResult, late: Group) -> dict[str, object]:
    values: dict[str, object] = {"delayed": late.n, "mean_delayed": late.mean, "sd_delayed": late.sd}
    if result.mean_after is not None and result.sd_after is not None:
        found = welch(Group(n=result.pairs, mean=result.mean_after, sd=result.sd_after), late)
        if found is not None:
            values |= {"kept": found.mean, "kept_low": found.low, "kept_high": found.high}
    return values


def _erase(work: Work, sheets: Iterable[TestSheet]) -> None:
    for sheet in sheets:
        work.remove(sheet)
        work.record("test.erase", sheet)
