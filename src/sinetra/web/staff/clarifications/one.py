"""One clarification: who is invited for when, what they are told, what came of it, and its letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.cases.clarification.reads import ClarificationView, clarification_view, clarifications
from sinetra.apps.cases.clarification.zone import office_zone
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.of_clarification import letter_of
from sinetra.apps.cases.letters.offered import fits
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.core.casework.letters import Fact
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, instant_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.clarifications.words import ATTENDANCES, INVITED_BY, WHOM, oath_words, title_of, who_words
from sinetra.web.staff.letters.forms import said
from sinetra.web.words import ACTS


@staff("clarification.read")
def clarification(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = clarification_view(request.actor, pk)
    sentiment, word = ATTENDANCES[view.row.attendance]
    context = told_before(view) | {
        "view": view,
        "title": title_of(view.row),
        "sentiment": sentiment,
        "word": word,
        "pairs": _pairs(view),
        "minutes": _minutes(view),
        "letter": _letter(request, view),
        "back": Link(
            text=_("Perkara %(number)s") % {"number": view.matter.number}, url=reverse("matter", args=[view.matter.pk])
        ),
    }
    return render(request, "staff/clarifications/one.html", context)


def told_before(view: ClarificationView) -> dict[str, Any]:
    """What the person is told before it begins: what is alleged, where and when; and their rights."""
    acts = "; ".join(str(ACTS.get(code, code)) for code in view.matter.acts)
    happened = view.matter.happened_on
    return {
        "alleged": [
            Pair(term=_("Perbuatan yang diduga"), value=acts or view.alleged[Fact.ACTS]),
            Pair(term=_("Tempat"), value=view.alleged[Fact.REGION]),
            Pair(term=_("Hari kejadian"), value=day_text(happened, _language()) if happened else _("belum diketahui")),
        ],
        "rights": [(said(right.text), right.source, right.confidence.value) for right in view.rights],
    }


def lines_of(request: StaffRequest, matter: Matter) -> list[dict[str, Any]]:
    """For the page of the matter: no name among them."""
    zone = office_zone(matter).abbreviation
    return [
        {
            "link": Link(text=title_of(row), url=reverse("clarification", args=[row.pk])),
            "when": instant_text(row.started_at or row.held_at, zone, _language()),
            "badge": ATTENDANCES[row.attendance],
        }
        for row in clarifications(request.actor, matter)
    ]


def _pairs(view: ClarificationView) -> list[Pair]:
    row = view.row
    sent = ""
    if row.invited_on is not None:
        sent = f"{day_text(row.invited_on, _language())}, {INVITED_BY[row.invited_by]}"
    found = [
        Pair(term=str(WHOM[row.whom]), value=who_words(view) or _("nama tersegel di brankas")),
        Pair(term=_("Diundang untuk"), value=instant_text(row.held_at, view.zone, _language())),
        Pair(term=_("Tempat atau tautan"), value=view.venue),
        Pair(term=_("Undangan dikirim"), value=sent or _("belum dicatat")),
    ]
    if row.follows is not None:
        found.append(_linked(_("Undangan sebelumnya"), row.follows))
    if view.later is not None:
        found.append(_linked(_("Diundang lagi"), view.later))
    return found


def _linked(term: str, row: Clarification) -> Pair:
    return Pair(term=term, value=title_of(row), url=reverse("clarification", args=[row.pk]))


def _minutes(view: ClarificationView) -> list[Pair]:
    """What was recorded besides the questions; empty before."""
    row, told = view.row, view.minutes
    if told is None:
        return []
    if row.started_at is None or row.ended_at is None:
        return [Pair(term=_("Alasan"), value=told.reason)]
    started = instant_text(row.started_at, view.zone, _language())
    companion = f"{told.companion} ({told.companion_capacity})" if told.companion_capacity else told.companion
    signed = _("ya") if told.signed else _("tidak: %(reason)s") % {"reason": told.unsigned_reason}
    found = [
        (_("Mulai"), started),
        (_("Selesai"), instant_text(row.ended_at, view.zone, _language())),
        (_("Yang mengambil keterangan"), ", ".join(view.examiners)),
        (_("Sumpah atau janji"), _oath(told.oath, told.oath_reason)),
        (_("Pendamping"), companion),
        (_("Juru bahasa"), told.interpreter),
        (_("Dibacakan kembali dan ditandatangani"), signed),
    ]
    return [Pair(term=term, value=value) for term, value in found if value]


def _oath(code: str, reason: str) -> str:
    word = oath_words()[code]
    return f"{word}: {reason}" if reason else word


def _letter(request: StaffRequest, view: ClarificationView) -> Link | None:
    """The letter that fits now, filled in from here."""
    name = letter_of(view.row)
    if name is None or not may(request.actor, "document.write") or not fits(letters().get(name), view.matter):
        return None
    address = f"{reverse('write_letter', args=[view.matter.pk, name])}?klarifikasi={view.row.pk}"
    return Link(text=_("Buat surat: %(title)s") % {"title": said(letters().get(name).title)}, url=address)


def _language() -> str:
    return get_language() or "id"
