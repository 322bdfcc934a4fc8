"""What the law engine finds for the people and acts of a matter, one by one to be decided on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework.study import MatterFacts, examine, tracks
from sinetra.core.errors import BadInput
from sinetra.core.law import load_rulebook
from sinetra.core.law.words import ActCode, NormKind, Status, SubjectStatus, Track

BOOK = load_rulebook(Path(sinetra.catalogue.__file__).parent)


def facts(*people: dict[str, Any], **acts: dict[str, Any]) -> MatterFacts:
    return MatterFacts(
        act_date=date(2024, 11, 20),
        known_date=date(2024, 11, 21),
        filed_on=date(2024, 11, 22),
        election="pilkada_2024",
        region="63.72",
        people=people,
        acts=acts or {"like": {"target": "candidate"}},
    )


def test_a_finding_names_norm_verdict_track_day_and_what_sources_differ_on() -> None:
    found = examine(BOOK, facts({"status": "pns"})).findings
    (like,) = [item for item in found if item.norm.id == "skb2022.pd-6"]
    assert (like.verdict, like.norm.track, like.election) == (Status.MET, Track.DISCIPLINE, "pilkada_2024")
    assert like.opens is Track.DISCIPLINE
    assert like.citations
    contested = examine(BOOK, facts({"status": "pns"}, hand_sign={})).findings
    assert any(item.contested for item in contested), "the reading of poses is contested"


def test_people_who_share_all_facts_share_their_findings_and_others_have_their_own() -> None:
    same = examine(BOOK, facts({"status": "pns"}, {"status": "pns"}, {"status": "village_head"}))
    assert {item.people for item in same.findings} <= {(0, 1), (2,)}
    assert {item.people for item in same.findings} >= {(0, 1)}
    assert len({item.key for item in same.findings}) == len(same.findings)


def test_what_is_not_known_is_asked_of_whom_it_concerns() -> None:
    asked = examine(BOOK, facts({}, {"status": "pns"}, like={}, use_state_facility={}))
    assert "subject.status" in asked.of_people[0]
    assert "subject.status" not in asked.of_people[1]
    assert "act.target" in asked.of_acts["like"]
    answered = examine(BOOK, facts({"status": "pns"}, like={"target": "candidate"}))
    assert "act.target" not in answered.of_acts["like"]


def test_a_permission_and_what_is_open_open_no_track() -> None:
    found = examine(BOOK, facts({"status": "pns"}, hand_sign={"intent_support": False}, like={})).findings
    for item in found:
        if item.norm.kind is NormKind.PERMISSION or item.verdict is not Status.MET:
            assert item.opens is None


def test_tracks_stand_once_in_the_order_of_the_vocabulary() -> None:
    assert tracks([Track.CRIMINAL, None, Track.ETHICS, Track.CRIMINAL]) == (Track.ETHICS, Track.CRIMINAL)


def test_a_fact_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(BadInput) as caught:
        examine(BOOK, facts({"status": "raja"}))
    assert caught.value.field == "subject.status"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(SubjectStatus), min_size=1, max_size=3),
    st.lists(st.sampled_from(ActCode), min_size=1, max_size=2, unique=True),
)
def test_every_finding_has_a_key_of_its_own_and_the_same_facts_give_the_same_keys(statuses, acts) -> None:
    told = facts(*({"status": status.value} for status in statuses), **{act.value: {} for act in acts})
    first, again = examine(BOOK, told), examine(BOOK, told)
    keys = [item.key for item in first.findings]
    assert keys == [item.key for item in again.findings]
    assert len(set(keys)) == len(keys)
