"""``/undangan/bukti/``: the proof of good faith as PDF, for whoever holds the view token. In Indonesian, as letters."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.catalogue import rulebook_digest
from sinetra.apps.invitations.proof import sealed_proof
from sinetra.apps.invitations.selectors import ConsultationView, InvitationView
from sinetra.core.documents.consult_proof import AdviceSheet, Content, Line, ReadingSheet
from sinetra.core.documents.indonesian import weekday_and_day
from sinetra.core.errors import SinetraError
from sinetra.ports.clock import now, zone_of
from sinetra.web import law_words, parts
from sinetra.web.access import public_form
from sinetra.web.downloads import download
from sinetra.web.format import instant_text
from sinetra.web.invitation_advice import advice_card, came, explain
from sinetra.web.invitation_view import ReadAsk, read, told_pairs
from sinetra.web.invitation_words import CHOICES
from sinetra.web.middleware.errors import in_words
from sinetra.web.public.invitations.follow import by_token


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def give_consult_proof(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/invitations/code.html", {})
    try:
        view = by_token(request.POST.get("view", ""))
    except SinetraError as error:
        fault = parts.Fault(field="id_code", message=in_words(error))
        return render(request, "public/invitations/code.html", {"faults": [fault]})
    with override("id"):
        address = request.build_absolute_uri(reverse("check_consult"))
        at, region = now(), view.row.organisation.region_id
        issued = instant_text(at, zone_of(region), "id")
        pdf = sealed_proof(view, content_of(view), address=address, issued=issued, at=at)
    return download(pdf, "application/pdf", "bukti-konsultasi.pdf")


def content_of(view: InvitationView) -> Content:
    """To be called with Indonesian as the language."""
    row = view.row
    about = [Line(term=_("Dicatat oleh"), value=view.name)] if view.name else []
    about.append(Line(term=_("Dicatat pada"), value=_moment(view, row.recorded_at, row.recorded_on)))
    about += [Line(term=str(pair.term), value=str(pair.value)) for pair in told_pairs(view.told)]
    return Content(
        office=row.organisation.name,
        name=view.name,
        about=tuple(about),
        law=_law(view),
        readings=tuple(_reading(item) for item in read(view.told, row.recorded_on)),
        advices=tuple(_advice(item) for item in view.advices),
        decision=tuple(_decision(view)),
    )


def _moment(view: InvitationView, at: datetime, on: date) -> str:
    """Where the legal date is another day (a demonstration shifts it), both."""
    zone = zone_of(view.row.organisation.region_id)
    instant = instant_text(at, zone, "id")
    if at.astimezone(zone.info).date() == on:
        return instant
    return _("%(day)s (jam sistem: %(instant)s)") % {"day": weekday_and_day(on), "instant": instant}


def _law(view: InvitationView) -> str:
    text = _("Menurut hukum pada hari acara, %(day)s. Mesin mengusulkan; yang diundang memutuskan.") % {
        "day": weekday_and_day(view.row.event_on)
    }
    if view.decision is not None and view.decision.rulebook != rulebook_digest():
        text += " " + _("Katalog hukum sudah diperbarui sejak keputusan, jadi bacaan ini dapat berbeda.")
    return text


def _reading(item: ReadAsk) -> ReadingSheet:
    answer = item.answer
    sources = [f"{reason.text}: {'; '.join(_cited(item) for item in reason.citations)}" for reason in answer.reasons]
    doubts = [
        _("Sumber berbeda tentang %(topic)s: %(readings)s.")
        % {
            "topic": conflict.topic.lower(),
            "readings": "; ".join(f"{found.text} ({found.source})" for found in conflict.readings),
        }
        for conflict in answer.conflicts
    ]
    return ReadingSheet(
        ask=item.ask,
        verdict=answer.verdict,
        summary=answer.summary,
        sources=tuple(sources),
        doubts=tuple(doubts),
        unknown=tuple(answer.unknown),
    )


def _cited(item: parts.Citation) -> str:
    return f"{item.text} ({law_words.word(law_words.CONFIDENCE, item.confidence)})"


def _advice(view: ConsultationView) -> AdviceSheet:
    card = advice_card(view, view.row.due_on)
    asked = _("Dicatat %(asked)s, tenggat %(due)s.") if card.carried else _("Diminta %(asked)s, tenggat %(due)s.")
    due = asked % {"asked": weekday_and_day(view.row.asked_on), "due": weekday_and_day(view.row.due_on)}
    told = came(view) or _("Belum ada nasihat saat bukti ini dicetak.")
    explained = "" if view.advice else _("Tenggat dihitung: %(lines)s.") % {"lines": "; ".join(explain(view))}
    return AdviceSheet(
        who=card.who,
        came=" ".join(line for line in (due, card.carried, told, explained) if line),
        stance=card.stance,
        text=card.text,
        sources=tuple(
            "; ".join([reason.text, *(_cited(item) for item in reason.citations)]) for reason in card.reasons
        ),
    )


def _decision(view: InvitationView) -> list[Line]:
    row = view.row
    if view.decision is None or row.decided_at is None or row.decided_on is None:
        return [Line(term=_("Keputusan"), value=_("belum diambil"))]
    found = [
        Line(term=_("Keputusan"), value=law_words.word(CHOICES, view.decision.choice)),
        Line(term=_("Diputuskan pada"), value=_moment(view, row.decided_at, row.decided_on)),
    ]
    if view.decision.reason:
        found.append(Line(term=_("Alasan atau batas"), value=view.decision.reason))
    if row.ended_on is None:
        return [*found, Line(term=_("Yang dilakukan"), value=_("belum dicatat"))]
    return [
        *found,
        Line(term=_("Yang dilakukan"), value=view.done),
        Line(term=_("Dicatat sesudahnya"), value=weekday_and_day(row.ended_on)),
    ]
