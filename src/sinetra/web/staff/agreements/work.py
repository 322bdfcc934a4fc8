"""What agreements put on the desk: obligations and reviews due, requests that wait, breaches that are not told yet.
An office that has none of it sees nothing of it."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.agreements.about_self import names_actor
from sinetra.apps.agreements.models import Agreement, DataRequest, Obligation
from sinetra.apps.agreements.selectors import (
    open_disclosures,
    open_obligations,
    reviews_due,
    untold_breaches,
    waiting_requests,
)
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Clock, Column, Table
from sinetra.web.staff.agreements.breaches import breach_cells
from sinetra.web.staff.agreements.disclosures import disclosure_cells
from sinetra.web.staff.agreements.words import request_state
from sinetra.web.staff.prevention.words import day_said
from sinetra.web.staff.worklists import AHEAD, HEAD, WorkList, list_page


def breach_work(actor: Actor) -> list[WorkList]:
    """Before everything else: hours run."""
    found = [untold(actor)] if may(actor, "breach.read") else []
    return [item for item in found if item.table.rows]


def agreement_work(actor: Actor, day: date) -> list[WorkList]:
    found = []
    if may(actor, "data_request.decide"):
        found.append(waiting(actor, day))
    if may(actor, "access.read") and may(actor, "disclosure.read_register"):
        found.append(told(actor))
    if may(actor, "obligation.settle"):
        found.append(obligations(actor, day))
    if may(actor, "agreement.write"):
        found.append(reviews(actor, day))
    return [item for item in found if item.table.rows]


def untold(actor: Actor) -> WorkList:
    region = visible(actor, Organisation).get(pk=actor.office).region_id
    found = page(untold_breaches(actor), order=("known_at",), size=HEAD)
    table = Table(
        caption=_("Kebocoran data yang belum diberitahukan"),
        columns=[Column(text=_("Diketahui")), Column(text=_("Pemberitahuan")), Column(text=_("Orang"), number=True)],
        rows=[breach_cells(row, region) for row in found],
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("breaches"))


def waiting(actor: Actor, day: date) -> WorkList:
    """For a decision, or after it for the disclosure, the oldest first."""
    named = names_actor(actor)
    found = page(waiting_requests(actor), order=("asked_on",), size=HEAD)
    heads = (_("Perkara nomor"), _("Peminta"), _("Keadaan"), _("Jawaban dijanjikan"))
    table = Table(
        caption=_("Permintaan data yang menunggu Anda"),
        columns=[Column(text=text) for text in heads],
        rows=[_waiting_cells(row, day) for row in found if not named(row)],
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("data_requests"))


def _waiting_cells(row: DataRequest, day: date) -> list[Cell]:
    sentiment, word = request_state(row)
    due = Cell(text="–")
    if row.due_on is not None:
        due = Cell(clock=Clock(label=row.matter, due=row.due_on, today=day))
    return [
        Cell(text=row.matter, url=reverse("data_request", args=[row.pk])),
        Cell(text=row.requester_name),
        Cell(text=word, sentiment=sentiment),
        due,
    ]


def told(actor: Actor) -> WorkList:
    """For who watches over personal data: what others can read of the staff right now."""
    named = names_actor(actor)
    found = page(open_disclosures(actor, now()), order=("expires_at",), size=HEAD)
    heads = (_("Pengungkapan"), _("Kepada"), _("Perkara nomor"), _("Isian"), _("Dasar hukum"), _("Keadaan"))
    table = Table(
        caption=_("Data pegawai yang sedang terbuka bagi lembaga lain"),
        columns=[Column(text=text) for text in heads],
        rows=[disclosure_cells(row) for row in found if not named(row.request)],
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("disclosures"))


def obligations(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Overdue, and due within seven days."""
    found = page(open_obligations(actor, day + AHEAD), order=("due_on",), after=after, size=size)
    table = Table(
        caption=_("Kewajiban kesepakatan yang lewat, atau jatuh tempo dalam tujuh hari"),
        columns=[Column(text=_("Kewajiban")), Column(text=_("Penanggung jawab")), Column(text=_("Tenggat"))],
        rows=[_obligation_cells(row, day) for row in found],
        empty_title=_("Tidak ada kewajiban yang jatuh tempo"),
        empty_text=_("Kewajiban dari kesepakatan, dengan tenggatnya, akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("obligation_list"))


def _obligation_cells(row: Obligation, day: date) -> list[Cell]:
    due = row.due_on or day
    return [
        Cell(text=row.text, url=reverse("agreement", args=[row.agreement_id])),
        Cell(text=row.owner),
        Cell(clock=Clock(label=row.text, due=due, today=day)),
    ]


def reviews(actor: Actor, day: date) -> WorkList:
    found = page(reviews_due(actor, day + AHEAD), order=("review_on",), size=HEAD)
    table = Table(
        caption=_("Kesepakatan yang perlu ditinjau"),
        columns=[Column(text=_("Kesepakatan")), Column(text=_("Tinjau lagi"))],
        rows=[_review_cells(row) for row in found],
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("agreements"))


def _review_cells(row: Agreement) -> list[Cell]:
    return [Cell(text=row.title, url=reverse("agreement", args=[row.pk])), Cell(text=day_said(row.review_on))]


@staff("obligation.settle")
def obligation_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, obligations)
