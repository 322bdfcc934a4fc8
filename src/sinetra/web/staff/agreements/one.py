"""One agreement: its text, what it obliges to, the meetings under it, and what was asked under it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.agreements.about_self import names_actor
from sinetra.apps.agreements.models import Agreement, DataRequest, Obligation
from sinetra.apps.agreements.sealed import contacts_of
from sinetra.apps.agreements.selectors import agreement as agreement_row
from sinetra.apps.agreements.selectors import data_requests
from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention.models import Activity
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Clock, Column, Link, Pair, Table
from sinetra.web.staff.agreements.words import agreement_state, covers_of, owed, request_state
from sinetra.web.staff.prevention.words import day_said

MOST = 60


@staff("activity.read")
def agreement(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = agreement_row(request.actor, pk)
    writes = may(request.actor, "agreement.write", row) and row.state != AgreementState.ENDED
    recorded = row.state != AgreementState.PRESS
    context: dict[str, Any] = {
        "agreement": row,
        "state": agreement_state(row),
        "pairs": _pairs(row),
        "articles": [Pair(term=_article(item["number"]), value=item["text"]) for item in row.articles],
        "contacts": contacts_of(row) if may(request.actor, "agreement.write") else (),
        "obligations": _obligations(request, row),
        "meetings": _meetings(request, row, writes=writes),
        "annexes": row.annexes.order_by("created_at", "id")[:MOST],
        "requests": _requests(request, row),
        "writes": writes,
        "recorded": recorded,
        "asks": recorded and may(request.actor, "data_request.ask"),
        "back": Link(text=_("Semua kesepakatan"), url=reverse("agreements")),
    }
    return render(request, "staff/agreements/agreement.html", context)


def _article(number: str) -> str:
    return _("Pasal %(number)s") % {"number": number} if number else "–"


def _pairs(row: Agreement) -> list[Pair]:
    told = [
        (_("Nomor"), row.number),
        (_("Para pihak"), "; ".join(row.parties)),
        (_("Isi"), covers_of(row)),
        (_("Ruang lingkup"), row.scope),
        (_("Ditandatangani oleh"), "; ".join(row.signatories)),
        (_("Ditandatangani"), day_said(row.signed_on)),
        (_("Berlaku sejak"), day_said(row.valid_from) if row.valid_from else ""),
        (_("Berlaku sampai"), day_said(row.valid_until) if row.valid_until else ""),
        (_("Ditinjau lagi pada"), day_said(row.review_on) if row.review_on else ""),
        (_("Dicatat oleh"), row.organisation.name),
        (_("Berakhir"), day_said(row.ended_on) if row.ended_on else ""),
        (_("Alasan berakhir"), row.end_reason),
    ]
    pairs = [Pair(term=term, value=value) for term, value in told if value]
    if row.story_id:
        url = reverse("story", args=[row.story_id])
        pairs.append(Pair(term=_("Sumber"), value=_("peristiwa dari berita"), url=url))
    return pairs


def _obligations(request: StaffRequest, row: Agreement) -> Table:
    day = today(row.region_id)
    heads = (_("Kewajiban"), _("Pasal"), _("Penanggung jawab"), _("Tenggat"), _("Langkah"))
    found = row.obligations.select_related("owner_organisation").order_by("created_at", "id")[:MOST]
    return Table(
        caption=_("Kewajiban para pihak"),
        columns=[Column(text=text) for text in heads],
        rows=[_obligation(request, item, day) for item in found],
    )


def _obligation(request: StaffRequest, item: Obligation, day: Any) -> list[Cell]:
    owner = item.owner
    if item.owner_organisation is not None:
        owner = f"{item.owner}, {item.owner_organisation.short_name}"
    if item.due_on is None:
        due, step = Cell(text=owed(item)), Cell(text="–")
    else:
        due = Cell(clock=Clock(label=item.text, due=item.due_on, today=day, done=item.done_on is not None))
        word = _("Buka lagi") if item.done_on else _("Selesai")
        settles = may(request.actor, "obligation.settle", item)
        step = Cell(text=word, url=reverse("settle_obligation", args=[item.pk])) if settles else Cell(text="–")
    text = f"{item.text} ({item.done_note})" if item.done_note else item.text
    return [Cell(text=text), Cell(text=item.article or "–"), Cell(text=owner), due, step]


def _meetings(request: StaffRequest, row: Agreement, *, writes: bool) -> list[dict[str, Any]]:
    """The other party learns that there was one; its page belongs to who organised it."""
    own = set(
        visible(request.actor, Activity).filter(pk__in=row.meetings.values("activity")).values_list("pk", flat=True)
    )
    found = row.meetings.select_related("activity").order_by("-activity__starts_on", "id")[:MOST]
    return [
        {
            "title": item.activity.title,
            "day": day_said(item.activity.starts_on),
            "url": reverse("activity", args=[item.activity_id]) if item.activity_id in own else "",
            "remove": reverse("unlink_meeting", args=[item.pk]) if writes else "",
        }
        for item in found
    ]


def _requests(request: StaffRequest, row: Agreement) -> Table | None:
    if not may(request.actor, "data_request.read"):
        return None
    named = names_actor(request.actor)
    found = data_requests(request.actor).filter(agreement=row).order_by("-id")[:20]
    return Table(
        caption=_("Permintaan data menurut kesepakatan ini"),
        columns=[Column(text=_("Perkara nomor")), Column(text=_("Diminta")), Column(text=_("Keadaan"))],
        rows=[_request(item) for item in found if not named(item)],
    )


def _request(item: DataRequest) -> list[Cell]:
    sentiment, word = request_state(item)
    return [
        Cell(text=item.matter, url=reverse("data_request", args=[item.pk])),
        Cell(text=day_said(item.asked_on)),
        Cell(text=word, sentiment=sentiment),
    ]
