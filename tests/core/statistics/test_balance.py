"""The statuses make the total in every table; what does not come out names where and by how much."""

from __future__ import annotations

import pytest

from sinetra.core.statistics import Cell, Item, Unbalanced, balanced, counted

ITEMS = [
    Item(status="open", codes={"region": "99.71", "track": "ethics"}, count=7),
    Item(status="ended", codes={"region": "99.72", "track": "ethics"}, count=4),
]


def test_what_adds_up_says_total_and_sum():
    found = balanced("case", 11, counted(ITEMS), ("open", "ended"))
    assert (found.total, found.summed, found.holds) == (11, 11, True)


def test_a_total_counted_otherwise_is_refused_with_the_difference():
    """As in a bulletin of 2 December 2024: 314 + 99 are 413, and 433 was printed (procedure C.3)."""
    bulletin = counted([Item(status="violation", codes={}, count=314), Item(status="none", codes={}, count=99)])
    with pytest.raises(Unbalanced) as caught:
        balanced("case", 433, bulletin, ("violation", "none"))
    assert caught.value.params["difference"] == -20
    assert caught.value.params["summed"] == 413


def test_a_status_that_nobody_knows_is_refused():
    with pytest.raises(Unbalanced) as caught:
        balanced("case", 11, counted(ITEMS), ("open",))
    assert caught.value.params["where"] == "ended"


def test_one_table_of_several_that_lost_a_row_is_refused():
    cells = counted(ITEMS)
    del cells[Cell("ended", "region", "99.72")]
    with pytest.raises(Unbalanced) as caught:
        balanced("case", 11, cells, ("open", "ended"))
    assert caught.value.params["where"] == "region"


def test_the_lines_of_5_december_2024_leave_the_punished_and_the_rejected_out():
    """667 + 436 + 4 + 24 + 27 make 1,158; with the 19 punished and the 60 rejected as lines they do not."""
    lines = {"bkn": 667, "ppk": 436, "left": 4, "not_proven": 24, "cancelled": 27}
    fitting = [Item(status=status, codes={}, count=count) for status, count in lines.items()]
    assert balanced("person", 1158, counted(fitting), tuple(lines)).holds
    overlapping = [*fitting, Item(status="punished", codes={}, count=19), Item(status="rejected", codes={}, count=60)]
    with pytest.raises(Unbalanced) as caught:
        balanced("person", 1158, counted(overlapping), (*lines, "punished", "rejected"))
    assert caught.value.params["difference"] == 79
