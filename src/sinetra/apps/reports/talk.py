"""The office's half of the talk with a reporter: what was written, what nobody has read yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.reports.messages import Said, is_erased, said
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.sealing import Erased
from sinetra.apps.reports.shown_messages import shown
from sinetra.apps.reports.withdrawal import withdrawal_of
from sinetra.core.errors import NotFound, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """``sealed``: how many messages from before nothing was proven stay closed; whoever was cleared is found in none.
    ``newest``: the last message shown, None when there is none."""

    report: Report
    messages: tuple[Said, ...]
    sealed: int
    withdrawal_asked_on: date | None

    @property
    def unread(self) -> int:
        return sum(one.is_new for one in self.messages)

    @property
    def newest(self) -> UUID | None:
        return self.messages[-1].id if self.messages else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """What a page says of the talk without opening a message."""

    report_id: UUID
    written: int
    unread: int
    withdrawal_asked_on: date | None


def talk_view(actor: Actor, report_id: UUID) -> TalkView:
    """Errors: ``Forbidden``; ``NotFound``, also for one of another office or region; ``StepAside``; ``Erased``."""
    require(actor, "message.read")
    rows = visible(actor, Report).select_related(
        "organisation", "region", "matter__organisation", "joined_to__organisation"
    )
    report = rows.filter(pk=report_id).first()
    if report is None:
        raise NotFound(gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."))
    require(actor, "message.read", report)
    if is_erased(report):
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    require_no_conflict_in_report(actor, report)
    written = visible(actor, Message).filter(report=report)
    opened = list(shown(written).order_by("sent_at", "id"))
    return TalkView(
        report=report,
        messages=tuple(said(row, is_new=not row.by_office and row.read_at is None) for row in opened),
        sealed=written.count() - len(opened),
        withdrawal_asked_on=withdrawal_of(report).asked_on,
    )


def talk_line(actor: Actor, report: Report) -> TalkLine:
    """Nothing is opened here. ``written``: also what stays sealed."""
    written = visible(actor, Message).filter(report=report)
    return TalkLine(
        report_id=report.pk,
        written=written.count(),
        unread=shown(written.filter(by_office=False, read_at=None)).count(),
        withdrawal_asked_on=withdrawal_of(report).asked_on,
    )


def unread(actor: Actor) -> QuerySet[Message]:
    """What reporters wrote and nobody has marked as read; to be paged by ``sent_at``. Errors: ``Forbidden``."""
    require(actor, "message.read")
    rows = shown(visible(actor, Message).filter(by_office=False, read_at=None))
    return rows.select_related("report__region", "report__matter", "report__joined_to")
