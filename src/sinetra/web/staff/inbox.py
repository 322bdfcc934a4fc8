"""What came in and nobody has taken on: reports of citizens, packages of other institutions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinetra.apps.base.policy import may
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.erasure.holds import hold_on
from sinetra.apps.cases.models import HandOver
from sinetra.apps.reports.actions.record_signed_form import may_be_recorded
from sinetra.apps.reports.selectors import report_view
from sinetra.apps.reports.talk import talk_line
from sinetra.apps.reports.vocabulary import OPENABLE, ReportState
from sinetra.core.errors import Conflict
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import instant_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Fault, Table
from sinetra.web.staff.evidence.section import evidence_cards
from sinetra.web.staff.oversight.hold_verbs import hold_pairs
from sinetra.web.staff.report_entry.signed_form import form_pairs
from sinetra.web.staff.talk import unread_table
from sinetra.web.staff.triage.filters import DeskForm
from sinetra.web.staff.triage.listing import PICKED, address, desk_table
from sinetra.web.staff.triage.section import may_send_on, proposals, ways
from sinetra.web.staff.triage.walk import walk_of
from sinetra.web.staff.triage.words import STATES
from sinetra.web.staff.words import CHANNELS


@staff("matter.read")
def inbox(request: StaffRequest) -> HttpResponse:
    after = request.GET.get("paket")
    arrived = cases.arrived(request.actor, after=after)
    hand_overs = Table(
        caption=_("Serah terima yang menunggu jawaban"),
        columns=[Column(text=_("Nomor di sini")), Column(text=_("Dari")), Column(text=_("Dikirim"))],
        rows=[_hand_over_cells(row) for row in arrived],
        newer=request.path if after else "",
        older=f"?paket={arrived.next_token}" if arrived.next_token else "",
        empty_title=_("Tidak ada serah terima yang menunggu"),
        empty_text=_("Paket dari instansi lain muncul di sini setelah tanda tangannya diperiksa."),
    )
    context: dict[str, Any] = {
        "unread": unread_table(request) if may(request.actor, "message.read") else None,
        "hand_overs": hand_overs,
        "may_bring_in": may(request.actor, "package.receive"),
        "may_enter": may(request.actor, "report.enter"),
    }
    if may(request.actor, "report.read"):
        form = DeskForm(request.GET, request.actor)
        context |= {"form": form, "reports": desk_table(request, form), "pick_all": address(request, all="1")}
        context["may_pick"] = form.filters().state in PICKED
    return render(request, "staff/inbox.html", context)


def _hand_over_cells(row: HandOver) -> list[Cell]:
    zone = zone_of(row.matter.region_id).abbreviation
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=row.counterpart_name),
        Cell(text=instant_text(row.sent_at, zone, get_language() or "id")),
    ]


@staff("report.read")
def received_report(request: StaffRequest, pk: UUID) -> HttpResponse:
    return _report_page(request, pk)


def _report_page(request: StaffRequest, pk: UUID, *, conflict: str = "") -> HttpResponse:
    view = report_view(request.actor, pk)
    row = view.report
    day = today(row.region_id)
    context = {
        "faults": [Fault(field="", message=conflict)] if conflict else [],
        "view": view,
        "evidence_cards": evidence_cards(request, view),
        "row": row,
        "channel": CHANNELS[row.kept_as],
        "late": row.kept_as != row.channel and row.sign_by is None,
        "form_pairs": form_pairs(row) if row.channel == "report" else [],
        "may_record_form": may_be_recorded(row) and may(request.actor, "report.record_form", row),
        "zone": zone_of(row.region_id).abbreviation,
        "clocks": [due_clock(due, day) for due in view.due],
        "talk": talk_line(request.actor, row),
        "matter": row.in_matter,
        "walk": walk_of(request, row),
        "standing": STATES[row.state] if row.state in (ReportState.KEPT, ReportState.SET_ASIDE) else "",
        "ways": ways(request.actor, row),
        "proposals": proposals(request.actor, view),
        "may_send_on": may_send_on(request.actor, row),
        "held": hold_pairs(hold_on(row)),
        "may_hold": row.state in OPENABLE and may(request.actor, "matter.set_hold", row),
        "may_open": row.state in OPENABLE and may(request.actor, "report.open_matter", row),
    }
    return render(request, "staff/report.html", context, status=Conflict.status if conflict else 200)


@staff("report.open_matter")
@require_POST
def open_report(request: StaffRequest, pk: UUID) -> HttpResponse:
    try:
        matter = open_matter(report=report_view(request.actor, pk).report, actor=request.actor)
    except StepAside:
        raise
    except Conflict as error:
        return _report_page(request, pk, conflict=in_words(error))
    messages.success(request, _("Dibuka sebagai perkara %(number)s.") % {"number": matter.number})
    return redirect("matter", pk=matter.pk)
