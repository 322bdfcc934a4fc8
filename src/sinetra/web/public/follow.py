"""``/ikuti/``: the reporter reads each step with the code. Neither code nor view token ever stands in an address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.track_views import FollowTrack
from sinetra.apps.reports.selectors import FollowClock, FollowView, follow, follow_report
from sinetra.core.errors import SinetraError
from sinetra.ports.clock import today
from sinetra.ports.limits import TooMany, wrong_codes_counted
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.clocks import due_clock
from sinetra.web.evidence_list import asked, given_evidence
from sinetra.web.law_words import BODIES, TRACKS, word
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Clock, Event, Fault, Pair
from sinetra.web.track_words import OUTCOMES as TRACK_OUTCOMES
from sinetra.web.track_words import PRODUCTS
from sinetra.web.track_words import STATES as TRACK_STATES

FORM = "follow"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "public/follow/ask.html", {})
    code = request.POST.get("code", "")
    again = request.POST.get("view")
    try:
        with wrong_codes_counted(request.META):
            view = follow(code) if again is None else by_token(again)
    except SinetraError as error:
        # The code stays in the field: a typing mistake is mended, not typed anew.
        fault = Fault(field="id_code", message=in_words(error))
        page = render(request, "public/follow/ask.html", {"faults": [fault], "code": code})
        return to_wait(page, error) if isinstance(error, TooMany) else page
    return shown(request, view, again)


def shown(request: HttpRequest, view: FollowView, again: str | None, **more: Any) -> HttpResponse:
    """``more``: what else the template is told, such as faults of what was sent from it."""
    language = "en" if get_language() == "en" else "id"
    context = {
        "view": view,
        # Looking again prolongs nothing: on a shared computer the half hour counts from the code.
        "token": again or sealed.seal(FORM, {"report": str(view.report_id)}),
        "events": [Event(title=step.text(gettext, language), at=step.on) for step in view.steps],
        "clocks": [_chip(clock, view) for clock in view.clocks],
        "trail": [(leg, leg.days_over(today(view.region))) for leg in view.hand_overs],
        "tracks": [_track(track) for track in view.tracks],
        "evidence": given_evidence(view),
    }
    context |= asked() | more
    return render(request, "public/follow/steps.html", context)


def _track(track: FollowTrack) -> Pair:
    """Where it stands and with which kind of body: never about whom."""
    state = TRACK_OUTCOMES[track.outcome] if track.outcome else TRACK_STATES[track.state][1]
    return Pair(
        term=word(TRACKS, track.kind),
        value=state,
        note=gettext("kepada %(to)s, sebagai %(product)s")
        % {"to": word(BODIES, track.receives), "product": word(PRODUCTS, track.product)},
    )


def _chip(clock: FollowClock, view: FollowView) -> Clock:
    return due_clock(clock.due, today(view.region), done=clock.done_on is not None)


def by_token(token: str) -> FollowView:
    """Half an hour of looking again without typing the code, from the moment it was typed."""
    return follow_report(sealed.unseal(FORM, token, seconds=sealed.VIEW_MINUTES * 60)["report"])
