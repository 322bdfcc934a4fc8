"""Opinions of the office: drafts, what a second person checks and publishes, what is withdrawn."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice import selectors
from sinetra.apps.advice.actions import publish_opinion, withdraw_opinion, write_opinion
from sinetra.apps.advice.actions.write_opinion import Draft
from sinetra.apps.advice.models import Opinion
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.advice_view import changed_words, norm_reasons
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.advice.forms import CheckForm, OpinionForm, WithdrawForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table

STATES: dict[str, tuple[str | Promise, str]] = {
    OpinionState.DRAFT: (_lazy("konsep"), "attention"),
    OpinionState.PUBLISHED: (_lazy("terbit"), "good"),
    OpinionState.WITHDRAWN: (_lazy("ditarik"), "stop"),
}


@staff("opinion.write")
def opinions(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        selectors.opinions(request.actor).select_related("written_by"),
        caption=_("Pendapat kantor ini, yang terbaru di atas"),
        columns=[
            Column(text=_("Judul")),
            Column(text=_("Keadaan")),
            Column(text=_("Ditulis oleh")),
            Column(text=_("Hukumnya")),
        ],
        cells=_cells,
        empty=(_("Belum ada pendapat"), _("Tulis ulang sebuah pertanyaan yang sudah dijawab, untuk semua orang.")),
    )
    return render(request, "staff/advice/list.html", {"table": listed, "section": "opinions", "title": _("Pendapat")})


def _cells(row: Opinion) -> list[Cell]:
    word, sentiment = STATES[row.state]
    changed = changed_words(row.norms, row.law_date, today())
    return [
        Cell(text=row.title, url=reverse("opinion", args=[row.pk])),
        Cell(text=str(word), sentiment=sentiment),
        Cell(text=row.written_by.name),
        Cell(text=changed or _("masih berlaku"), sentiment="attention" if changed else ""),
    ]


@staff("opinion.write")
@require_http_methods(["GET", "POST"])
def new_opinion(request: StaffRequest) -> HttpResponse:
    """``?dari=`` names the answered question that is rewritten; it stands beside and is not kept."""
    source = _source(request)
    answer = source.answer if source else None
    initial = {"law_date": answer.law_date, "norms": ", ".join(answer.norms)} if answer else {"law_date": today()}
    form = OpinionForm(posted(request), initial=initial)
    if form.is_valid():
        made = attempt(
            form,
            lambda: write_opinion(
                draft=_draft(form.cleaned_data), actor=request.actor, source=source.row if source else None
            ),
        )
        if made is not None:
            return _kept(request, made)
    return _form_page(request, form, _("Tulis pendapat"), source, reverse("opinions"))


@staff("opinion.write")
@require_http_methods(["GET", "POST"])
def rewrite_opinion(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    told = {name: getattr(row, name) for name in ("title", "question", "answer", "law_date")}
    form = OpinionForm(posted(request), initial={**told, "norms": ", ".join(row.norms)})
    if form.is_valid():
        made = attempt(form, lambda: write_opinion(draft=_draft(form.cleaned_data), actor=request.actor, opinion=row))
        if made is not None:
            return _kept(request, made)
    return _form_page(request, form, _("Tulis ulang konsep"), None, reverse("opinion", args=[pk]))


def _source(request: StaffRequest) -> selectors.QuestionView | None:
    wanted = request.GET.get("dari", "")
    try:
        return selectors.question_view(request.actor, UUID(wanted)) if wanted else None
    except ValueError:
        raise NotFound(gettext_noop("Pertanyaan ini tidak ada, atau sudah dihapus.")) from None


def _draft(given: dict[str, Any]) -> Draft:
    return Draft(**{name: given[name] for name in ("title", "question", "answer", "law_date", "norms")})


def _kept(request: StaffRequest, row: Opinion) -> HttpResponse:
    messages.success(request, _("Konsep disimpan. Orang lain memeriksa dan menerbitkannya."))
    return redirect("opinion", pk=row.pk)


def _form_page(
    request: StaffRequest, form: OpinionForm, title: str, source: selectors.QuestionView | None, back: str
) -> HttpResponse:
    context = {"form": form, "title": title, "source": source, "back": Link(text=_("Batal"), url=back)}
    return render(request, "staff/advice/write.html", context)


def _own(request: StaffRequest, pk: UUID) -> Opinion:
    """Only opinions of the own office have a page here; those of others are in the library."""
    row = selectors.opinion(request.actor, pk)
    if row.organisation_id != request.actor.organisation_id:
        raise NotFound(gettext_noop("Pendapat ini tidak ada."))
    return row


@staff("opinion.write")
@require_http_methods(["GET", "POST"])
def opinion(request: StaffRequest, pk: UUID) -> HttpResponse:
    """GET shows it; POST publishes what was read."""
    row = _own(request, pk)
    form = CheckForm(posted(request), initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        if attempt(form, lambda: publish_opinion(opinion=row, version=version, actor=request.actor)) is not None:
            messages.success(request, _("Terbit. Semua orang dapat membacanya."))
            return redirect("opinion", pk=pk)
        row.refresh_from_db()
    word, sentiment = STATES[row.state]
    context = {
        "opinion": row,
        "form": form,
        "state": (str(word), sentiment),
        "reasons": norm_reasons(row.norms, row.law_date),
        "changed": changed_words(row.norms, row.law_date, today()),
        "is_author": row.written_by_id == request.actor.user_id,
        "back": Link(text=_("Semua pendapat"), url=reverse("opinions")),
    }
    return render(request, "staff/advice/opinion.html", context)


@staff("opinion.withdraw")
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    form = WithdrawForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: withdraw_opinion(opinion=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Pendapat ditarik."))
            return redirect("opinion", pk=pk)
    context = {
        "title": _("Tarik pendapat: %(title)s") % {"title": row.title},
        "consequences": [
            _("Pendapat keluar dari perpustakaan dan pencarian."),
            _("Alamatnya tetap ada dan menyebut alasan Anda."),
        ],
        "form": form,
        "submit": _("Tarik pendapat"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("opinion", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
