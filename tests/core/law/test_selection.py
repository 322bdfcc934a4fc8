"""Which norms a status, a post, an act or a track leaves: compared with the decisions of the engine."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law import Rulebook, decide, load_rulebook, parse_facts
from sinetra.core.law.selection import Selection, parse_selection, select
from sinetra.core.law.words import ActCode, Status, SubjectStatus, Track

DAY = date(2024, 11, 22)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


def names(book: Rulebook, **wanted: str) -> set[str]:
    return {item.norm.id for item in select(book, DAY, parse_selection(**wanted))}


def test_nothing_asked_for_is_every_norm_of_the_day(rulebook):
    assert names(rulebook) == {item.norm.id for item in rulebook.norms_on(DAY)}


@pytest.mark.parametrize("status", list(SubjectStatus))
def test_no_norm_that_the_engine_finds_for_a_status_and_an_act_is_left_out(rulebook, status):
    for act in ActCode:
        facts = {"act_date": DAY.isoformat(), "subject": {"status": status.value}, "act": {"code": act.value}}
        decision = decide(rulebook, parse_facts(facts))
        found = {item.norm.id for item in decision.findings if item.status is not Status.NOT_MET}
        assert found <= names(rulebook, status=status.value, act=act.value)


def test_a_norm_for_officials_is_not_shown_for_an_executor_and_is_for_a_head_of_district(rulebook):
    officials = {
        item.norm.id
        for item in rulebook.norms_on(DAY)
        if any(asked.field == "subject.is_official" and asked.values == {"true"} for asked in item.version.when)
    }
    assert officials
    assert officials.isdisjoint(names(rulebook, status="pns", position="executor"))
    assert officials & names(rulebook, status="pns", position="camat")


def test_a_post_leaves_out_what_binds_only_those_who_have_no_post(rulebook):
    soldiers = names(rulebook, status="tni") - names(rulebook, status="pns")
    assert soldiers
    assert soldiers.isdisjoint(names(rulebook, position="camat"))


def test_a_track_leaves_its_own_norms(rulebook):
    for track in Track:
        found = select(rulebook, DAY, Selection(track=track))
        assert {item.norm.track for item in found} <= {track}
    assert sum(len(select(rulebook, DAY, Selection(track=track))) for track in Track) == len(names(rulebook))


def test_an_unknown_value_is_refused_with_every_value_that_is_accepted():
    with pytest.raises(BadInput) as caught:
        parse_selection(status="camat")
    assert caught.value.field == "status"
    assert caught.value.accepted == tuple(SubjectStatus)
