"""Who is PPK (kepegawaian) on this date, and why: steps with their sources, both readings where sources differ."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.policy import may
from sinetra.apps.cases.decider import DeciderView, decider_in
from sinetra.apps.registry.models import HeldRole, Organisation
from sinetra.core.casework.appointing import Appointing, Certainty
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import SENTIMENT_ICONS, Link
from sinetra.web.staff.decider_parts import interest_pairs, who
from sinetra.web.staff.heads.offices import day_field, government, governments
from sinetra.web.staff.told import told, told_one

CERTAINTY = {
    Certainty.SETTLED: ("good", _lazy("jelas")),
    Certainty.OPEN: ("attention", _lazy("surat belum lengkap")),
    Certainty.CONTESTED: ("attention", _lazy("sumber berbeda")),
    Certainty.UNKNOWN: ("plain", _lazy("belum diketahui")),
}


class AskForm(forms.Form):
    instansi = forms.ModelChoiceField(
        label=_lazy("Pemerintah daerah"), queryset=Organisation.objects.none(), empty_label=None
    )
    tanggal = day_field(_lazy("Pada tanggal"))


@staff("registry.read")
def appointing(request: StaffRequest) -> HttpResponse:
    """Of offices and officials only: nobody who is reported stands here."""
    office = government(request.actor, request.GET.get("instansi", ""))
    if office is None:
        return render(request, "staff/heads/appointing.html", {"back": _back(), "office": None})
    day = today(office.region_id)
    given = {"instansi": office.pk, "tanggal": request.GET.get("tanggal", day.isoformat())}
    form = AskForm(given)
    form.fields["instansi"].queryset = governments(request.actor)  # type: ignore[attr-defined]
    asked: date | None = form.cleaned_data.get("tanggal") if form.is_valid() else None
    context: dict[str, Any] = {"back": _back(), "office": office, "form": form, "asked": asked}
    if asked is not None:
        view = decider_in(office, asked)
        context |= _answer(view) | {
            "may_enter": may(request.actor, "registry.hold_role", HeldRole(organisation=office)),
            "heads": _heads(office),
        }
    return render(request, "staff/heads/appointing.html", context)


def _back() -> Link:
    return Link(text=_("Register"), url=reverse("registry"))


def _heads(office: Organisation) -> str:
    return f"{reverse('heads')}?instansi={office.pk}"


def _answer(view: DeciderView) -> dict[str, Any]:
    found: Appointing = view.appointing
    sentiment, word = CERTAINTY[found.certainty]
    card = "attention" if view.proposal is not None else sentiment
    return {
        "who": who(found),
        "sentiment": sentiment,
        "card": card,
        "symbol": SENTIMENT_ICONS[card],
        "certainty": word,
        "confidence": found.confidence.value,
        "steps": told(found.steps),
        "readings": [
            (reading.holder.holder if reading.holder else _("bukan pejabat di instansi ini"), told_one(reading.said))
            for reading in found.readings
        ],
        "limits": told(found.limits),
        "delegation": told(found.delegation),
        "aside": view.proposal is not None,
        "interests": interest_pairs(view) if found.holder is not None or found.readings else [],
    }
