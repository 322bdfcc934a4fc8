"""Where a matter goes on each track, by who is reported and by the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sinetra.core.casework.states import Product, Regime
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import BodyCode, SubjectStatus, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteFacts:
    """``subject`` is the status on the day of the act.

    ``forwarded_on`` is the day on which the matter is sent: a body that no longer exists then receives nothing, even
    for an old act. ``None``: the route as it was on the day of the act.
    """

    track: Track
    act_date: date
    subject: SubjectStatus
    regime: Regime
    forwarded_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """``receives`` gets the matter, ``decides`` may sanction; ``deadline`` is the rule for sending it, ``follow_up``
    that for what its receiver owes from the day of receipt; what a PPK owes, the register of recommendations keeps.
    """

    id: str
    tracks: tuple[Track, ...]
    subjects: tuple[SubjectStatus, ...]
    regimes: tuple[Regime, ...]
    valid_from: date | None
    valid_to: date | None
    receives: BodyCode
    decides: BodyCode
    product: Product
    deadline: str | None
    follow_up: str | None
    source: str
    confidence: Confidence

    def fits(self, track: Track, subject: SubjectStatus, regime: Regime, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_to is not None and self.valid_to < day
        return begun and not ended and regime in self.regimes and self.is_for(track, subject)

    def is_for(self, track: Track, subject: SubjectStatus) -> bool:
        """An empty list of subjects holds for everybody."""
        return track in self.tracks and (not self.subjects or subject in self.subjects)


class Routes:
    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = tuple(routes)
        self._by_id = {item.id: item for item in self.routes}

    def get(self, route_id: str) -> Route:
        """Errors: ``KeyError`` for an id that the catalogue does not have."""
        return self._by_id[route_id]

    def matching(self, facts: RouteFacts) -> tuple[Route, ...]:
        day = facts.forwarded_on or facts.act_date
        return tuple(item for item in self.routes if item.fits(facts.track, facts.subject, facts.regime, day))

    def route(self, facts: RouteFacts) -> Route:
        """The one route. Errors: BadInput when none is known for this status on this track."""
        found = self.matching(facts)
        if found:
            return found[0]
        known = [
            status.value for status in SubjectStatus if any(item.is_for(facts.track, status) for item in self.routes)
        ]
        raise BadInput(
            gettext_noop("Tujuan penerusan %(value)s pada jalur %(track)s belum diketahui; yang dikenal: %(accepted)s"),
            field="subject.status",
            accepted=known,
            value=facts.subject.value,
            track=facts.track.value,
        )
