"""``/ikuti/``: the reporter reads each step with the code, and writes. Neither code nor view token is in an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.cases.track_views import FollowTrack
from sinetra.apps.reports.follow_talk import seen
from sinetra.apps.reports.selectors import FollowClock, FollowView, follow, follow_report
from sinetra.core.errors import SinetraError
from sinetra.ports.clock import today
from sinetra.ports.limits import TooMany, wrong_codes_counted
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.clocks import due_clock
from sinetra.web.evidence_list import File, asked, given_evidence, still_here
from sinetra.web.law_words import BODIES, TRACKS, word
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Citation, Clock, Event, Fault, Pair
from sinetra.web.public.follow_talk import MOST, Turn, turn
from sinetra.web.public.follow_words import consequences, protection, standing
from sinetra.web.public.report.form_file import to_complete_later
from sinetra.web.talk_lines import talk_items
from sinetra.web.track_words import OUTCOMES as TRACK_OUTCOMES
from sinetra.web.track_words import PRODUCTS
from sinetra.web.track_words import STATES as TRACK_STATES

FORM = "follow"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return ask_for_code(request, {})
    code, uploads = request.POST.get("code", ""), still_here(request.POST.getlist("upload"))
    again = request.POST.get("view")
    try:
        with wrong_codes_counted(request.META):
            view = follow(code) if again is None else by_token(again)
    except SinetraError as error:
        # The code stays in the field: a typing mistake is mended, not typed anew; nor is a message that was begun.
        fault = Fault(field="id_code", message=in_words(error))
        typed = request.POST.get("text", "")[:MOST]
        page = ask_for_code(request, {"faults": [fault], "code": code, "typed": typed}, uploads)
        return to_wait(page, error) if isinstance(error, TooMany) else page
    # Looking again prolongs nothing: on a shared computer the half hour counts from the code.
    token = again or sealed.seal(FORM, {"report": str(view.report_id)})
    made = turn(request, view.report_id)
    if request.POST.get("do") == "ask_withdraw" or (made.deed == "withdraw" and made.faults):
        return _withdraw(request, view, token, made)
    if made.done:
        view = follow_report(view.report_id)
    return shown(request, view, token, made, uploads=uploads)


def shown(
    request: HttpRequest,
    view: FollowView,
    token: str,
    made: Turn | None = None,
    *,
    uploads: Sequence[File] = (),
    **more: Any,
) -> HttpResponse:
    """``uploads``: files that came and are not evidence yet. ``more``: what else the template is told, such as faults
    of what was sent from it."""
    made = made or turn(request, view.report_id)
    seen(view.report_id, view.talk.newest)
    language = "en" if get_language() == "en" else "id"
    context = {
        "view": view,
        "token": token,
        "turn": made,
        "faults": made.faults,
        "most": MOST,
        "standing": standing(view.talk.standing),
        "asked": _asked(view, language),
        "talk": talk_items(view.talk.messages, office=view.office, reporter=gettext("Anda"), reader_is_office=False),
        "new": sum(one.is_new for one in view.talk.messages),
        "protection": protection(),
        "events": [Event(title=step.text(gettext, language), at=step.on) for step in view.steps],
        "clocks": [_chip(clock, view) for clock in view.clocks],
        "trail": [(leg, leg.days_over(today(view.region))) for leg in view.hand_overs],
        "tracks": [_track(track) for track in view.tracks],
        **to_complete_later(view.report_id, region=view.region),
        "evidence": given_evidence(view),
    }
    context |= asked(uploads) | {"uploads": uploads} | more
    return render(request, "public/follow/steps.html", context)


def ask_for_code(request: HttpRequest, context: dict[str, Any], uploads: Sequence[File] = ()) -> HttpResponse:
    """``uploads`` travel on, so that nothing is sent a second time when the code has been typed."""
    more = {"news_url": reverse("api:news"), "uploads": uploads}
    return render(request, "public/follow/ask.html", context | more)


def _withdraw(request: HttpRequest, view: FollowView, token: str, made: Turn) -> HttpResponse:
    """Before asking: what it brings about, with its source."""
    found = view.talk.withdrawal
    source = Citation(text=found.source, confidence=found.confidence)
    context = {
        "view": view,
        "token": token,
        "turn": made,
        "faults": made.faults,
        "most": MOST,
        "may_ask": found.may_ask,
        "consequences": consequences(found),
        "sources": [source],
    }
    return render(request, "public/follow/withdraw.html", context)


def _asked(view: FollowView, language: str) -> dict[str, Any] | None:
    """What the office waits for, with its clock."""
    found = view.talk.completion
    if found is None:
        return None
    clock = due_clock(found.due, today(view.region)) if found.due is not None else None
    return {
        "gaps": found.words(language),
        "on": found.asked_on,
        "clocks": [clock] if clock else [],
        "left": clock.words if clock else "",
        "over": clock is not None and clock.days_left < 0,
        "answered_on": found.answered_on,
    }


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
