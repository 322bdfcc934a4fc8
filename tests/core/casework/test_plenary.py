"""Quorum and majority: the rule of the catalogue, and what holds for any rule that could stand there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.plenary import Counted, Failing, OfficeLevel, Vote, read_plenary
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput

RULES = load_casework(Path(sinetra.catalogue.__file__).parent).plenary
FOR, AGAINST, ABSTAIN = Vote.FOR, Vote.AGAINST, Vote.ABSTAIN
VOTES = st.lists(st.sampled_from(Vote), max_size=9)
RULE = st.builds(lambda counted: replace(RULES, counted=counted), st.sampled_from(Counted))
LEVELS = st.sampled_from(OfficeLevel)


@pytest.mark.parametrize(("members", "needed"), [(3, 2), (4, 3), (5, 3), (7, 4)])
def test_a_district_office_needs_more_than_half_of_its_members(members: int, needed: int) -> None:
    assert RULES.quorum(OfficeLevel.CITY).needed(members) == needed
    assert RULES.quorum(OfficeLevel.NATIONAL).needed(members) == 3


@pytest.mark.parametrize(
    ("votes", "failing"),
    [
        ([FOR, FOR, FOR], None),
        ([FOR, FOR, AGAINST], None),
        ([FOR, ABSTAIN], None),
        ([FOR], Failing.NO_QUORUM),
        ([], Failing.NO_QUORUM),
        ([FOR, AGAINST, ABSTAIN], Failing.TIE),
        ([ABSTAIN, ABSTAIN], Failing.TIE),
        ([FOR, AGAINST, AGAINST], Failing.NO_MAJORITY),
    ],
)
def test_of_three_members_two_take_part_and_more_are_for_it_than_against(
    votes: list[Vote], failing: Failing | None
) -> None:
    assert RULES.failing(OfficeLevel.CITY, 3, votes) is failing


def test_where_abstentions_weigh_more_than_half_of_those_present_must_be_for_it() -> None:
    weighed = replace(RULES, counted=Counted.PRESENT)
    assert weighed.failing(OfficeLevel.CITY, 3, [FOR, ABSTAIN, ABSTAIN]) is Failing.NO_MAJORITY
    assert weighed.failing(OfficeLevel.CITY, 3, [FOR, FOR, ABSTAIN]) is None


@given(RULE, LEVELS, VOTES, st.integers(0, 4))
def test_a_decision_has_a_quorum_and_more_for_it_than_against(rules, level, votes, absent) -> None:
    members = len(votes) + absent
    if rules.failing(level, members, votes) is None:
        counted = Counter(votes)
        assert len(votes) >= rules.quorum(level).needed(members)
        assert counted[FOR] > counted[AGAINST]


@given(RULE, LEVELS, VOTES, st.integers(0, 4))
def test_the_opposite_is_never_decided_by_the_same_votes(rules, level, votes, absent) -> None:
    turned = [{FOR: AGAINST, AGAINST: FOR}.get(vote, vote) for vote in votes]
    members = len(votes) + absent
    assert rules.failing(level, members, votes) is not None or rules.failing(level, members, turned) is not None


@given(RULE, LEVELS, VOTES, st.integers(0, 4))
def test_who_changes_to_a_vote_for_it_takes_no_decision_away(rules, level, votes, absent) -> None:
    members = len(votes) + absent
    if rules.failing(level, members, votes) is None:
        for place in range(len(votes)):
            assert rules.failing(level, members, [*votes[:place], FOR, *votes[place + 1 :]]) is None


@given(RULE, LEVELS, VOTES.flatmap(lambda votes: st.tuples(st.just(votes), st.permutations(votes))))
def test_the_order_of_the_votes_is_of_no_account(rules, level, both) -> None:
    votes, mixed = both
    assert rules.failing(level, len(votes), votes) is rules.failing(level, len(votes), mixed)


def test_what_nobody_has_read_says_so() -> None:
    grounds = [RULES.majority, RULES.tie, *(item.ground for item in RULES.quorums)]
    assert {ground.confidence for ground in grounds} == {Confidence.UNCHECKED}
    assert all(ground.text.id and ground.text.en and ground.source for ground in grounds)


GROUND = {"text": {"id": "a", "en": "a"}, "source": "a", "confidence": "perlu-cek"}


@pytest.mark.parametrize(
    ("levels", "of", "field"),
    [
        ([["national"], ["province", "city"]], "cast", "quorum.levels"),
        ([["national", "city"], ["province", "city", "district"]], "cast", "quorum.levels"),
        ([["national", "village"], ["province", "city", "district"]], "cast", "levels"),
        ([["national"], ["province", "city", "district"]], "all", "of"),
    ],
)
def test_rules_that_leave_an_office_out_or_say_two_things_are_refused(levels, of, field) -> None:
    quorum = [{"levels": item, **GROUND} for item in levels]
    told = {"quorum": quorum, "majority": {"of": of, **GROUND}, "tie": GROUND}
    with pytest.raises(BadInput) as caught:
        read_plenary(Block(told, Path("uji.yaml")))
    assert caught.value.field == field
