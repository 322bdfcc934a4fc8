"""Invitations about which an office was asked: the worklist, one beside the law's reading, the advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.policy import may
from sinetra.apps.invitations import selectors
from sinetra.apps.invitations.actions import advise, record_letter, take
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.reading import Reading, norms_of, readings
from sinetra.apps.invitations.vocabulary import Adviser, Way
from sinetra.ports.clock import today
from sinetra.web import law_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.invitation_advice import advice_card
from sinetra.web.invitation_view import read, told_pairs
from sinetra.web.parts import Cell, Clock, Column, Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.invitations.forms import AdviceForm, LetterForm
from sinetra.web.staff.lists import table

ADVISED, TO_TAKE = "dijawab", "dibawa"


@staff("invitation.read")
def invitations(request: StaffRequest) -> HttpResponse:
    """The oldest first; ``?keadaan=dijawab`` those that were advised on and wait to be erased, ``?keadaan=dibawa`` the
    packages that wait to be taken to Bawaslu."""
    state, day = request.GET.get("keadaan"), today()
    done, to_take = state == ADVISED, state == TO_TAKE
    listed = table(
        request,
        selectors.packages_to_take(request.actor)
        if to_take
        else selectors.consultations(request.actor, is_waiting=not done),
        caption=_caption(done=done, to_take=to_take),
        columns=[
            Column(text=_("Dicatat")),
            Column(text=_("Hari acara")),
            Column(text=_("Penasihat")),
            Column(text=_("Dijawab") if done else _("Tenggat")),
        ],
        cells=lambda row: _cells(row, day),
        order=("asked_on", "id"),
        empty=(
            _("Tidak ada undangan"),
            _("Undangan dicatat orangnya di halaman Diundang? Tanyakan dahulu."),
        ),
    )
    other = Link(text=_("Yang sudah dinasihati"), url=f"{reverse('invitations')}?keadaan={ADVISED}")
    if done or to_take:
        other = Link(text=_("Yang menunggu"), url=reverse("invitations"))
    context = {"table": listed, "other": other, "has_tabs": may(request.actor, "question.read")}
    return render(request, "staff/invitations/list.html", context)


def _caption(*, done: bool, to_take: bool) -> str:
    if to_take:
        return _("Paket yang menunggu dibawa kepada Bawaslu")
    return _("Sudah dinasihati") if done else _("Menunggu nasihat, yang terlama di atas")


def _cells(row: Consultation, day: date) -> list[Cell]:
    language = get_language() or "id"
    last = Cell(text=day_text(row.advised_on, language)) if row.advised_on else Cell(clock=_clock(row, day))
    return [
        Cell(text=day_text(row.asked_on, language), url=reverse("invitation_item", args=[row.pk])),
        Cell(text=day_text(row.event_on, language)),
        Cell(text=_("Tim Netralitas") if row.adviser == Adviser.TEAM else _("Bawaslu")),
        last,
    ]


def _clock(row: Consultation, day: date) -> Clock:
    """Its explanation stands on the page of the invitation."""
    return Clock(label=_("Nasihat paling lambat"), due=row.due_on, today=day)


@staff("invitation.read")
@require_http_methods(["GET", "POST"])
def invitation(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = selectors.consultation_view(request.actor, pk)
    found = readings(view.told)
    may_advise = view.advice is None and may(request.actor, "invitation.advise", view.row)
    form = AdviceForm(posted(request), _choices(found), initial={"law_date": view.told.event_on})
    if may_advise and form.is_valid():
        given = form.cleaned_data
        sent = attempt(
            form,
            lambda: advise(
                consultation=view.row,
                stance=given["stance"],
                text=given["text"],
                law_date=given["law_date"],
                norms=form.all_norms(),
                actor=request.actor,
            ),
        )
        if sent is not None:
            messages.success(request, _("Nasihat terkirim. Yang diundang membacanya dengan kodenya."))
            return redirect("invitation_item", pk=pk)
    row, day = view.row, today()
    waits_for_letter = row.way == Way.SENT and view.advice is None and not view.answers_here
    context = {
        "view": view,
        "form": form if may_advise else None,
        "advice": advice_card(view, day),
        "read": read(view.told, day, found),
        "pairs": told_pairs(view.told),
        "has_package": row.way == Way.SENT or (row.way == Way.RECEIVED and view.advice is not None),
        "may_record": waits_for_letter and may(request.actor, "invitation.record_letter", row),
        "back": Link(text=_("Semua undangan"), url=reverse("invitations")),
    }
    return render(request, "staff/invitations/item.html", context)


@staff("invitation.record_letter")
@require_http_methods(["GET", "POST"])
def letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Bawaslu answered on paper."""
    view = selectors.consultation_view(request.actor, pk)
    form = LetterForm(posted(request), initial={"letter_on": today()})
    if form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: record_letter(consultation=view.row, actor=request.actor, **given)) is not None:
            messages.success(request, _("Nasihat Bawaslu tercatat, dengan nomor suratnya."))
            return redirect("invitation_item", pk=pk)
    context = {
        "title": _("Catat surat nasihat Bawaslu"),
        "consequences": [
            _("Yang diundang membacanya dengan kodenya, dengan nomor dan tanggal surat."),
            _("Selalu tampil sebagai catatan Anda dari surat, bukan jawaban Bawaslu di sini."),
            _("Datang paket bertanda tangan dari Bawaslu? Paket itu menggantikannya."),
        ],
        "form": form,
        "submit": _("Catat"),
        "back": Link(text=_("Batal"), url=reverse("invitation_item", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


@staff("invitation.read")
def invitation_package(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The signed document, to be taken where no connection goes. The first time that the team takes it to a Bawaslu
    elsewhere is recorded."""
    view = selectors.consultation_view(request.actor, pk)
    if view.answers_here:
        content = selectors.package_file(request.actor, pk)
    else:
        content = take(consultation=view.row, actor=request.actor)
    return download(content, "application/json", f"konsultasi-{pk.hex[-8:]}.json")


def _choices(found: Sequence[Reading]) -> list[tuple[str, str]]:
    """The norms of the readings with their first article, each once."""
    book = rulebook()
    decisions = [item.decision for item in found if item.decision is not None]
    cited = {item.norm.id: item.norms[:1] for decision in decisions for item in decision.findings}
    return [
        (
            name,
            " – ".join(
                [
                    law_view.in_words(book.norm(name).title),
                    *(law_view.cite(book.instruments, norm.instrument, norm.article) for norm in cited[name]),
                ]
            ),
        )
        for name in norms_of(found)
    ]
