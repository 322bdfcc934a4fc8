"""Reads of cases: what came in, the matters of an office, one matter, what is due, what waits for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases import moves, parcels
from sinetra.apps.cases.checklist import Item, has_checklist, items, may_change
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import corrections_of, is_settled, to_tell_again
from sinetra.apps.cases.erasure.holds import hold_on
from sinetra.apps.cases.erasure.reads import ErasedNotice, erased_notice
from sinetra.apps.cases.examinations.outcomes import cleared_places
from sinetra.apps.cases.models import (
    Clock,
    Correction,
    HandOver,
    Matter,
    RecordedAnswer,
    RetentionHold,
    Step,
    Study,
    SupervisionReport,
)
from sinetra.apps.cases.offers import possible_acts, possible_grounds, possible_outcomes
from sinetra.apps.cases.overdue import answer_clocks
from sinetra.apps.cases.plenaries import PlenaryView, plenaries
from sinetra.apps.cases.policies import RECOMMENDERS
from sinetra.apps.cases.recorded import may_confirm, may_record, records_of
from sinetra.apps.cases.steps import text_of
from sinetra.apps.cases.studies import StudyView, opened
from sinetra.apps.cases.track_views import MatterClock, TrackView, track_views
from sinetra.apps.cases.track_views import told as clock_told
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, State
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.policies import HANDLERS
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.selectors import ReportView, report_view
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import NotFound, gettext_noop

__all__ = [
    "Inbox",
    "MatterClock",
    "MatterFilter",
    "MatterStep",
    "MatterView",
    "TrackView",
    "arrived",
    "due_today",
    "due_until",
    "hand_overs",
    "handing_over_view",
    "has_cases",
    "inbox",
    "matter_view",
    "matters",
    "open_states",
    "package_file",
    "possible_acts",
    "possible_grounds",
    "possible_outcomes",
    "reported_people",
    "state_name",
    "unopened_until",
    "waiting_for_whom",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What nobody has taken on yet: new reports, and hand-overs that wait for an answer."""

    reports: Page[Report]
    hand_overs: Page[HandOver]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFilter:
    """All that are not closed, or those that are. ``oldest``: the longest open first."""

    closed: bool = False
    oldest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterStep:
    code: str
    params: Mapping[str, Any]
    at: datetime
    on: date
    for_reporter: bool

    def text(self, translate: Callable[[str], str] = str, language: str = "id") -> str:
        return text_of(self.code, self.params, translate, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """One matter as its office sees it.

    ``reported``: role, name, unit of those reported. Once nothing was proven nobody is in it, nor any text about
    them: ``is_cleared`` of the matter. ``corrections``: who had been told, and who says that nothing was proven;
    ``tell_again``: who was told so though it was reopened; ``is_settled``: cleared, and everybody knows.
    ``acts``: names of the verbs that this actor may do now. ``report``: the report opened, where it lives here.
    ``sender_number``, ``sent_on_track``, ``product`` and ``summary``: what a hand-over told, or what the
    office's own supervision has seen, with ``where``. ``checklist`` is empty where there is none. ``traced``:
    the text of the supervision report. ``clocks`` are those of the matter as a whole; each of the ``tracks`` has its
    own. ``study``: its last version. ``records``: answers that this office recorded; ``recordable`` hand-overs and
    ``confirmable`` records: where this actor may do so. ``answers_due``: by hand-over.
    """

    matter: Matter
    state: Bilingual
    reported: tuple[Mapping[str, Any], ...]
    report: ReportView | None
    sender_number: str
    summary: str
    where: str
    steps: tuple[MatterStep, ...]
    clocks: tuple[MatterClock, ...]
    hand_overs: tuple[HandOver, ...]
    acts: tuple[str, ...]
    sent_on_track: str = ""
    product: str = ""
    checklist: tuple[Item, ...] = ()
    may_check: bool = False
    traced: str = ""
    study: StudyView | None = None
    plenaries: tuple[PlenaryView, ...] = ()
    records: tuple[RecordedAnswer, ...] = ()
    recordable: frozenset[UUID] = frozenset()
    confirmable: frozenset[UUID] = frozenset()
    answers_due: Mapping[UUID, Due] = field(default_factory=dict)
    tracks: tuple[TrackView, ...] = ()
    corrections: tuple[Correction, ...] = ()
    tell_again: tuple[str, ...] = ()
    is_settled: bool = False
    erased: ErasedNotice | None = None
    hold: RetentionHold | None = None


# Words of a matter that was handed over here; the others stand in the catalogue of casework.
_RECEIVED = {
    HandOverState.RECEIVED: Bilingual(id="diterima, belum dijawab", en="received, not answered yet"),
    HandOverState.ACKNOWLEDGED: Bilingual(id="dinyatakan diterima", en="acknowledged"),
    HandOverState.RETURNED: Bilingual(id="dikembalikan", en="returned"),
}


def state_name(matter: Matter) -> Bilingual:
    if matter.kind == MatterKind.HANDED_OVER and matter.state in tuple(HandOverState):
        return _RECEIVED[HandOverState(matter.state)]
    name = moves.casework().machine.names[State(matter.state)]
    if matter.answer_recorded and matter.state in (State.ACKNOWLEDGED, State.RETURNED):
        return Bilingual(id=f"{name.id} (dicatat pengirim)", en=f"{name.en} (recorded by the sender)")
    return name


def has_cases(actor: Actor) -> bool:
    """Whether matters are daily work: to those who supervise always, to a personnel office once it received one."""
    return may(actor, "matter.read") and (actor.has(*RECOMMENDERS) or visible(actor, Matter).exists())


def open_states(actor: Actor) -> Mapping[str, Bilingual]:
    """In which states an open matter of the actor's office can be, in the order of the way."""
    arrived = {HandOverState.RECEIVED.value: _RECEIVED[HandOverState.RECEIVED]}
    if not actor.has(*HANDLERS):
        return arrived | {HandOverState.ACKNOWLEDGED.value: _RECEIVED[HandOverState.ACKNOWLEDGED]}
    names = moves.casework().machine.names
    return arrived | {state.value: name for state, name in names.items() if state != State.CLOSED}


def inbox(actor: Actor, *, size: int = 50) -> Inbox:
    """The head of both, the oldest first. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    reports = visible(actor, Report).filter(state=ReportState.NEW).select_related("region")
    return Inbox(
        reports=page(reports, order=("filed_at", "id"), size=size),
        hand_overs=arrived(actor, size=size),
    )


def arrived(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[HandOver]:
    """Hand-overs that wait for an answer, the longest waiting first. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    rows = visible(actor, HandOver).filter(direction=Direction.INCOMING, state=HandOverState.RECEIVED)
    return page(rows.select_related("matter__region"), order=("sent_at", "id"), after=after, size=size)


def matters(
    actor: Actor, filters: MatterFilter | None = None, *, after: str | None = None, size: int = 50
) -> Page[Matter]:
    """The newest first, unless the oldest are asked for. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    filters = filters or MatterFilter()
    rows = visible(actor, Matter).select_related("region", "handler")
    rows = rows.filter(state=State.CLOSED) if filters.closed else rows.exclude(state=State.CLOSED)
    order = ("opened_at", "id") if filters.oldest else ("-opened_at", "-id")
    return page(rows, order=order, after=after, size=size)


def due_today(actor: Actor, today: date, *, after: str | None = None, size: int = 50) -> Page[Clock]:
    """Running clocks that are due today or overdue, the oldest first; ``clock.matter`` is loaded."""
    return due_until(actor, today, after=after, size=size)


def due_until(actor: Actor, day: date, *, after: str | None = None, size: int = 50) -> Page[Clock]:
    """Running clocks that are due by ``day``. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    rows = visible(actor, Clock).filter(done_at=None, due_on__lte=day).select_related("matter__region")
    return page(rows, order=("due_on", "id"), after=after, size=size)


def unopened_until(actor: Actor, day: date, *, after: str | None = None, size: int = 50) -> Page[Report]:
    """Reports that nobody has opened though the first deadline is due by ``day`` (``report.due_on``), oldest first.

    Their clocks run already; as matters they are in ``due_until``.
    """
    require(actor, "matter.read")
    rows = visible(actor, Report).filter(state=ReportState.NEW, due_on__lte=day).select_related("region")
    return page(rows, order=("due_on", "id"), after=after, size=size)


def waiting_for_whom(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[HandOver]:
    """What was sent and is not acknowledged yet, the longest waiting first; ``counterpart_name`` says for whom."""
    require(actor, "matter.read")
    rows = visible(actor, HandOver).filter(direction=Direction.OUTGOING, state=HandOverState.SENT)
    return page(rows.select_related("matter__region"), order=("sent_at", "id"), after=after, size=size)


def hand_overs(actor: Actor, matter: Matter) -> tuple[HandOver, ...]:
    """The trail of one matter, in order of time."""
    rows = visible(actor, HandOver).filter(matter=matter).select_related("matter")
    return tuple(rows.order_by("sent_at", "id"))


def package_file(actor: Actor, hand_over_id: UUID, part: str = "package") -> tuple[str, bytes]:
    """File name and signed document, to bring it where no connection goes. ``part``: ``package`` or ``reply``.

    Errors: ``Forbidden``, ``NotFound``, ``StepAside``.
    """
    require(actor, "package.export")
    row = visible(actor, HandOver).select_related("matter").filter(pk=hand_over_id).first()
    sealed = None if row is None else row.package_sealed if part == "package" else row.reply_sealed
    if row is None or sealed is None:
        raise NotFound(gettext_noop("Paket ini tidak ada, atau bukan untuk Anda."))
    require(actor, "package.export", row)
    require_no_conflict(actor, row.matter)
    if row.matter.is_cleared:
        raise NotFound(gettext_noop("Perkara ini tidak terbukti; paket yang menyebut nama tersegel."))
    key = row.package_id if part == "package" else row.reply_id
    return f"sinetra-{key}.json", parcels.unsealed(sealed, row.pk, part)


def matter_view(actor: Actor, matter_id: UUID) -> MatterView:
    """Errors: ``Forbidden``, ``NotFound`` (also for a matter of another office or region), ``StepAside`` for who has
    an interest in it."""
    matter = _matter(actor, matter_id)
    if matter.erased_at is not None:
        return _erased_view(actor, matter)
    require_no_conflict(actor, matter)
    cleared = matter.is_cleared
    told = open_value(matter.facts_sealed, matter.pk, "facts") if matter.facts_sealed and not cleared else {}
    trail, records = hand_overs(actor, matter), records_of(actor, matter)
    return MatterView(
        matter=matter,
        state=state_name(matter),
        reported=reported_people(matter),
        report=report_view(actor, matter.report.pk) if matter.report is not None else None,
        sender_number=told.get("number", ""),
        summary=told.get("summary", ""),
        sent_on_track=told.get("track", ""),
        product=told.get("product", ""),
        where=told.get("where", ""),
        steps=_steps(actor, matter),
        clocks=tuple(
            clock_told(row) for row in visible(actor, Clock).filter(matter=matter, track=None).order_by("due_on", "id")
        ),
        hand_overs=trail,
        acts=possible_acts(actor, matter, trail),
        checklist=items(matter) if has_checklist(matter) and not cleared else (),
        may_check=may_change(matter) and may(actor, "matter.check_requirements", matter),
        traced="" if cleared else _traced(actor, matter),
        study=None if cleared else _study(actor, matter),
        plenaries=plenaries(actor, matter),
        records=records,
        recordable=frozenset(row.pk for row in trail if may_record(actor, row, records)),
        confirmable=frozenset(row.pk for row in records if may_confirm(actor, row, row.hand_over)),
        answers_due={key: Due.of(row.told) for key, row in answer_clocks(actor, trail).items()},
        tracks=track_views(actor, matter),
        corrections=corrections_of(actor, matter),
        tell_again=to_tell_again(matter),
        is_settled=is_settled(matter),
        hold=hold_on(matter),
    )


def _erased_view(actor: Actor, matter: Matter) -> MatterView:
    """What is left once its time was over: number, days, outcome, steps, the trail of packages."""
    trail = hand_overs(actor, matter)
    return MatterView(
        matter=matter,
        state=state_name(matter),
        reported=(),
        report=None,
        sender_number="",
        summary="",
        where="",
        steps=_steps(actor, matter),
        clocks=(),
        hand_overs=trail,
        acts=(),
        erased=erased_notice(matter),
    )


def _study(actor: Actor, matter: Matter) -> StudyView | None:
    found = visible(actor, Study).filter(matter=matter).select_related("by").order_by("-edition").first()
    return None if found is None else opened(found)


def _traced(actor: Actor, matter: Matter) -> str:
    found = visible(actor, SupervisionReport).filter(matter=matter).first()
    return "" if found is None else str(open_value(found.text_sealed, found.pk, "text"))


def handing_over_view(actor: Actor, matter_id: UUID) -> MatterView:
    """What is left to who steps aside: number, state, and giving it to somebody else. Errors: those of the view."""
    matter = _matter(actor, matter_id)
    return MatterView(
        matter=matter,
        state=state_name(matter),
        reported=(),
        report=None,
        sender_number="",
        summary="",
        where="",
        steps=(),
        clocks=(),
        hand_overs=(),
        acts=tuple(name for name in possible_acts(actor, matter, hand_overs(actor, matter)) if name == "assign"),
        checklist=(),
        may_check=False,
        traced="",
    )


def _matter(actor: Actor, matter_id: UUID) -> Matter:
    require(actor, "matter.read")
    rows = visible(actor, Matter).select_related("region", "handler", "organisation", "report__organisation")
    matter = rows.filter(pk=matter_id).first()
    if matter is None:
        raise NotFound(gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda."))
    return matter


def reported_people(matter: Matter) -> tuple[Mapping[str, Any], ...]:
    """Role, name, unit of each; nobody once nothing was proven, no name of whom a receiver has cleared."""
    if matter.is_cleared:
        return ()
    people = parcels.reported_of(matter)
    # Who was cleared disappears from what is shown (presumption of innocence); the sealed report keeps its text.
    cleared = cleared_places(matter)
    return tuple(person | {"name": None} if place in cleared else person for place, person in enumerate(people))


def _steps(actor: Actor, matter: Matter) -> tuple[MatterStep, ...]:
    rows = visible(actor, Step)
    found = rows.filter(matter=matter)
    if matter.report_id is not None:
        found = found | rows.filter(report_id=matter.report_id)
    return tuple(
        MatterStep(code=step.code, params=step.params, at=step.at, on=step.on, for_reporter=step.public_text)
        for step in found.distinct().order_by("at", "place", "id")
    )
