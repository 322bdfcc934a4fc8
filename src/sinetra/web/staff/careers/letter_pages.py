"""Letters of a step: seen as a draft, issued with a number and a check code, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require
from sinetra.apps.careers import letters, selectors
from sinetra.apps.careers.actions import issue_letter, revoke_letter
from sinetra.apps.careers.actions.issue_letter import require_fits
from sinetra.apps.careers.letter_texts import LetterText, letter_texts
from sinetra.apps.careers.letters import LetterDraft, compose
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.vocabulary import LetterKind, LetterState
from sinetra.apps.registry.vocabulary import SIGNING_ROLES, HeldRoleName
from sinetra.core.documents.official import official_pdf
from sinetra.ports.clock import today
from sinetra.web import law_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import said, who
from sinetra.web.downloads import download
from sinetra.web.parts import Link, Pair
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.fields import area, day_field
from sinetra.web.staff.registry_words import HELD_ROLES

PDF = "application/pdf"


class LetterForm(forms.Form):
    number = PlainText(
        label=_lazy("Nomor surat"), required=False, max_length=120, help_text=_lazy("Perlu saat diterbitkan.")
    )
    dated_on = day_field(_lazy("Tanggal surat"))
    place = PlainText(label=_lazy("Tempat"), max_length=100, error_messages={"required": _lazy("Isi tempatnya.")})
    sender = PlainText(
        label=_lazy("Perangkat daerah pada kop"),
        required=False,
        max_length=200,
        help_text=_lazy("Di bawah nama pemerintah daerah; boleh kosong."),
    )
    addressee = PlainText(
        label=_lazy("Kepada"), max_length=300, error_messages={"required": _lazy("Isi tujuan suratnya.")}
    )
    signer = forms.ChoiceField(
        label=_lazy("Penanda tangan"),
        choices=[(role.value, HELD_ROLES[role]) for role in SIGNING_ROLES],
        help_text=_lazy("Namanya diambil dari Register pada tanggal surat."),
    )
    more = PlainText(
        label=_lazy("Tambahan"),
        required=False,
        max_length=2000,
        widget=area(4),
        help_text=_lazy("Satu baris satu paragraf; boleh kosong."),
    )
    copies = PlainText(
        label=_lazy("Tembusan"), required=False, max_length=1000, widget=area(2), help_text=_lazy("Satu baris satu.")
    )


class RevokeForm(forms.Form):
    reason = PlainText(label=_lazy("Alasan"), max_length=300, error_messages={"required": _lazy("Tuliskan alasannya.")})


@staff("transfer.letter")
@require_http_methods(["GET", "POST"])
def write(request: StaffRequest, pk: UUID, kind: str) -> HttpResponse:
    """POST with ``do=draft`` gives the draft as PDF and stores nothing; else the letter is issued."""
    step = selectors.step(request.actor, pk)
    require(request.actor, "transfer.letter", step)
    text = _text(kind)
    form = LetterForm(posted(request), initial=_initial(step, text))
    if form.is_valid():
        draft = _draft(text, form.cleaned_data)
        answer = attempt(form, _act(request, step, draft))
        if answer is not None:
            return answer
    context = {
        "form": form,
        "title": law_view.in_words(text.title),
        "lead": f"{who(step)} · {step.title}",
        "check": selectors.latest_check(step),
        "back": Link(text=step.title, url=reverse("career_step", args=[pk])),
    }
    return render(request, "staff/careers/letter.html", context)


def _act(request: StaffRequest, step: CareerStep, draft: LetterDraft) -> Callable[[], HttpResponse]:
    def see() -> HttpResponse:
        require_fits(step, draft)
        return download(official_pdf(compose(step, draft), url=""), PDF, _("konsep-%s.pdf") % draft.kind)

    def issue() -> HttpResponse:
        issue_letter(step=step, draft=draft, url_of=lambda code: check_address(request, code), actor=request.actor)
        messages.success(request, _("Surat terbit. Siapa pun dapat memeriksanya dengan kode QR-nya."))
        return redirect("career_step", pk=step.pk)

    return see if request.POST.get("do") == "draft" else issue


def check_address(request: StaffRequest, code: str) -> str:
    """Where anybody checks an issued letter."""
    with override("id"):
        return request.build_absolute_uri(reverse("check_document", args=[code]))


def _text(kind: str) -> LetterText:
    try:
        return letter_texts()[LetterKind(kind)]
    except ValueError:
        raise Http404 from None


def _initial(step: CareerStep, text: LetterText) -> dict[str, Any]:
    region = step.organisation.region
    return {
        "dated_on": today(step.organisation.region_id),
        "place": region.name.removeprefix("Kota ").removeprefix("Kabupaten ") if region else "",
        "addressee": text.addressee,
        "signer": HeldRoleName.REGIONAL_HEAD.value,
    }


def _draft(text: LetterText, given: dict[str, Any]) -> LetterDraft:
    copies = tuple(line.strip() for line in given["copies"].splitlines() if line.strip())
    told = {**given, "copies": copies, "signer": HeldRoleName(given["signer"])}
    return LetterDraft(kind=text.kind, **told)


@staff("career.read")
def letter_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = letters.letter(request.actor, pk)
    return download(letters.file_of(row), PDF, _("surat-%s.pdf") % row.kind)


@staff("transfer.letter")
@require_http_methods(["GET", "POST"])
def revoke(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = letters.letter(request.actor, pk)
    require(request.actor, "transfer.letter", row.step)
    form = RevokeForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: revoke_letter(letter=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Surat dicabut."))
            return redirect("career_step", pk=row.step_id)
    context = {
        "title": _("Cabut surat %(number)s") % {"number": row.number},
        "consequences": [
            _("Siapa yang memeriksa kodenya membaca bahwa surat ini dicabut."),
            _("Berkas dan alasannya tetap tersimpan."),
        ],
        "form": form,
        "submit": _("Cabut surat"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("career_step", args=[row.step_id])),
    }
    return render(request, "parts/confirm.html", context)


def letter_rows(step: CareerStep) -> list[tuple[str, str, str, Pair]]:
    """Of the page of a step: sentiment and word, address to take it back (empty when it was), and the letter."""
    found = []
    for row in step.letters.order_by("-id"):
        title = law_view.in_words(letter_texts()[LetterKind(row.kind)].title)
        counts = row.state == LetterState.ISSUED
        value = f"{row.number}, {said(row.dated_on)}"
        pair = Pair(term=title, value=value, url=reverse("transfer_letter", args=[row.pk]), note=row.end_reason)
        mark = ("good", _("berlaku")) if counts else ("stop", _("dicabut"))
        found.append((*mark, reverse("revoke_transfer_letter", args=[row.pk]) if counts else "", pair))
    return found
