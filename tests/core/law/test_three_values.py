"""Seeded facts with 0 to 60 % unknown: masks = numpy bitmaps = the plain definitions; sound, monotone and tight."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import islice, product
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import load_rulebook
from sinetra.core.law.bit_matrix import words
from sinetra.core.law.evaluate import effective, intervals, places, statuses
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.masks import Section, subsets
from sinetra.core.law.screen import Screener
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.core.law.words import Status

sys.path.insert(0, str(Path(__file__).parent))
from columns import columns_of
from drawn_facts import Drawn, days
from naive import Naive

RULEBOOK = load_rulebook(ROOT)
NORMS = range(len(RULEBOOK.norms))
DAYS = days(RULEBOOK)
PARTS, ROWS = 8, 12_500


@cache
def _rows(part: int) -> list[Facts]:
    return list(Drawn(RULEBOOK, seed=20241127 + part).rows(ROWS))


def _side(status: Status) -> str:
    return {Status.MET: "met", Status.OPEN: "open"}.get(status, "not met")


def _statuses(facts: Facts) -> Mapping[int, Status]:
    masks = RULEBOOK.sets.of_act(facts.values.get("act.code"))
    return statuses(masks, *masks.conditions(facts))


def _bits(found: Mapping[int, Status], status: Status) -> int:
    return sum(1 << rule for rule, own in found.items() if own is status)


@pytest.mark.parametrize("part", range(PARTS))
def test_masks_and_bitmaps_say_what_the_definitions_say(part: int) -> None:
    rows = _rows(part)
    naive = Naive(RULEBOOK.norms, DAYS)
    every = RULEBOOK.sets.every
    bulk = Screener(RULEBOOK.sets)(columns_of(rows, every))
    sides = [words(bits, bulk.length) for bits in (bulk.sure, bulk.open)]
    for place, facts in enumerate(rows):
        truth = [naive.reported(norm, facts) for norm in RULEBOOK.norms]
        met = sum(1 << rule for rule, (low, _) in enumerate(truth) if low)
        opened = sum(1 << rule for rule, (low, high) in enumerate(truth) if high and not low)
        found = _statuses(facts)
        assert (_bits(found, Status.MET), _bits(found, Status.OPEN)) == (met, opened), facts
        assert found == statuses(every, *every.conditions(facts)), facts
        tables = [sum(int(word[place]) << 64 * at for at, word in enumerate(side)) for side in sides]
        assert tables == [met, opened], facts


def test_every_rule_exception_and_displacement_is_met_open_and_not_met_at_least_fifty_times() -> None:
    """The properties of this file would hold emptily for what never happens."""
    seen: Counter[tuple[str, str]] = Counter()
    masks = RULEBOOK.sets.every
    for facts in (facts for part in range(PARTS) for facts in _rows(part)):
        s, m = masks.conditions(facts)
        found = intervals(masks, s, m)
        low, high = found.reported
        for bit in range(masks.width):
            seen[_name(bit), _interval(low >> bit & 1, high >> bit & 1)] += 1
        for bit in places(m & masks.heads):
            for path, section in _paths(masks.sections, ()):
                if section.mask >> bit & masks.nodes >> (section.offset + bit) & 1:
                    own = effective(section, s, m)
                    seen[f"{_name(bit)} {path}", _interval(own[0] >> bit & 1, own[1] >> bit & 1)] += 1
        for bit in places(found.applies[1] & masks.displaced):
            for other in {masks.rule_of[place] for place in places(masks.displacers[bit])}:
                above = sum(1 << place for place, owner in enumerate(masks.rule_of) if owner == other)
                seen[f"{_name(bit)} by {other}", _interval(low & above, high & above)] += 1
    named = {name for name, _ in seen}
    rare = {(name, side): seen[name, side] for name in named for side in ("met", "open", "not met")}
    assert {what: count for what, count in rare.items() if count < 50} == {}
    assert sum(" by " in name for name in named) == sum(len(above) for above in RULEBOOK.sets.displaced_by.values())
    assert sum(" (" in name for name in named) == masks.nodes.bit_count() - masks.width


def _name(bit: int) -> str:
    masks = RULEBOOK.sets.every
    return f"{RULEBOOK.norms[masks.rule_of[bit]].id}/{masks.version_of[bit]}"


def _interval(low: int, high: int) -> str:
    return "met" if low else "open" if high else "not met"


def _paths(sections: tuple[Section, ...], path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Section]]:
    for place, section in enumerate(sections):
        yield (*path, place), section
        yield from _paths(section.inner, (*path, place))


def _unknown(facts: Facts) -> list[str]:
    return [name for name in FIELDS if name not in facts.values]


def _filled(facts: Facts, pick: random.Random, names: list[str]) -> Facts:
    """The facts with answers to ``names`` (and what follows from them)."""
    values = dict(facts.values)
    for name in names:
        if name not in values:
            values = complete({**values, name: pick.choice(_answers(name))})
    return replace(facts, values=values)


def _verdicts(facts: Facts) -> dict[int, Status]:
    found = dict(_statuses(facts))
    return {
        rule: RULEBOOK.settle(rule, facts).status if status is Status.OPEN else status for rule, status in found.items()
    }


def test_filling_in_an_unknown_turns_open_into_met_or_not_met_and_nothing_else() -> None:
    pick = random.Random(1)
    for facts in _rows(0)[:4000]:
        unknown = _unknown(facts)
        if facts.act_date is None:
            after = replace(facts, act_date=pick.choice(DAYS))
        elif unknown:
            after = _filled(facts, pick, [pick.choice(unknown)])
        else:
            continue
        for look in (_statuses, _verdicts):
            first, second = look(facts), look(after)
            for rule in {*first, *second}:
                was = _side(first.get(rule, Status.NOT_MET))
                now = _side(second.get(rule, Status.NOT_MET))
                assert was in {"open", now}, f"{RULEBOOK.norms[rule].id}: {was} became {now}"


def test_what_is_settled_agrees_with_completions_and_nothing_is_open_on_complete_facts() -> None:
    pick = random.Random(2)
    for facts in _rows(1)[:3000]:
        before = _verdicts(facts)
        for _ in range(4):
            whole = _filled(facts, pick, _unknown(facts))
            if whole.act_date is None:
                whole = replace(whole, act_date=pick.choice(DAYS))
            truth = _statuses(whole)
            assert Status.OPEN not in truth.values()
            for rule in NORMS:
                was = _side(before.get(rule, Status.NOT_MET))
                assert was in {"open", _side(truth.get(rule, Status.NOT_MET))}, RULEBOOK.norms[rule].id


def _completions(facts: Facts, names: list[str]) -> Iterator[Facts]:
    """The facts with every answer to every one of ``names`` that is not known, whatever would else be implied."""
    unknown = [name for name in names if name not in facts.values]
    for answers in product(*(_answers(name) for name in unknown)):
        yield replace(facts, values=complete({**facts.values, **dict(zip(unknown, answers, strict=True))}))


def _answers(name: str) -> list[str | frozenset[str]]:
    item = FIELDS[name]
    return list(subsets(item.values) if item.type is FieldType.LIST else item.values)


def _asked_by(rule: int) -> list[str]:
    masks = RULEBOOK.sets.of_rule(rule)
    own = {item.name for item in masks.fields} | {item.parent for item in masks.fields if item.parent}
    return [name for name in FIELDS if name in own]


def test_what_a_person_sees_is_tight_an_open_rule_is_met_by_one_completion_and_not_by_another() -> None:
    """Every completion of what the rule asks, up to 1,000 of them; the fact that decides is among the needs."""
    looked = 0
    for facts in islice((row for part in (2, 3) for row in _rows(part) if row.act_date), 2500):
        for rule, status in _statuses(facts).items():
            if status is not Status.OPEN:
                continue
            every = list(islice(_completions(facts, _asked_by(rule)), 1001))
            if len(every) > 1000:
                continue
            looked += 1
            ends = {_side(_statuses(whole).get(rule, Status.NOT_MET)) for whole in every}
            verdict = RULEBOOK.settle(rule, facts)
            assert (verdict.status is Status.OPEN) == (len(ends) == 2), RULEBOOK.norms[rule].id
            if verdict.status is not Status.OPEN:
                assert _side(verdict.status) in ends
                assert not verdict.needs
            else:
                assert verdict.needs
                assert all(0 <= share <= 1 for share in verdict.needs.values())
    assert looked > 300


def test_a_fact_that_is_named_as_needed_changes_the_answer_for_some_completion() -> None:
    looked = 0
    for facts in (row for row in _rows(4) if row.act_date):
        for rule, status in _statuses(facts).items():
            needs = RULEBOOK.settle(rule, facts).needs if status is Status.OPEN else {}
            names = _asked_by(rule)
            for name in needs:
                every = list(islice(_completions(facts, names), 501))
                if len(every) > 500:
                    continue
                ends: dict[tuple[object, ...], set[str]] = {}
                for whole in every:
                    rest = tuple(
                        whole.values[other]
                        for other in names
                        if other != name
                        and (FIELDS[other].dependency is None or FIELDS[other].dependency.parent != name)
                    )
                    ends.setdefault(rest, set()).add(_side(_statuses(whole).get(rule, Status.NOT_MET)))
                assert any(len(sides) > 1 for sides in ends.values()), (RULEBOOK.norms[rule].id, name)
                looked += 1
        if looked > 400:
            return
    assert looked > 100


def test_a_known_fact_is_not_relied_on_while_its_parent_may_still_rule_it_out() -> None:
    values = complete({"act.minister_approval": "false", "subject.status": "regional_head", "stage": "campaign"})
    facts = Facts(values={**values, "election_kind": "pilkada"}, act_date=DAYS[-1])
    verdict = RULEBOOK.settle(RULEBOOK.place["pilkada.190"], facts)
    assert verdict.status is Status.OPEN
    assert set(verdict.needs) == {"act.code"}
