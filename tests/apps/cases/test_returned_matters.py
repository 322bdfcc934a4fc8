"""What was forwarded straight from its initial study and came back does not jump over its registration."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from report_cast import FILED_AT, SUMMARY, Cast
from track_cast import answered, fresh

from casework_rows import completed, decided, held
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Clock, Matter
from sinetra.apps.cases.offers import possible_acts
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import Conflict

pytestmark = pytest.mark.django_db
CAME_BACK = datetime.fromisoformat("2024-11-24T10:00+07:00")


def returned(cast: Cast) -> Matter:
    """The plenary took it for a breach of other law alone; the receiver gives it back two days later."""
    matter = act.start_study(matter=cast.matter(), actor=cast.staff, at=FILED_AT)
    hand_over = act.forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)
    answered(hand_over, returned=True, at=CAME_BACK)
    return fresh(matter)


def test_it_goes_back_to_the_initial_study_and_not_before_the_plenary(cast: Cast) -> None:
    matter = returned(cast)
    assert matter.state == State.RETURNED
    offered = {name for actor in (cast.staff, cast.commissioner) for name in possible_acts(actor, matter, ())}
    assert {"start_study", "forward"} <= offered
    assert "hold_plenary" not in offered
    with pytest.raises(Conflict) as caught:
        held(matter, cast.commissioner)
    assert "study_again" in str(caught.value.params["possible"])


def test_its_study_begins_anew_and_its_time_to_decide_does_not(cast: Cast) -> None:
    matter = act.start_study(matter=returned(cast), actor=cast.staff, at=CAME_BACK)
    assert matter.state == State.INITIAL_STUDY
    running = {clock.rule: clock.started_on for clock in Clock.objects.filter(matter=matter, done_at=None)}
    assert running == {"pilkada.initial_study": date(2024, 11, 24), "pilkada.study": date(2024, 11, 22)}
    act.register(matter=completed(matter, cast.staff), actor=cast.staff)
    decided(matter, cast.commissioner)
    assert matter.register_number


def test_what_was_registered_lies_before_the_plenary_again(cast: Cast) -> None:
    hand_over = cast.sent()
    answered(hand_over, returned=True)
    matter = fresh(hand_over.matter)
    assert "start_study" not in possible_acts(cast.staff, matter, ())
    held(matter, cast.commissioner)
    assert matter.state == State.PLENARY
