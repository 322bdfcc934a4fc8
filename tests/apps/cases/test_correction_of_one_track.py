"""One receiver finds nothing proven while the matter goes on elsewhere: only its own track ends."""

from __future__ import annotations

import pytest
from report_cast import Cast
from track_cast import answered, bodies, sent, track_of

from casework_rows import decided
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Correction, Matter
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, Outcome, State, TrackOutcome, TrackState
from sinetra.apps.registry.models import Organisation
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db


def of(office: Organisation) -> Matter:
    return Matter.objects.select_related("report", "organisation").get(organisation=office)


def found_not_proven_at_bkn(cast: Cast) -> Correction:
    """On the track of discipline; the criminal one is with the investigators."""
    bodies()
    matter = decided(cast.registered(), cast.commissioner, tracks=(Kind.DISCIPLINE, Kind.CRIMINAL))
    for kind in (Kind.DISCIPLINE, Kind.CRIMINAL):
        answered(sent(cast, track_of(matter, kind), actor=SYSTEM))
    act.close(matter=of(cast.bkn), outcome=Outcome.NOT_PROVEN, actor=cast.bkn_officer)
    back = Correction.objects.select_related("matter", "about").get(matter__organisation=cast.bkn)
    act.send_correction_package(correction=back, actor=cast.bkn_officer)
    act.deliver_correction(back.pk, "package")
    return Correction.objects.select_related("matter__report", "organisation", "about").get(
        direction=Direction.INCOMING
    )


def test_the_matter_goes_on_where_another_track_does(cast: Cast) -> None:
    row = act.accept_correction(correction=found_not_proven_at_bkn(cast), actor=cast.commissioner)
    assert row.state == CorrectionState.ACKNOWLEDGED
    matter = of(cast.bawaslu)
    assert (matter.state, matter.outcome, matter.is_cleared) == (State.ACKNOWLEDGED, "", False)
    discipline, criminal = (track_of(matter, kind) for kind in (Kind.DISCIPLINE, Kind.CRIMINAL))
    assert (discipline.state, discipline.outcome) == (TrackState.ENDED, TrackOutcome.NOT_PROVEN)
    assert criminal.state == TrackState.ACKNOWLEDGED


def test_it_is_closed_as_not_proven_once_nothing_was_proven_anywhere(cast: Cast) -> None:
    row = found_not_proven_at_bkn(cast)
    criminal = track_of(of(cast.bawaslu), Kind.CRIMINAL)
    act.end_track(track=criminal, outcome=TrackOutcome.NOT_PROVEN, letter="B/1/2024", actor=cast.staff)
    row.matter = of(cast.bawaslu)
    act.accept_correction(correction=row, actor=cast.commissioner)
    matter = of(cast.bawaslu)
    assert (matter.state, matter.outcome) == (State.CLOSED, Outcome.NOT_PROVEN)
    assert matter.is_cleared


def test_who_went_over_to_two_receivers_is_not_cleared_by_one_of_them(cast: Cast) -> None:
    row = found_not_proven_at_bkn(cast)
    act.close(matter=of(cast.bawaslu), outcome=Outcome.HANDED_OVER, actor=cast.commissioner)
    row.matter = of(cast.bawaslu)
    act.accept_correction(correction=row, actor=cast.commissioner)
    matter = of(cast.bawaslu)
    assert (matter.outcome, matter.is_cleared) == (Outcome.HANDED_OVER, False)
    assert track_of(matter, Kind.DISCIPLINE).outcome == TrackOutcome.NOT_PROVEN
