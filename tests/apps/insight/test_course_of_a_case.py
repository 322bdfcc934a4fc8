"""Where a case stands, read from its lines alone."""

from __future__ import annotations

from typing import Any

import pytest

from sinetra.apps.cases.vocabulary import StepCode as S
from sinetra.apps.insight.statistics.course import TOLD, Line, Where, standing
from sinetra.apps.insight.statistics.vocabulary import CaseStatus, OnTrack, PersonStatus


def lines(*told: S | tuple[S, dict[str, Any]]) -> list[Line]:
    return [Line(code=one, params={}) if isinstance(one, S) else Line(code=one[0], params=one[1]) for one in told]


ETHICS, DISCIPLINE = {"track": "ethics"}, {"track": "discipline"}
DECIDED = (S.OPENED, S.STUDY_STARTED, S.REGISTERED, S.PLENARY, (S.TRACK_OPENED, DISCIPLINE))
SENT = (*DECIDED, (S.FORWARDED, DISCIPLINE))


def ended(outcome: str) -> tuple[S, dict[str, Any]]:
    return (S.TRACK_ENDED, DISCIPLINE | {"ended": outcome})


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ((S.OPENED,), CaseStatus.RECEIVED),
        ((S.OPENED, S.STUDY_STARTED), CaseStatus.IN_EXAMINATION),
        (DECIDED, CaseStatus.IN_EXAMINATION),
        (SENT, CaseStatus.FORWARDED),
        ((*SENT, S.ACKNOWLEDGED), CaseStatus.WITH_RECEIVER),
        ((*SENT, S.ACKNOWLEDGEMENT_RECORDED), CaseStatus.WITH_RECEIVER),
        ((*SENT, S.RETURNED), CaseStatus.IN_EXAMINATION),
        ((*SENT, (S.FORWARDED, ETHICS), S.ACKNOWLEDGED), CaseStatus.FORWARDED),
        ((S.OPENED, S.NOT_REGISTERED), CaseStatus.NOT_REGISTERED),
        ((S.OPENED, S.WITHDRAWN), CaseStatus.WITHDRAWN),
        ((S.OPENED, (S.CLOSED, {"outcome": "out_of_competence"})), CaseStatus.OUT_OF_COMPETENCE),
        ((*SENT, S.ACKNOWLEDGED, ended("sanctioned"), (S.CLOSED, {"outcome": "followed_up"})), CaseStatus.FOLLOWED_UP),
        ((S.OPENED, S.NOT_REGISTERED, S.REOPENED), CaseStatus.IN_EXAMINATION),
        ((S.OPENED, S.TRANSFERRED), CaseStatus.FORWARDED),
        ((S.OPENED, S.TRANSFERRED, S.RETURNED), CaseStatus.IN_EXAMINATION),
    ],
)
def test_each_case_has_one_status(told, status):
    found = standing(lines(*told), moved_here=False)
    assert (found.where, found.status) == (Where.HERE, status)


@pytest.mark.parametrize(
    ("told", "moved_here", "where"),
    [
        ((S.OPENED, (S.CLOSED, {"outcome": "not_proven"})), False, Where.CLEARED),
        ((*SENT, S.ACKNOWLEDGED, ended("not_proven")), False, Where.CLEARED),
        ((S.OPENED, S.TRANSFERRED, S.ACKNOWLEDGED), False, Where.MOVED),
        ((S.RECEIVED,), True, Where.RECEIVED),
        ((S.RECEIVED, S.ACKNOWLEDGED), False, Where.RECEIVED),
        ((S.RECEIVED, S.ACKNOWLEDGED), True, Where.HERE),
        ((S.RECEIVED, S.ACKNOWLEDGED, S.CORRECTION_RECEIVED), True, Where.CLEARED),
        ((), False, Where.UNKNOWN),
        ((S.STUDY_STARTED,), False, Where.UNKNOWN),
    ],
)
def test_what_is_not_counted_here_says_why(told, moved_here, where):
    assert standing(lines(*told), moved_here=moved_here).where is where


def test_one_track_not_proven_of_two_clears_nobody_yet():
    told = (*SENT, (S.TRACK_OPENED, ETHICS), ended("not_proven"))
    found = standing(lines(*told), moved_here=False)
    assert (found.where, found.track) == (Where.HERE, OnTrack.SEVERAL)


def test_a_person_counts_as_punished_only_after_a_receiver_said_so():
    before = standing(lines(*SENT, S.ACKNOWLEDGED), moved_here=False)
    after = standing(lines(*SENT, S.ACKNOWLEDGED, ended("sanctioned")), moved_here=False)
    assert before.of_person is PersonStatus.AWAITING_RECEIVER
    assert after.of_person is PersonStatus.PUNISHED


def test_every_line_that_moves_a_case_is_read():
    """Those that are not read tell of letters, clocks and persons, not of where a case stands."""
    aside = {code.value for code in S} - {code.value for code in TOLD}
    assert not {code for code in aside if code in {"closed", "forwarded", "registered", "reopened", "withdrawn"}}
