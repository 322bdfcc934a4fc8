"""Identifiers tell the order in which one process made them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sinetra.core import ids
from sinetra.core.ids import uuid7


def test_what_is_made_one_after_the_other_sorts_so_also_within_a_millisecond():
    made = [uuid7() for _ in range(5000)]
    assert len({key.int >> 80 for key in made}) < len(made)
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {key.version for key in made} == {7}


def test_threads_that_make_them_at_once_get_each_its_own_in_order():
    with ThreadPoolExecutor(4) as pool:
        lists = list(pool.map(lambda _: [uuid7() for _ in range(2000)], range(4)))
    assert all(made == sorted(made) for made in lists)
    assert len({key for made in lists for key in made}) == 8000


def test_a_clock_that_is_set_back_turns_no_order_round(monkeypatch: pytest.MonkeyPatch):
    before, now = uuid7(), time.time_ns()
    monkeypatch.setattr(ids.time, "time_ns", lambda: now - 3_600_000_000_000)
    after = uuid7()
    assert after > before


def test_the_time_goes_on_when_the_clock_does():
    before = uuid7()
    time.sleep(0.005)
    assert uuid7().int >> 80 > before.int >> 80


def test_a_time_that_is_named_is_the_time_told():
    assert uuid7(1, 0) < uuid7(1, 1) < uuid7(2, 0)
    assert uuid7(1).int >> 80 == 1
