"""Who may see and do what with the rows of cases. A hand-over gives the receiver a matter of its own: nobody sees
into another office. Administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import Rule, allow, inside, own_organisation, roles, rows_of
from sinetra.apps.cases.models import (
    CalendarLink,
    ChecklistAnswer,
    Clarification,
    Clock,
    ErasedRecord,
    ErasureRun,
    Examination,
    ExaminationStep,
    FollowUpAnswer,
    HandOver,
    LadderLetter,
    LadderStep,
    Matter,
    MatterNumber,
    MatterWord,
    NilReport,
    NotSameEvent,
    Plenary,
    PlenarySeat,
    QueueEntry,
    Recommendation,
    RecordedAnswer,
    RegisterNumber,
    RepairRequest,
    RetentionHold,
    Step,
    Study,
    SupervisionReport,
    TeamMember,
    Track,
)
from sinetra.apps.cases.vocabulary import Direction
from sinetra.apps.reports.joined import REPAIR
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.policies import HANDLERS, in_scope

# BKPSDM takes on, for the PPK, what another institution hands over to a regional government.
RECEIVERS = (Role.BKN_OFFICER, Role.BKPSDM_OFFICER)
WORKERS = (*HANDLERS, *RECEIVERS)
# Who recommends, and follows up what others do with it.
RECOMMENDERS = (*HANDLERS, Role.BKN_OFFICER)
_KEEPERS = (Role.BAWASLU_COMMISSIONER, *RECEIVERS, Role.AUDITOR, Role.ADMINISTRATOR)


@rows_of(Matter)
def _matters(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "region__code")


@rows_of(QueueEntry)
def _queue(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "region__code")


@rows_of(MatterWord)
def _words(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(HandOver)
def _hand_overs(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "reporter":
        return rows.filter(_of_report(actor), direction=Direction.OUTGOING)
    return _of_matters(actor, rows)


@rows_of(RecordedAnswer)
def _recorded_answers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "hand_over__matter__region__code")


@rows_of(Track)
def _tracks(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "reporter":
        return rows.filter(_of_report(actor))
    return _of_matters(actor, rows)


@rows_of(Clock)
def _clocks(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """A repair is asked of the reporter whose report opened the matter; no other reads its day."""
    if actor.kind == "reporter":
        asked = Q(matter__report_id=actor.report_id) | ~Q(rule__endswith=REPAIR)
        return rows.filter(_of_report(actor), asked)
    return _of_matters(actor, rows)


@rows_of(CalendarLink)
def _calendar_links(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Everybody their own."""
    return rows.filter(user_id=actor.user_id) if actor.kind == "person" else rows.none()


@rows_of(Step)
def _steps(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if actor.kind == "reporter":
        return rows.filter(report_id=actor.report_id, public_text=True)
    if not actor.has(*WORKERS):
        return rows.none()
    return in_scope(actor, rows, "matter__region__code") | in_scope(actor, rows, "report__region__code")


@rows_of(ChecklistAnswer)
def _answers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(RepairRequest)
def _repairs(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(SupervisionReport)
def _supervision_reports(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(Study)
@rows_of(Plenary)
def _decided_on(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(PlenarySeat)
def _seats(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "plenary__matter__region__code")


@rows_of(Clarification)
def _clarifications(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """What people said goes to no other institution."""
    return _of_matters(actor, rows) if actor.kind == "system" or actor.has(*HANDLERS) else rows.none()


@rows_of(Examination)
def _examinations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_matters(actor, rows)


@rows_of(FollowUpAnswer)
def _follow_up_answers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "hand_over__matter__region__code")


@rows_of(ExaminationStep)
@rows_of(TeamMember)
def _of_examinations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "examination__matter__region__code")


@rows_of(NotSameEvent)
def _not_same(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*HANDLERS) else rows.none()


@rows_of(NilReport)
def _nil_reports(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*HANDLERS) else rows.none()


@rows_of(RegisterNumber)
@rows_of(MatterNumber)
def _numbers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _own(actor, rows, None)


@rows_of(Recommendation)
def _recommendations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_whole_office(actor, rows)


@rows_of(LadderStep)
def _ladder_steps(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_whole_office(actor, rows)


@rows_of(LadderLetter)
def _ladder_letters(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_whole_office(actor, rows)


@rows_of(RetentionHold)
def _holds(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if not actor.has(*WORKERS):
        return rows.none()
    return in_scope(actor, rows, "matter__region__code") | in_scope(actor, rows, "report__region__code")


@rows_of(ErasureRun)
@rows_of(ErasedRecord)
def _erasures(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Numbers and days of the whole office, nobody's name: also for those who watch over it."""
    return own_organisation(actor, rows) if actor.has(*_KEEPERS) and not actor.regions else rows.none()


def _of_report(actor: Actor) -> Q:
    """What the reporter's own report opened; of a matter that it was joined to only what began since then: anything
    earlier would tell that somebody else had spoken before."""
    joined = Report.objects.filter(joined_to=OuterRef("matter_id"), joined_at__lte=OuterRef("created_at"))
    return Q(matter__report_id=actor.report_id) | Q(Exists(joined.filter(id__in=[actor.report_id])))


def _of_whole_office(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """A recommendation names no region: who answers for one district only sees none."""
    if actor.kind == "system":
        return rows
    return _own(actor, rows, None) if actor.has(*RECOMMENDERS) and not actor.regions else rows.none()


def _own(actor: Actor, rows: QuerySet[Any], field: str | None) -> QuerySet[Any]:
    if not actor.has(*WORKERS):
        return rows.none()
    return in_scope(actor, rows, field) if field else rows.filter(organisation_id=actor.organisation_id)


def _of_matters(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows if actor.kind == "system" else _own(actor, rows, "matter__region__code")


def _on_matter(*accepted: Role) -> Rule:
    """By the region of the hand-over's matter: the row itself names none."""

    def rule(actor: Actor, row: Any) -> bool:
        if not roles(*accepted)(actor, row):
            return False
        return row is None or row.matter_id is None or inside(actor, row.matter)

    return rule


def _for_oneself(actor: Actor, row: Any) -> bool:
    """Somebody who works with matters, about their own account."""
    return roles(*WORKERS)(actor, None) and (row is None or row.pk == actor.user_id)


def _whole_office(*accepted: Role) -> Rule:
    """Who answers for one district only does not speak for the office."""

    def rule(actor: Actor, row: Any) -> bool:
        return not actor.regions and roles(*accepted)(actor, row)

    return rule


allow("matter.read", roles(*WORKERS))
allow("matter.start_study", roles(*HANDLERS))
allow("matter.record_information", roles(*HANDLERS))
allow("matter.check_requirements", roles(*HANDLERS))
allow("matter.find_complete", roles(*HANDLERS))
allow("matter.ask_repair", roles(*HANDLERS))
allow("matter.accept_repair", roles(*HANDLERS))
allow("matter.refuse_registration", roles(*HANDLERS))
allow("matter.keep_as_information", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.withdraw", roles(*HANDLERS))
allow("matter.transfer", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.take_over", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.report_tracing", roles(*HANDLERS))
allow("matter.set_finding", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.register", roles(*HANDLERS))
allow("matter.write_study", roles(*HANDLERS))
allow("matter.summon", roles(*HANDLERS))
allow("matter.record_clarification", roles(*HANDLERS))
allow("clarification.read", _on_matter(*HANDLERS))
allow("matter.hold_plenary", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.extend_study", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.forward", roles(*HANDLERS))
allow("matter.end_track", roles(*HANDLERS))
allow("matter.reconsider_track", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.give_up_track", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.close", roles(*WORKERS))
allow("matter.assign", roles(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("matter.take", roles(*WORKERS))
allow("matter.set_hold", roles(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("matter.lift_hold", roles(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("retention.read", _whole_office(*_KEEPERS))
# The page that takes files of an office's own tables; each kind of file asks for its own right besides.
allow("file.import", roles(*WORKERS))
allow("recommendation.read", _whole_office(*RECOMMENDERS))
allow("recommendation.import", _whole_office(*RECOMMENDERS))
allow("recommendation.answer", _whole_office(*RECOMMENDERS))
allow("recommendation.take_rung", _whole_office(*RECOMMENDERS))
allow("matter.set_number_pattern", _whole_office(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("matter.set_register_pattern", _whole_office(Role.BAWASLU_COMMISSIONER))
allow("nil_report.read", roles(*HANDLERS))
allow("nil_report.file", _whole_office(*HANDLERS))
allow("clock.recompute", roles(*RECOMMENDERS))
allow("calendar_link.issue", _for_oneself)
allow("package.receive", _on_matter(*WORKERS))
allow("package.acknowledge", _on_matter(*WORKERS))
allow("package.return", _on_matter(*WORKERS))
allow("package.export", _on_matter(*WORKERS))
# What a receiver does with its own matters: examination, decision, execution, answer.
allow("matter.open_examination", roles(*RECEIVERS))
allow("matter.pass_on", roles(*RECEIVERS))
allow("matter.answer_sender", roles(*RECEIVERS))
allow("examination.read", _on_matter(*RECEIVERS))
for _verb in (
    "join_team",
    "leave_team",
    "summon",
    "note_absence",
    "examine",
    "decide",
    "deliver",
    "note_undelivered",
    "execute",
    "contest",
    "settle",
    "record",
    "report_act",
):
    allow(f"examination.{_verb}", _on_matter(*RECEIVERS))
allow("package.record_acknowledgement", _on_matter(*WORKERS))
allow("package.confirm_acknowledgement", _on_matter(*WORKERS))
