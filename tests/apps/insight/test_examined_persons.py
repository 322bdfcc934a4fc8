"""Persons examined by a receiver: by dated steps, with the penalty that was recorded by then, cleared ones nowhere."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cases"))

from examination_cast import START, STEPS, office
from report_cast import NAME, Cast

from sinetra.apps.insight.statistics.cut_off import CutOff, cut_off_now
from sinetra.apps.insight.statistics.examined import examined_at
from sinetra.apps.insight.statistics.vocabulary import NOTHING, ExaminedStatus

pytestmark = pytest.mark.django_db
END = date(2026, 1, 1)


def at(cut_off: CutOff) -> list[tuple[ExaminedStatus | None, str]]:
    return [(person.status, person.sanction) for person in examined_at(cut_off)]


@pytest.mark.parametrize(
    ("stage", "status"),
    [
        ("summoned", ExaminedStatus.UNDER_EXAMINATION),
        ("examined", ExaminedStatus.UNDER_EXAMINATION),
        ("decided", ExaminedStatus.DECIDED),
        ("executed", ExaminedStatus.CARRIED_OUT),
        ("annulled", None),
    ],
)
def test_where_somebody_stands_follows_from_the_steps(cast: Cast, stage: str, status: ExaminedStatus | None):
    office(cast).reach(stage)
    ((found, sanction),) = at(cut_off_now(END))
    assert found is status
    assert (sanction == NOTHING) == (status not in (ExaminedStatus.DECIDED, ExaminedStatus.CARRIED_OUT))


def test_the_penalty_of_then_is_counted_whatever_the_row_says_now(cast: Cast):
    row = office(cast).reach("contested")
    before = cut_off_now(END)
    told = at(before)
    STEPS["change"](row, START + timedelta(days=60), {})
    row.refresh_from_db()
    assert at(before) == told
    assert told[0][1] != NOTHING
    ((_status, changed),) = at(cut_off_now(END))
    assert changed == "discipline_light" != told[0][1]


def test_before_the_examination_began_nobody_is_counted(cast: Cast):
    office(cast).reach("decided")
    early = cut_off_now(date(START.year, START.month, 1))
    assert at(early) == []
    assert NAME not in str(examined_at(cut_off_now(END)))
