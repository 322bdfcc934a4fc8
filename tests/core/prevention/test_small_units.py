"""What is withheld cannot be computed from what is shown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.prevention.small_units import (
    SMALLEST,
    Hidden,
    Node,
    Withheld,
    hidden_areas,
    hidden_parts,
    hidden_units,
)


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    sizes = draw(st.lists(st.one_of(st.integers(0, 14), st.integers(0, 60)), min_size=1, max_size=12))
    below: list[list[int]] = [[] for _ in sizes]
    for place in range(1, len(sizes)):
        below[draw(st.integers(0, place - 1))].append(place)
    return [Node(own=size, children=children) for size, children in zip(sizes, below, strict=True)]


def everything_below(nodes: list[Node], place: int) -> set[int]:
    return {place}.union(*(everything_below(nodes, child) for child in nodes[place].children))


def equations(nodes: list[Node], hidden: Hidden) -> list[set[int]]:
    """The sets of units whose people add up to a shown number."""
    shown = [{place} for place in range(len(nodes)) if place not in hidden.alone]
    return shown + [everything_below(nodes, place) for place in range(len(nodes)) if place not in hidden.whole]


def vector(nodes: list[Node], places: set[int]) -> np.ndarray:
    """Units without people say nothing: that they have none is no secret."""
    return np.array([float(place in places and nodes[place].own > 0) for place in range(len(nodes))])


def follows(nodes: list[Node], hidden: Hidden, places: set[int], more: Sequence[set[int]] = ()) -> bool:
    told = [*equations(nodes, hidden), *more]
    known = np.array([vector(nodes, shown) for shown in told] or [np.zeros(len(nodes))])
    wanted = vector(nodes, places)
    rank = np.linalg.matrix_rank
    return bool(wanted.any()) and bool(rank(np.vstack([known, wanted])) == rank(known))


def size(nodes: list[Node], places: set[int]) -> int:
    return sum(nodes[place].own for place in places)


@given(trees())
def test_no_number_of_fewer_than_ten_people_is_shown_or_follows_from_shown_ones(nodes):
    hidden = hidden_units(nodes)
    for place in range(len(nodes)):
        for places in ({place}, everything_below(nodes, place)):
            if 0 < size(nodes, places) < SMALLEST:
                assert not follows(nodes, hidden, places), (places, hidden)


@given(trees(), st.data())
def test_totals_of_areas_do_not_give_a_small_number_away_either(nodes, data):
    areas = [None, *data.draw(st.lists(st.integers(0, 3), min_size=len(nodes) - 1, max_size=len(nodes) - 1))]
    hidden = hidden_units(nodes)
    above = {child: place for place, node in enumerate(nodes) for child in node.children}

    def under(place: int | None) -> int | None:
        return under(above.get(place)) if place in hidden.whole else place

    withheld = [Withheld(size=nodes[n].own, under=under(n), area=areas[n]) for n in hidden.alone if nodes[n].own]
    shown = set(areas) - {None} - hidden_areas(withheld)
    totals = [{n for n, area in enumerate(areas) if area == wanted} for wanted in shown]
    for place in range(len(nodes)):
        for places in ({place}, everything_below(nodes, place)):
            if 0 < size(nodes, places) < SMALLEST:
                assert not follows(nodes, hidden, places, totals), (places, hidden, totals)


def test_an_area_that_tells_nothing_is_shown():
    large = [Withheld(size=6, under="kec", area="north"), Withheld(size=7, under="kec", area="north")]
    assert hidden_areas(large) == frozenset()
    assert hidden_areas([*large, Withheld(size=3, under="dinas", area="north")]) == {"north"}


@given(trees())
def test_what_remains_of_a_shown_total_is_nothing_or_of_ten_people_or_more(nodes):
    hidden = hidden_units(nodes)
    for place in set(range(len(nodes))) - hidden.whole:
        remains = {unit for unit in everything_below(nodes, place) if unit in hidden.alone and nodes[unit].own}
        assert not remains or size(nodes, remains) >= SMALLEST


@given(trees())
def test_a_unit_without_any_below_is_withheld_as_a_whole_and_alone_or_not_at_all(nodes):
    hidden = hidden_units(nodes)
    for place, node in enumerate(nodes):
        if place and not node.children and node.own:
            assert (place in hidden.whole) == (place in hidden.alone)


def test_the_guard_of_these_tests_finds_a_number_that_siblings_give_away():
    nodes = [Node(own=0, children=[1, 2]), Node(own=3), Node(own=40)]
    assert follows(nodes, Hidden(whole=frozenset({1}), alone=frozenset({1})), {1})
    assert hidden_units(nodes).whole == {1, 2}


def test_large_units_only_are_all_shown():
    nodes = [Node(own=0, children=[1, 2]), Node(own=10), Node(own=40)]
    assert hidden_units(nodes) == Hidden(whole=frozenset(), alone=frozenset())


def test_of_the_parts_of_a_total_none_or_two_with_ten_people_are_withheld():
    assert hidden_parts({"a": 30, "b": 12}) == frozenset()
    assert hidden_parts({"a": 2, "b": 3, "c": 12, "d": 30}) == {"a", "b", "c"}
    assert hidden_parts({"a": 2}) == {"a"}
