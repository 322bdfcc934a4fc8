"""The engine against the plain definitions on rulebooks drawn at random: exceptions to exceptions, chains of
displacement, conditions that every value meets. The catalogue has none of these, so its own facts cannot try them."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pytest

from sinetra.core.law import bit_matrix, screen
from sinetra.core.law.bit_matrix import words
from sinetra.core.law.evaluate import statuses
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY, subsets
from sinetra.core.law.screen import Screener
from sinetra.core.law.settle import Settler, Verdict
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType
from sinetra.core.law.words import Status

sys.path.insert(0, str(Path(__file__).parent))
from columns import columns_of
from drawn_rules import DAYS, Book, book, facts, whole
from naive import applies, own

BOOKS, ROWS = 60, 60
SEEDS = range(0, BOOKS, 15)
#: A completed act and what became of the rule.
End = tuple[Mapping[str, object], Status]


def _drawn(first: int) -> Iterator[tuple[Book, list[Facts]]]:
    for seed in range(first, first + 15):
        pick = random.Random(seed)
        yield book(pick), [facts(pick) for _ in range(ROWS)]


def _by_definition(drawn: Book, rule: int, act: Facts) -> Status:
    norm = drawn.norms[rule]
    low, high = drawn.naive.reported(norm, act)
    if high:
        return Status.MET if low else Status.OPEN
    low, high = applies(norm, act, DAYS)
    if low:
        return Status.DISPLACED
    holds = any(own(version, act, DAYS)[0] for version in norm.versions)
    return Status.EXCEPTED if holds and not high else Status.NOT_MET


@pytest.mark.parametrize("first", SEEDS)
def test_each_status_is_that_of_the_definitions_also_under_exceptions_to_exceptions(first: int) -> None:
    seen: Counter[Status] = Counter()
    for drawn, rows in _drawn(first):
        for act in rows:
            truth = {rule: _by_definition(drawn, rule, act) for rule in range(len(drawn.norms))}
            for masks in (drawn.sets.every, drawn.sets.of_act(act.values.get("act.code"))):
                found = statuses(masks, *masks.conditions(act))
                assert {rule: found.get(rule, Status.NOT_MET) for rule in truth} == truth, act
            seen.update(truth.values())
    assert all(seen[status] >= 50 for status in set(Status) - {Status.OUT_OF_TIME}), seen


@pytest.mark.parametrize("first", SEEDS)
def test_bitmaps_say_the_same_for_many_acts(first: int) -> None:
    for drawn, rows in _drawn(first):
        screener = Screener(drawn.sets)
        columns = columns_of(rows, drawn.sets.every)
        bulk = screener(columns)
        sides = {Status.MET: bulk.sure, Status.OPEN: bulk.open, Status.EXCEPTED: screener.excepted(columns).copy()}
        for status, bits in sides.items():
            found = words(bits, bulk.length)[0]
            for place, act in enumerate(rows):
                own_rules = [rule for rule in range(len(drawn.norms)) if _by_definition(drawn, rule, act) is status]
                assert int(found[place]) == sum(1 << rule for rule in own_rules), (status, act)


def test_many_blocks_of_acts_say_what_one_block_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block has a million acts and a turn 131,072: made small here, so that 300 acts need many of each."""
    pick = random.Random(7)
    drawn, rows = book(pick), [facts(pick) for _ in range(300)]
    columns = columns_of(rows, drawn.sets.every)
    once = Screener(drawn.sets)(columns)
    turned = words(once.sure, once.length)
    assert len(set(turned[0].tolist())) > 5
    monkeypatch.setattr(screen, "_BLOCK", 64)
    monkeypatch.setattr(bit_matrix, "_SQUARES", 1)
    many = Screener(drawn.sets)(columns)
    # The last byte of a bitmap has room for acts that there are not.
    assert words(many.sure, 300).tolist() == turned.tolist()
    assert words(many.may, 300).tolist() == words(once.may, 300).tolist()


def _answers(name: str) -> list[str | frozenset[str]]:
    item = FIELDS[name]
    return list(subsets(item.values)) if item.type is FieldType.LIST else list(item.values)


def _ends(drawn: Book, rule: int, act: Facts) -> list[End]:
    """Every completion of what the rule and those above it ask; none when there are more than 150."""
    masks = drawn.sets.of_rule(rule)
    asked = {item.name for item in masks.fields} | {item.parent for item in masks.fields if item.parent}
    names = [name for name in FIELDS if name in asked and name not in act.values]
    days: tuple[date, ...] = DAYS if act.act_date is None else (act.act_date,)
    choices = [_answers(name) for name in names]
    count = len(days)
    for each in choices:
        count *= len(each)
    if count > 150:
        return []
    found: dict[tuple[object, ...], End] = {}
    for day, *answers in product(days, *choices):
        done = whole(act, dict(zip(names, answers, strict=True)), day)
        values = {name: done.values[name] for name in FIELDS if name in asked} | {DAY: day}
        found[tuple(values.values())] = values, _by_definition(drawn, rule, done)
    return list(found.values())


def _only(name: str, one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """They differ in this fact, and else only where it rules a fact out."""
    return one[name] != other[name] and all(
        one[each] == other[each] or NOT_APPLICABLE in (one[each], other[each]) for each in one if each != name
    )


@pytest.mark.parametrize("first", SEEDS)
def test_a_settled_rule_is_what_all_completions_say_and_its_needs_are_exactly_the_facts_that_decide(first: int) -> None:
    looked: Counter[Status] = Counter()
    for drawn, rows in _drawn(first):
        settle = Settler(drawn.sets)
        for act in rows[:20]:
            for rule in range(len(drawn.norms)):
                ends = _ends(drawn, rule, act)
                if not ends:
                    continue
                verdict = settle(rule, act)
                kinds = {status for _, status in ends}
                if len(kinds) == 1:
                    assert verdict.status is kinds.pop()
                else:
                    assert verdict.status is (Status.OPEN if Status.MET in kinds else Status.NOT_MET)
                _check_needs(verdict, ends)
                _check_displacer(drawn, settle, rule, act, verdict)
                looked[verdict.status] += 1
    assert all(looked[status] >= 10 for status in (Status.MET, Status.OPEN, Status.NOT_MET, Status.DISPLACED)), looked


def _check_needs(verdict: Verdict, ends: list[End]) -> None:
    if verdict.status is not Status.OPEN:
        assert not verdict.needs
        return
    open_names = [name for name in ends[0][0] if len({values[name] for values, _ in ends}) > 1]
    met = [(values, status is Status.MET) for values, status in ends]
    deciding = {
        name
        for name in open_names
        if any(mine != its and _only(name, one, other) for (one, mine), (other, its) in combinations(met, 2))
    }
    assert set(verdict.needs) == deciding
    for name in deciding:
        outcomes: dict[object, set[bool]] = {}
        for values, is_met in met:
            outcomes.setdefault(values[name], set()).add(is_met)
        settled = sum(len(each) == 1 for each in outcomes.values())
        assert verdict.needs[name] == pytest.approx(settled / len(outcomes)), name


def _check_displacer(drawn: Book, settle: Settler, rule: int, act: Facts, verdict: Verdict) -> None:
    """A displaced rule names the one that displaces it, if that is the same for all completions; no other names one."""
    above = drawn.sets.displaced_by[rule]
    if verdict.status is not Status.DISPLACED:
        assert verdict.by is None
    elif verdict.by is None:
        assert len(above) > 1
    else:
        assert verdict.by in above
        assert settle(verdict.by, act).status is Status.MET
