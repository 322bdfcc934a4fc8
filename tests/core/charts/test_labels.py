"""Labels beside points: where there is room, every point has its name; where there is none, the first ones have."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.charts.labels import Box, label_box, place

PLOT = Box(0, 0, 300, 280)
spots = st.tuples(st.integers(5, 295), st.integers(5, 275), st.text("abcdefgh ", min_size=1, max_size=30))


@given(st.lists(spots, max_size=60))
def test_no_label_meets_another_a_point_or_the_edge(points: list[tuple[int, int, str]]):
    labels = place(points, PLOT, radius=5)
    boxes = [label_box(label.x, label.y, label.text) for label in labels]
    assert all(PLOT.holds(box) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(box.meets(Box(x - 5, y - 5, x + 5, y + 5)) for box in boxes for x, y, _ in points)


def test_points_far_apart_all_have_their_names():
    points = [(x, y, f"U{x}-{y}") for x in (20, 120, 220) for y in (30, 100, 200)]
    assert [label.text for label in place(points, PLOT, radius=5)] == [name for _x, _y, name in points]


def test_of_points_at_one_place_the_first_ones_are_named():
    labels = place([(150, 140, f"Unit nomor {number}") for number in range(40)], PLOT, radius=5)
    assert 1 <= len(labels) < 40
    assert [label.index for label in labels] == list(range(len(labels)))


def test_a_name_that_is_cut_is_still_that_of_one_point():
    """Both names are too long beside a wall of points; the cut ones would read alike."""
    long = "Kecamatan Cendana Raya Bagian"
    points = [(150, 100, f"{long} Utara"), (150, 180, f"{long} Selatan")]
    tight = Box(20, 0, 290, 280)
    assert place(points, tight, radius=5) == ()
    alone = place(points[:1], tight, radius=5)
    assert [label.text[-1] for label in alone] == ["…"]
