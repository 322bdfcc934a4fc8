"""One track of a matter leaves for its receiver; the others stay where they are."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, Track
from sinetra.apps.cases.partners import receivers_of
from sinetra.apps.cases.routing import told_on, track_route
from sinetra.apps.cases.sending import outgoing, send
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.track_moves import change, require_by_tracks, require_step, route_values
from sinetra.apps.cases.tracks import settle
from sinetra.apps.cases.vocabulary import TrackState
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop


def forward_track(
    *, track: Track, to: Organisation, summary: str, actor: Actor, reason: str = "", at: datetime | None = None
) -> HandOver:
    """``summary``: the office's finding for this receiver. Only those travel whom the track concerns.

    Errors: ``Forbidden``; ``BadInput`` naming ``summary`` or ``to``; ``Conflict`` by state of the track or the
    matter, by a lost race, or by a conflict of interest.
    """
    matter = track.matter
    require(actor, "matter.forward", matter)
    if not summary.strip():
        raise BadInput(gettext_noop("Tuliskan ringkasan kajian untuk instansi penerima."), field="summary")
    require_by_tracks(matter)
    state = require_step(track, "send_again" if track.state == TrackState.RETURNED else "send")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    route = track_route(track, on)
    possible = receivers_of(matter, route.receives)
    if not possible.filter(pk=to.pk).exists():
        raise BadInput(
            gettext_noop("Jalur ini tidak diteruskan kepada %(value)s; pilih penerima jalurnya."),
            field="to",
            accepted=tuple(possible.values_list("name", flat=True)),
            value=to.name,
        )
    hand_over = outgoing(matter, to, summary.strip(), at, more=told_on(track, route))
    data = {"track": track.pk, "to": to.name, "package": hand_over.package_id, "route": route.id}
    with unit_of_work(actor) as work:
        send(work, hand_over, at, on, track=track)
        change(work, track, state=state, hand_over=hand_over, **route_values(route))
        work.record("track.send", track, data=data, reason=reason)
        settle(work, matter)
        add_step(work, StepCode.FORWARDED, matter=matter, at=at, on=on, counterpart=to.name, track=track.kind)
    return hand_over
