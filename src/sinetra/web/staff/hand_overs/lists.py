"""Lists of the workspace: hand-overs that are overdue on this desk, recorded answers for a second person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.models import Clock, HandOver, RecordedAnswer
from sinetra.apps.cases.overdue import overdue_hand_overs
from sinetra.apps.cases.recorded import may_confirm, waiting_records
from sinetra.apps.cases.vocabulary import Direction
from sinetra.apps.reports.law_clock import Due
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.hand_overs.words import ANSWERS, PROOFS
from sinetra.web.staff.worklists import HEAD, WorkList, list_page


def overdue(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Sent and not answered, or come in and not answered by this office; the longest first."""
    found = overdue_hand_overs(actor, day, after=after, size=size)
    table = Table(
        caption=_("Serah terima yang lewat waktu"),
        columns=[
            Column(text=_("Perkara")),
            Column(text=_("Siapa yang belum menjawab")),
            Column(text=_("Lewat (hari)"), number=True),
            Column(text=_("Tenggat dan hitungannya")),
        ],
        rows=[_silent(row, found.hand_overs.get(row.pk), day) for row in found.clocks],
        empty_title=_("Tidak ada serah terima yang lewat waktu"),
        empty_text=_("Yang dikirim atau diterima dan tidak dijawab sampai tenggat akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.clocks.next_token, url=reverse("overdue_list"))


def _silent(row: Clock, hand_over: HandOver | None, day: date) -> list[Cell]:
    """``hand_over`` None: answered just now, between two queries."""
    who = hand_over.counterpart_name if hand_over else "–"
    if hand_over and hand_over.direction == Direction.INCOMING:
        who = _("kantor Anda, kepada %(sender)s") % {"sender": hand_over.counterpart_name}
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=who),
        Cell(text=(day - row.due_on).days),
        Cell(clock=due_clock(Due.of(row.told), day)),
    ]


def to_confirm(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Recorded answers that a second person has to look at."""
    del day
    found = waiting_records(actor, after=after, size=size)
    table = Table(
        caption=_("Jawaban yang dicatat, menunggu orang kedua"),
        columns=[
            Column(text=_("Perkara")),
            Column(text=_("Isi catatan")),
            Column(text=_("Dicatat oleh")),
            Column(text=_("Tindakan")),
        ],
        rows=[_record(actor, row) for row in found],
        empty_title=_("Tidak ada yang menunggu orang kedua"),
        empty_text=_("Jawaban yang dicatat rekan Anda dengan bukti akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("proof_list"))


def _record(actor: Actor, row: RecordedAnswer) -> Sequence[Cell]:
    matter = row.hand_over.matter
    at = instant_text(row.recorded_at, zone_of(matter.region_id).abbreviation, get_language() or "id")
    by = row.recorded_by.name if row.recorded_by else _("berkas SBT")
    step = Cell(text=_("orang lain yang memeriksa"))
    if may_confirm(actor, row, row.hand_over):
        step = Cell(text=_("periksa buktinya"), url=reverse("confirm_acknowledgement", args=[row.pk]))
    return [
        Cell(text=matter.number, url=reverse("matter", args=[matter.pk])),
        Cell(text=f"{ANSWERS[row.answer]} ({PROOFS[row.proof]})"),
        Cell(text=f"{by}, {at}"),
        step,
    ]


def alarms(actor: Actor, day: date) -> list[WorkList]:
    """For the workspace: only those that hold something."""
    return [found for found in (overdue(actor, day), to_confirm(actor, day)) if found.table.rows]


@staff("matter.read")
def overdue_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, overdue)


@staff("matter.read")
def proof_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, to_confirm)
