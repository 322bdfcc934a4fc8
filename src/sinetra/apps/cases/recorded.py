"""Reads of answers that the sender records: those of a matter, one of them, what waits for a second person."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases.actions.confirm_acknowledgement import is_same_person
from sinetra.apps.cases.actions.record_acknowledgement import SCAN
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, Matter, RecordedAnswer
from sinetra.apps.cases.partners import SBT_BODIES
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome, RecordState
from sinetra.apps.prevention.kept_files import opened
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import NotFound, gettext_noop

_MATTER = ("matter__region", "matter__organisation", "matter__report")


def records_of(actor: Actor, matter: Matter) -> tuple[RecordedAnswer, ...]:
    """In order of time."""
    rows = visible(actor, RecordedAnswer).filter(hand_over__matter=matter)
    return tuple(rows.select_related("recorded_by", "decided_by", "hand_over__matter").order_by("recorded_at", "id"))


def may_record(actor: Actor, hand_over: HandOver, records: tuple[RecordedAnswer, ...]) -> bool:
    """For the button; the verb checks again."""
    waits = any(row.hand_over_id == hand_over.pk and row.state == RecordState.WAITING for row in records)
    is_open = hand_over.direction == Direction.OUTGOING and hand_over.state == HandOverState.SENT
    return is_open and not waits and may(actor, "package.record_acknowledgement", hand_over)


def may_confirm(actor: Actor, record: RecordedAnswer, hand_over: HandOver) -> bool:
    """For the button; the verb checks again."""
    is_second = record.state == RecordState.WAITING and not is_same_person(record, actor)
    return is_second and may(actor, "package.confirm_acknowledgement", hand_over)


def outgoing_hand_over(actor: Actor, pk: UUID) -> HandOver:
    """Errors: ``Forbidden``, ``NotFound``, ``StepAside``."""
    require(actor, "package.record_acknowledgement")
    rows = visible(actor, HandOver).filter(direction=Direction.OUTGOING).select_related(*_MATTER)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Serah terima ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row.matter)
    return row


def recorded_answer(actor: Actor, pk: UUID) -> RecordedAnswer:
    """Errors: ``Forbidden``, ``NotFound`` (also once nothing was proven: a proof may name people), ``StepAside``."""
    require(actor, "package.confirm_acknowledgement")
    rows = visible(actor, RecordedAnswer).select_related(
        "recorded_by", "decided_by", *(f"hand_over__{name}" for name in _MATTER)
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Catatan ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row.hand_over.matter)
    if row.hand_over.matter.is_cleared:
        raise NotFound(gettext_noop("Perkara ini tidak terbukti; bukti jawaban penerima tersegel."))
    return row


def note_of(record: RecordedAnswer) -> str:
    return str(open_value(record.note_sealed, record.pk, "note")) if record.note_sealed else ""


def reason_of(record: RecordedAnswer) -> str:
    return str(open_value(record.reason_sealed, record.pk, "reason")) if record.reason_sealed else ""


def scan_of(actor: Actor, pk: UUID) -> tuple[bytes, str]:
    """The file of the proof and its media type. Errors: those of ``recorded_answer``."""
    row = recorded_answer(actor, pk)
    if not row.scan:
        raise NotFound(gettext_noop("Bukti ini tidak ada."))
    return opened(row.scan, SCAN), row.scan_type


def waiting_for_sbt(actor: Actor) -> QuerySet[HandOver]:
    """Forwarded to a body that answers by SBT, and not answered; of a matter in which nothing was proven none;
    ``matter`` is loaded. Errors: ``Forbidden``."""
    require(actor, "package.export")
    rows = visible(actor, HandOver).filter(direction=Direction.OUTGOING, state=HandOverState.SENT)
    rows = rows.filter(matter__corrected_at=None).exclude(matter__outcome=Outcome.NOT_PROVEN)
    return rows.filter(counterpart_kind__in=SBT_BODIES).select_related(*_MATTER)


def waiting_records(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[RecordedAnswer]:
    """What waits for a second person, the longest first; ``hand_over.matter`` is loaded. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    rows = visible(actor, RecordedAnswer).filter(state=RecordState.WAITING)
    rows = rows.select_related("recorded_by", "hand_over__matter__region")
    return page(rows, order=("recorded_at", "id"), after=after, size=size)
