"""Tracks on the page of a matter: to whom, who decides, what goes out, on what ground, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.models import Matter, Recommendation, Track
from sinetra.apps.cases.routing import track_route
from sinetra.apps.cases.selectors import TrackView
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.track_offers import leaving
from sinetra.core.casework.routes import Route
from sinetra.core.clock.citing import cited
from sinetra.ports.clock import today
from sinetra.web.clocks import due_clock
from sinetra.web.format import day_text
from sinetra.web.law_words import BODIES, CONFIDENCE, STATUSES, TRACKS, word
from sinetra.web.parts import Link, Pair
from sinetra.web.track_words import OUTCOMES, PRODUCTS, STATES

_NEXT: dict[str, str | Promise] = {
    "open": _lazy("Teruskan kepada penerimanya."),
    "sent": _lazy("Tunggu jawaban penerima; tenggatnya berjalan sendiri."),
    "acknowledged": _lazy("Catat bila penerima memberi tahu akhirnya."),
    "returned": _lazy("Teruskan kembali, atau bahas kembali di pleno."),
}
_BUTTONS: dict[str, str | Promise] = {
    "forward": _lazy("Teruskan"),
    "reconsider_track": _lazy("Bahas kembali di pleno"),
    "end_track": _lazy("Catat akhirnya"),
    "give_up_track": _lazy("Hentikan jalur"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """One track as the page of its matter shows it."""

    title: str
    sentiment: str
    state: str
    pairs: list[Pair]
    links: list[Link]


def track_title(track: Track) -> str:
    """``Disiplin – PNS``."""
    kind = word(TRACKS, track.kind)
    return f"{kind} – {word(STATUSES, track.subject)}" if track.subject else kind


def track_rows(matter: Matter, views: tuple[TrackView, ...]) -> list[TrackRow]:
    return [_row(matter, view) for view in views]


def leaving_pairs(matter: Matter) -> list[Pair]:
    """What waits to leave, with the route that it would take today."""
    day = today(matter.region_id)
    pairs = []
    for track in leaving(tracks_of(matter)):
        route = track_route(track, day)
        pairs.append(Pair(term=track_title(track), value=_way(route), note=f"{_ground(route)}; {_on(day)}"))
    return pairs


def track_pairs(matter: Matter) -> list[Pair]:
    """Where each track of the matter stands, for the plenary that looks at one of them."""
    return [Pair(term=track_title(track), value=str(STATES[track.state][1])) for track in tracks_of(matter)]


def _row(matter: Matter, view: TrackView) -> TrackRow:
    track, route = view.track, view.route
    sentiment, state = STATES[track.state]
    return TrackRow(
        title=track_title(track),
        sentiment=sentiment,
        state=str(OUTCOMES[track.outcome]) if track.outcome else str(state),
        pairs=[*_where(matter, view), Pair(term=_("Dasar"), value=_ground(route)), *_end(track)],
        links=[
            Link(text=str(_BUTTONS[verb]), url=f"{reverse('verb', args=[matter.pk, verb])}?track={track.pk}")
            for verb in view.acts
        ],
    )


def _where(matter: Matter, view: TrackView) -> list[Pair]:
    track, day = view.track, today(matter.region_id)
    to = track.hand_over.counterpart_name if track.hand_over else word(BODIES, view.route.receives)
    pairs = [
        Pair(term=_("Kepada"), value=to),
        Pair(term=_("Yang memutus"), value=word(BODIES, view.route.decides)),
        Pair(term=_("Yang dikirim"), value=word(PRODUCTS, view.route.product)),
    ]
    pairs += [
        Pair(term=_("Tenggat"), value=due_clock(clock.due, day)) for clock in view.clocks if clock.done_on is None
    ]
    if track.state in _NEXT:
        pairs.append(Pair(term=_("Berikutnya"), value=str(_NEXT[track.state])))
    entered = Recommendation.objects.filter(track=track).first()
    if entered is not None:
        pairs.append(
            Pair(term=_("Daftar rekomendasi"), value=entered.number, url=reverse("recommendation", args=[entered.pk]))
        )
    return pairs


def _end(track: Track) -> list[Pair]:
    if track.ended_on is None:
        return []
    ended = day_text(track.ended_on, get_language() or "id", weekday=False)
    return [Pair(term=_("Berakhir"), value=ended, note=track.letter)]


def _way(route: Route) -> str:
    return _("kepada %(to)s: %(product)s; yang memutus %(decides)s") % {
        "to": word(BODIES, route.receives),
        "product": word(PRODUCTS, route.product),
        "decides": word(BODIES, route.decides),
    }


def _ground(route: Route) -> str:
    source = cited(route.source)
    return f"{source.en if get_language() == 'en' else source.id} ({word(CONFIDENCE, route.confidence)})"


def _on(day: date) -> str:
    return _("berlaku pada %(day)s") % {"day": day_text(day, get_language() or "id", weekday=False)}
