"""One step: who, what, by which criteria, what was decided by whom and why; and what may be done now."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, require
from sinetra.apps.careers import selectors
from sinetra.apps.careers.actions import decide_step, end_step
from sinetra.apps.careers.actions.decide_step import Ruling
from sinetra.apps.careers.deciders import deciders_on
from sinetra.apps.careers.grounds import Grounds, grounds_of
from sinetra.apps.careers.letter_texts import letter_texts
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.selectors import latest_check
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Decision
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import KINDS, REASONS, decider, mark, said, who
from sinetra.web.law_view import in_words
from sinetra.web.law_words import POSITIONS
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.careers.forms import DecideForm, EndForm
from sinetra.web.staff.careers.letter_pages import letter_rows
from sinetra.web.transfer_view import VERDICTS


@staff("career.read")
def career_step(request: StaffRequest, pk: UUID) -> HttpResponse:
    step = selectors.step(request.actor, pk)
    grounds = grounds_of(step)
    sentiment, word = mark(step)
    context = {
        "step": step,
        "title": step.title,
        "kind": KINDS[step.kind],
        "sentiment": sentiment,
        "word": word,
        "pairs": _pairs(step),
        "grounds": grounds,
        "decision": _decision(step, grounds),
        "check": _check(step),
        "letters": letter_rows(step),
        "letter_acts": _letters(request, step),
        "acts": _acts(request, step),
        "back": Link(text=_("Karier tanpa politik"), url=reverse("career_steps")),
    }
    return render(request, "staff/careers/step.html", context)


def _pairs(step: CareerStep) -> list[Pair]:
    told = [
        (_("Siapa"), who(step)),
        (_("Unit"), step.unit.name if step.unit else ""),
        (_("Unit tujuan"), step.to_unit.name if step.to_unit else ""),
        (_("Golongan jabatan"), str(POSITIONS[step.position]) if step.position else ""),
        (_("Alasan menurut jenisnya"), str(REASONS[step.reason])),
        (_("Keputusan hukuman yang sudah tetap"), _penalty(step)),
        (_("Diusulkan"), f"{said(step.proposed_on)} · {step.written_by.name}"),
        (_("Mulai berlaku"), said(step.effective_on) if step.effective_on else ""),
    ]
    pairs = [Pair(term=term, value=value) for term, value in told if value]
    if step.policy is not None:
        url = reverse("career_policy", args=[step.policy_id])
        pairs.append(Pair(term=_("Menurut kebijakan"), value=step.policy.number, url=url))
    return pairs


def _penalty(step: CareerStep) -> str:
    return f"{step.penalty_number} · {said(step.penalty_on)}" if step.penalty_number else ""


def _decision(step: CareerStep, grounds: Grounds) -> list[Pair]:
    told = [
        (_("Diputus"), said(step.decided_on) if step.decided_on else ""),
        (_("Oleh"), decider(step)),
        (_("Nomor keputusan"), step.decision_number),
        (_("Alasan keputusan"), grounds.decision),
        (_("Dikabulkan walaupun pemeriksaan tidak menyatakan boleh"), grounds.despite),
        (_("Dicatat oleh"), step.decided_by.name if step.decided_by else ""),
        (_("Berakhir"), said(step.ended_on) if step.ended_on else ""),
        (_("Alasan berakhir"), grounds.ending),
    ]
    return [Pair(term=term, value=value) for term, value in told if value]


def _acts(request: StaffRequest, step: CareerStep) -> list[Link]:
    """What may be done with it now; nothing about oneself."""
    if not may(request.actor, "career.decide", step):
        return []
    known = []
    if step.decision == Decision.PROPOSED:
        known = [("decide_career_step", _("Catat keputusan")), ("end_career_step", _("Tarik usul"))]
        if step.kind in REPLACEMENTS and may(request.actor, "transfer.check", step):
            known.insert(0, ("check_career_step", _("Periksa terhadap masa larangan")))
    if step.decision == Decision.GRANTED:
        known = [("end_career_step", _("Batalkan"))]
    return [Link(text=text, url=reverse(name, args=[step.pk])) for name, text in known]


def _check(step: CareerStep) -> tuple[str, str, str, str] | None:
    """Sentiment, verdict, address and day of the latest check."""
    found = latest_check(step)
    if found is None:
        return None
    sentiment, word = VERDICTS[found.verdict]
    return sentiment, str(word), reverse("transfer_check", args=[found.pk]), said(found.effective_on)


def _letters(request: StaffRequest, step: CareerStep) -> list[Link]:
    """The letters that fit the step as it stands."""
    if not may(request.actor, "transfer.letter", step):
        return []
    return [
        Link(text=in_words(text.title), url=reverse("write_transfer_letter", args=[step.pk, kind]))
        for kind, text in letter_texts().items()
        if text.fits(step)
    ]


@staff("career.decide")
@require_http_methods(["GET", "POST"])
def decide(request: StaffRequest, pk: UUID) -> HttpResponse:
    step = selectors.step(request.actor, pk)
    require(request.actor, "career.decide", step)
    initial = {"effective_on": step.effective_on}
    deciders = partial(deciders_on, step.organisation_id)
    form = DecideForm(posted(request), initial=initial, replaces=step.kind in REPLACEMENTS, deciders=deciders)
    if form.is_valid():
        given: dict[str, Any] = dict(form.cleaned_data)
        ruling = Ruling(granted=given.pop("decision") == "granted", **given)
        if attempt(form, lambda: decide_step(step=step, ruling=ruling, actor=request.actor)) is not None:
            messages.success(request, _("Keputusan tercatat, dengan alasannya."))
            return redirect("career_step", pk=pk)
    context = {
        "form": form,
        "title": _("Catat keputusan"),
        "lead": f"{who(step)} · {KINDS[step.kind]}: {step.title}",
        "notes": [
            _("Orang yang memutus, bukan program. Yang dicatat di sini keputusannya."),
            _("Hukuman yang belum tetap dan laporan yang belum terbukti bukan alasan."),
        ],
        "submit": _("Catat keputusan"),
        "back": Link(text=step.title, url=reverse("career_step", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


@staff("career.decide")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    step = selectors.step(request.actor, pk)
    require(request.actor, "career.decide", step)
    form = EndForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: end_step(step=step, actor=request.actor, **given)) is not None:
            messages.success(request, _("Tercatat, dengan alasannya."))
            return redirect("career_step", pk=pk)
    granted = step.decision == Decision.GRANTED
    consequences = [_("Alasan dan tanggalnya tetap tercatat."), _("Pegawai melihatnya di Halaman saya.")]
    context = {
        "title": _("Batalkan langkah karier") if granted else _("Tarik usul"),
        "consequences": consequences,
        "pairs": _pairs(step)[:1],
        "form": form,
        "submit": _("Batalkan langkah") if granted else _("Tarik usul"),
        "stop": granted,
        "back": Link(text=_("Kembali"), url=reverse("career_step", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
