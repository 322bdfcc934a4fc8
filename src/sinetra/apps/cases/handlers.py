"""Work of the outbox: bringing packages to their receivers, counting clocks again after a new decree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.bulk import blocks
from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.cases.actions.deliver import deliver, deliver_answer
from sinetra.apps.cases.actions.deliver_correction import deliver_correction as bring_correction
from sinetra.apps.cases.actions.recompute_clocks import RECOMPUTE, recompute_clocks
from sinetra.apps.cases.actions.recount_recommendations import recount_recommendations
from sinetra.apps.cases.erasure import certify, run
from sinetra.apps.cases.hand_over_alarms import send_alarms
from sinetra.apps.cases.models import (
    ChecklistAnswer,
    Clarification,
    Correction,
    ExaminationStep,
    FollowUpAnswer,
    HandOver,
    IssuedDocument,
    Matter,
    NameClearance,
    Plenary,
    PlenarySeat,
    RecordedAnswer,
    Reopening,
    RepairRequest,
    RetentionHold,
    Study,
    SupervisionReport,
    TeamMember,
)
from sinetra.apps.cases.queue_keeping import refresh_entries
from sinetra.apps.cases.words import refresh_words
from sinetra.apps.registry.counting import CHANGED
from sinetra.apps.reports.actions import recount_due
from sinetra.apps.reports.sealing import context_of

__all__ = ["certify", "run"]

sealed_column(Matter, "facts_sealed", context=lambda row: context_of(row.pk, "facts"))
sealed_column(ChecklistAnswer, "note_sealed", context=lambda row: context_of(row.pk, "note"))
sealed_column(Clarification, "told_sealed", context=lambda row: context_of(row.pk, "told"))
sealed_column(Clarification, "heard_sealed", context=lambda row: context_of(row.pk, "heard"))
sealed_column(RepairRequest, "notes_sealed", context=lambda row: context_of(row.pk, "notes"))
sealed_column(Study, "written_sealed", context=lambda row: context_of(row.pk, "written"))
sealed_column(Plenary, "reason_sealed", context=lambda row: context_of(row.pk, "reason"))
sealed_column(PlenarySeat, "dissent_sealed", context=lambda row: context_of(row.pk, "dissent"))
sealed_column(SupervisionReport, "text_sealed", context=lambda row: context_of(row.pk, "text"))
sealed_column(HandOver, "package_sealed", context=lambda row: context_of(row.pk, "package"))
sealed_column(HandOver, "reply_sealed", context=lambda row: context_of(row.pk, "reply"))
sealed_column(ExaminationStep, "note_sealed", context=lambda row: context_of(row.pk, "note"))
sealed_column(TeamMember, "name_sealed", context=lambda row: context_of(row.pk, "name"))
sealed_column(FollowUpAnswer, "package_sealed", context=lambda row: context_of(row.pk, "package"))
sealed_column(RecordedAnswer, "note_sealed", context=lambda row: context_of(row.pk, "note"))
sealed_column(RecordedAnswer, "reason_sealed", context=lambda row: context_of(row.pk, "reason"))
sealed_column(RetentionHold, "reason_sealed", context=lambda row: context_of(row.pk, "reason"))
sealed_column(IssuedDocument, "content_sealed", context=lambda row: context_of(row.pk, "content"))
sealed_column(Correction, "package_sealed", context=lambda row: context_of(row.pk, "package"))
sealed_column(Correction, "reply_sealed", context=lambda row: context_of(row.pk, "reply"))
sealed_column(Reopening, "reason_sealed", context=lambda row: context_of(row.pk, "reason"))
sealed_column(NameClearance, "reason_sealed", context=lambda row: context_of(row.pk, "reason"))


@handler("packages.deliver")
def deliver_package(payload: Mapping[str, Any]) -> None:
    """``{"hand_over": id, "part": "package" | "reply"}``. Twice does no harm: receiving is idempotent."""
    deliver(UUID(payload["hand_over"]), payload["part"])


@handler("packages.deliver_answer")
def deliver_answer_package(payload: Mapping[str, Any]) -> None:
    """``{"answer": id}``. As above."""
    deliver_answer(UUID(payload["answer"]))


@periodic("hand_over.alarm", every=timedelta(days=1))
def alarm(payload: Mapping[str, Any]) -> None:
    del payload
    send_alarms()


@handler("cases.tell_lists")
def tell_lists(payload: Mapping[str, Any]) -> None:
    """Entries of queues and words of the search once more, from the rows themselves: after an upgrade."""
    del payload
    for keys in blocks(list(Matter.objects.order_by("pk").values_list("pk", flat=True)), 2000):
        with write_gate(), transaction.atomic():
            refresh_entries(set(keys))
            refresh_words(set(keys))


@periodic(RECOMPUTE, every=timedelta(days=1))
def recompute(payload: Mapping[str, Any]) -> None:
    """Touches only clocks that were counted by another calendar than today's: none, on nearly every day."""
    recompute_clocks(actor=SYSTEM)
    recount_recommendations(actor=SYSTEM)
    recount_due(actor=SYSTEM)


@handler(CHANGED)
def after_counting(payload: Mapping[str, Any]) -> None:
    """``{"organisation": id}``: an office changed its zone, its week or a length."""
    office = UUID(payload["organisation"])
    recompute_clocks(actor=SYSTEM, office=office)
    recount_recommendations(actor=SYSTEM, office=office)
    recount_due(actor=SYSTEM, office=office)


@handler("corrections.deliver")
def deliver_correction(payload: Mapping[str, Any]) -> None:
    """``{"correction": id, "part": "package" | "reply"}``. Twice does no harm: receiving is idempotent."""
    bring_correction(UUID(payload["correction"]), payload["part"])
