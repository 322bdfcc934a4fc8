"""The hand-overs of a matter as its page shows them: who said what, by which proof, and what may be recorded."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import HandOver as Row
from sinetra.apps.cases.models import RecordedAnswer
from sinetra.apps.cases.recorded import reason_of
from sinetra.apps.cases.vocabulary import Direction
from sinetra.ports.clock import zone_of
from sinetra.web.clocks import due_clock
from sinetra.web.parts import HandOver, Link, RecordedNote
from sinetra.web.staff.hand_overs.words import ANSWERS, PROOFS, STATES


def legs(view: cases.MatterView, day: date) -> list[HandOver]:
    return [_leg(row, view, day) for row in view.hand_overs]


def _leg(row: Row, view: cases.MatterView, day: date) -> HandOver:
    outgoing = row.direction == Direction.OUTGOING
    here, there = view.matter.organisation.short_name, row.counterpart_name
    due = view.answers_due.get(row.pk)
    return HandOver(
        sender=here if outgoing else there,
        receiver=there if outgoing else here,
        sent_at=row.sent_at,
        acknowledged_at=row.acknowledged_at,
        returned_at=row.returned_at,
        recorded_on=row.answered_on if row.recorded_by_sender else None,
        zone=zone_of(view.matter.region_id).abbreviation,
        about=view.matter.number,
        url="" if view.matter.is_cleared else reverse("package", args=[row.pk]),
        clock=due_clock(due, day) if due is not None else None,
        notes=[_note(record, view) for record in view.records if record.hand_over_id == row.pk],
        links=[Link(text=_("Catat jawaban dengan bukti"), url=reverse("record_acknowledgement", args=[row.pk]))]
        if row.pk in view.recordable
        else [],
    )


def _note(record: RecordedAnswer, view: cases.MatterView) -> RecordedNote:
    """It leads the second person to its page, everybody else to the proof; nobody once nothing was
    proven."""
    sentiment, word = STATES[record.state]
    by = f"{PROOFS[record.proof]} {record.number}".strip()
    link, is_open = None, not view.matter.is_cleared
    if is_open and record.pk in view.confirmable:
        link = Link(text=_("periksa buktinya"), url=reverse("confirm_acknowledgement", args=[record.pk]))
    elif is_open and record.scan:
        link = Link(text=_("unduh bukti"), url=reverse("acknowledgement_proof", args=[record.pk]))
    return RecordedNote(
        text=f"{ANSWERS[record.answer]} ({by})",
        sentiment=sentiment,
        word=str(word),
        reason=reason_of(record) if is_open else "",
        link=link,
    )
