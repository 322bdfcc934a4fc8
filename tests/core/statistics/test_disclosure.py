"""No withheld cell can be recovered from everything that is published together, by a solver; and a table that leaks is
caught."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from solver import spans

from sinetra.core.statistics import ALL, SMALLEST, Cell, Item, counted, leaks, margins, protect
from sinetra.core.statistics.bounds import bounds
from sinetra.core.statistics.moves import holds
from sinetra.core.statistics.protect import WIDTH

STATUSES, CODES = "abcd", "pqrs"


def items(least: int = 0, most: int = 25) -> st.SearchStrategy[list[Item]]:
    """Some groups of like items in two or three dimensions."""
    codes = st.fixed_dictionaries({name: st.sampled_from(CODES) for name in ("region", "track", "channel")})
    one = st.builds(
        lambda status, found, count: Item(status=status, codes=found, count=count),
        st.sampled_from(STATUSES),
        codes,
        st.integers(1, most),
    )
    return st.lists(one, min_size=least, max_size=14)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items())
def test_a_solver_cannot_narrow_any_withheld_cell(found):
    published = protect(margins(counted(found)))
    assert leaks(published) == ()
    for cell, (least, most) in spans(published).items():
        assert most - least >= WIDTH, (cell, least, most)
        assert least <= published.margins.values[cell] <= most


@settings(max_examples=60, deadline=None)
@given(items())
def test_no_small_cell_is_told_and_empty_ones_are(found):
    published = protect(margins(counted(found)))
    for cell, count in published.margins.values.items():
        assert not 0 < count < SMALLEST or published.told(cell) is None
    assert published.told(Cell("a", "region", "not there")) == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), items())
def test_two_editions_set_against_each_other_tell_no_small_change(first, later):
    """Later the same items are still there, with others besides."""
    before = protect(margins(counted(first)))
    shown = {cell: count for cell, count in before.margins.values.items() if cell not in before.withheld}
    after = protect(margins(counted([*first, *later])), shown)
    assert leaks(after) == ()
    for cell in after.margins.values:
        old, new = before.told(cell), after.told(cell)
        if old is not None and new is not None:
            assert new - old == 0 or abs(new - old) >= SMALLEST
    # The reader takes it that totals over all statuses only grow.
    for cell, (least, most) in spans(after).items():
        assert most - least >= WIDTH, (cell, least, most)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(least=2))
def test_bounds_never_promise_less_than_a_solver_finds(found):
    """They enclose the truth: what they call narrow is narrow."""
    published = protect(margins(counted(found)))
    wide = bounds(published.margins, published.withheld, {})
    for cell, (least, most) in spans(published).items():
        assert wide[cell][0] <= least
        assert wide[cell][1] is None or most >= 10_000 or wide[cell][1] >= most


def leaking() -> list[Item]:
    """One small cell in a table whose totals are told."""
    return [
        Item(status="a", codes={"region": "p"}, count=3),
        Item(status="b", codes={"region": "p"}, count=20),
        Item(status="a", codes={"region": "q"}, count=30),
        Item(status="b", codes={"region": "q"}, count=40),
    ]


def test_a_table_that_withholds_the_small_cell_alone_is_caught():
    published = protect(margins(counted(leaking())))
    secret = Cell("a", "region", "p")
    assert leaks(published) == ()
    assert len(published.withheld) == 4, "the rectangle, and no total"
    careless = replace(published, withheld=frozenset({secret}))
    assert spans(careless)[secret] == (3, 3)
    found = leaks(careless)
    assert [(leak.cell, leak.least, leak.most, leak.certain) for leak in found] == [(secret, 3, 3, True)]


def test_a_small_cell_that_is_told_is_caught():
    published = protect(margins(counted(leaking())))
    told = leaks(replace(published, withheld=frozenset()))
    assert [(leak.cell, leak.told) for leak in told] == [(Cell("a", "region", "p"), True)]


def test_a_margin_shared_by_two_tables_leaks_over_both_and_is_caught():
    """Each table alone is safe; the total of a status that one withholds stands in the other."""
    found = [
        Item(status="a", codes={"region": "p", "track": "x"}, count=2),
        Item(status="a", codes={"region": "q", "track": "x"}, count=9),
        Item(status="b", codes={"region": "p", "track": "y"}, count=30),
        Item(status="b", codes={"region": "q", "track": "y"}, count=30),
    ]
    published = protect(margins(counted(found)))
    assert leaks(published) == ()
    # Withheld in the table of regions with the total of its status, which the table of tracks gives away.
    careless = replace(
        published,
        withheld=frozenset(
            {Cell("a", "region", "p"), Cell("a", "region", "q"), Cell("a"), Cell(ALL, "region", "p")},
        ),
    )
    least, most = spans(careless)[Cell("a")]
    assert most == least == 11
    assert Cell("a") in {leak.cell for leak in leaks(careless) if leak.certain}


def test_a_small_change_since_the_last_edition_is_withheld():
    first = [
        Item(status=status, codes={"region": region}, count=count)
        for status, region, count in (("a", "p", 20), ("a", "q", 20), ("b", "p", 20), ("b", "q", 20))
    ]
    before = protect(margins(counted(first)))
    assert before.withheld == frozenset()
    three_more = [*first, Item(status="a", codes={"region": "p"}, count=3)]
    careless = protect(margins(counted(three_more)))
    assert careless.told(Cell("a", "region", "p")) == 23, "alone it would be told, and the difference is 3"
    after = protect(margins(counted(three_more)), before.margins.values)
    for cell in (Cell("a", "region", "p"), Cell("a"), Cell(ALL, "region", "p"), Cell(ALL)):
        assert after.told(cell) is None
    assert leaks(after) == ()


@pytest.mark.parametrize("spoil", ["sum", "outside", "below one", "narrow"])
def test_a_proof_that_does_not_add_up_is_no_proof(spoil):
    published = protect(margins(counted(leaking())))
    cell = Cell("a", "region", "p")
    proof = published.proofs[cell]
    assert holds(proof, published.margins, published.withheld, {}, WIDTH)
    hidden = published.withheld
    if spoil == "sum":
        proof = replace(proof, steps={cell: 1})
    elif spoil == "outside":
        hidden = hidden - {Cell("b", "region", "p")}
    elif spoil == "below one":
        proof = replace(proof, down=3)
    else:
        proof = replace(proof, up=0)
    assert not holds(proof, published.margins, hidden, {}, WIDTH)


def test_a_city_of_many_cases_keeps_most_of_its_numbers():
    """Withholding everything would be safe, too."""
    found = [
        Item(status=status, codes={"region": region, "channel": channel}, count=3 + 7 * place)
        for place, (status, region, channel) in enumerate(
            (status, region, channel) for status in STATUSES for region in "pqrs" for channel in "xy"
        )
    ]
    published = protect(margins(counted(found)))
    assert len(published.withheld) < len(published.margins.values) / 3
    assert published.told(Cell(ALL)) == sum(item.count for item in found)
