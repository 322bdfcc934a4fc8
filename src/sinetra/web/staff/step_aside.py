"""Instead of a matter: why somebody steps aside, and to whom it goes now. Nothing of the matter but its number."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.successors import possible_assigners
from sinetra.core.casework.interests import Interest
from sinetra.web.access import StaffRequest
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.registry_words import tie_source, tie_word


def step_aside_page(request: StaffRequest, error: StepAside) -> HttpResponse:
    matter = error.matter
    assigns = matter is not None and may(request.actor, "matter.assign", matter)
    context = {
        "matter": matter,
        "why": in_words(error),
        "pairs": [_reason(interest) for interest in error.interests],
        "by_name": all(interest.by_name for interest in error.interests),
        "todo": to_whom(request.actor, matter),
        "hand_over": reverse("verb", args=[matter.pk, "assign"]) if matter is not None and assigns else "",
        "back": Link(text=_("Perkara"), url=reverse("matters")),
    }
    return render(request, "staff/step_aside.html", context, status=403)


def to_whom(actor: Actor, matter: Matter | None) -> str:
    """One sentence: what to do now."""
    if matter is None:
        return _("Biarkan rekan Anda membuka laporan ini.")
    if may(actor, "matter.assign", matter):
        return _("Pilih “Ganti penanggung jawab” dan serahkan kepada rekan yang tidak berkepentingan.")
    names = ", ".join(user.name for user in possible_assigners(matter))
    if not names:
        return _("Tidak ada rekan yang dapat menggantikan. Minta kantor di atas mengambil alih perkara ini.")
    return _("Minta anggota pleno mengganti penanggung jawab: %(names)s.") % {"names": names}


def _reason(interest: Interest) -> Pair:
    note = interest.source or _("nama yang sama; mungkin orang lain")
    return Pair(
        term=f"{tie_word(interest.tie)}{': ' if interest.label else ''}{interest.label}",
        value=tie_source(interest.tie),
        note=f"{note} ({CONFIDENCE[interest.confidence.value]})",
    )
