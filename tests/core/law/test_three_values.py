"""The masks against the plain definitions, on random facts with unknowns; soundness and monotonicity."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.law import load_rulebook
from sinetra.core.law.evaluate import judge, reports, trace
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import Status

sys.path.insert(0, str(Path(__file__).parent))
import naive
import strategies

RULEBOOK = load_rulebook(ROOT)
EPOCHS = [Facts(values={}, act_date=day) for day in strategies.days(RULEBOOK)]
_SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NORMS = range(len(RULEBOOK.norms))


@_SLOW
@given(strategies.facts(RULEBOOK))
def test_the_masks_say_what_the_definitions_say(facts: Facts) -> None:
    found = trace(RULEBOOK.masks, facts)
    for index, interval in reports(RULEBOOK.rules, NORMS, found.s, found.m).items():
        norm = RULEBOOK.norms[index]
        assert interval == naive.reported(norm, RULEBOOK.norms, facts, EPOCHS), norm.id


def _side(status: Status) -> str:
    return {Status.MET: "met", Status.OPEN: "open"}.get(status, "not met")


@_SLOW
@given(st.data())
def test_filling_in_an_unknown_turns_open_into_met_or_not_met_and_nothing_else(data: st.DataObject) -> None:
    before = data.draw(strategies.facts(RULEBOOK))
    assume(len(before.values) < len(FIELDS) or before.act_date is None)
    after = data.draw(strategies.filled(RULEBOOK, before))
    first, second = trace(RULEBOOK.masks, before), trace(RULEBOOK.masks, after)
    for index in NORMS:
        was = _side(judge(RULEBOOK.rules, index, first).status)
        now = _side(judge(RULEBOOK.rules, index, second).status)
        assert was in {"open", now}, f"{RULEBOOK.norms[index].id}: {was} became {now}"


@_SLOW
@given(st.data())
def test_a_settled_finding_agrees_with_every_completion(data: st.DataObject) -> None:
    facts = data.draw(strategies.facts(RULEBOOK))
    values = dict(facts.values)
    for name in FIELDS:
        if name not in values:
            values[name] = data.draw(strategies.value_of(name))
            values = complete(values)
    day = facts.act_date or data.draw(st.sampled_from(strategies.days(RULEBOOK)))
    whole = replace(facts, values=values, act_date=day)
    part, full = trace(RULEBOOK.masks, facts), trace(RULEBOOK.masks, whole)
    for index in NORMS:
        verdict, truth = judge(RULEBOOK.rules, index, part), judge(RULEBOOK.rules, index, full)
        assert truth.status is not Status.OPEN
        if verdict.status is not Status.OPEN:
            assert _side(verdict.status) == _side(truth.status), RULEBOOK.norms[index].id
            assert verdict.needs == ()
        else:
            assert verdict.needs


def test_the_random_facts_reach_every_kind_of_status() -> None:
    """The properties above would hold emptily if nothing ever happened."""
    seen: set[Status] = set()

    @settings(max_examples=1500, deadline=None, database=None, derandomize=True)
    @given(strategies.facts(RULEBOOK))
    def look(facts: Facts) -> None:
        found = trace(RULEBOOK.masks, facts)
        seen.update(judge(RULEBOOK.rules, index, found).status for index in NORMS)

    look()
    assert seen >= {Status.MET, Status.OPEN, Status.EXCEPTED, Status.DISPLACED, Status.NOT_MET}


def test_a_known_fact_is_not_relied_on_while_its_parent_may_still_rule_it_out() -> None:
    values = complete({"act.minister_approval": "false", "subject.status": "regional_head", "stage": "campaign"})
    facts = Facts(values={**values, "election_kind": "pilkada"}, act_date=strategies.days(RULEBOOK)[-1])
    verdict = judge(RULEBOOK.rules, RULEBOOK.place["pilkada.190"], trace(RULEBOOK.masks, facts))
    assert verdict.status is Status.OPEN
    assert verdict.needs == ("act.code",)
