"""Limits on public sending: an office is not a flood, a flood waits, its neighbours do not, and no address is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.errors import NotFound
from sinetra.ports.limits import (
    CALM_HOUR,
    CALM_MINUTE,
    DAY,
    EVEN_SHARE,
    WRONG_CODES,
    Kind,
    Limits,
    TooMany,
    Window,
    wrong_codes_counted,
)

OFFICE, FLOOD, NEIGHBOUR = "192.0.2.7", "198.51.100.1", "203.0.113.5"


@dataclass
class Gate:
    """Limits whose time stands until it is moved."""

    now: float = 0.0
    limits: Limits = field(init=False)

    def __post_init__(self) -> None:
        self.limits = Limits(lambda: self.now)

    def sends(self, address: str, times: int = 1, kind: Kind = Kind.FILING) -> tuple[int, int]:
        """How many of ``times`` passed, and the longest wait that the others were told."""
        passed, longest = 0, 0
        for _ in range(times):
            try:
                self.limits.admit(kind, address)
                passed += 1
            except TooMany as refused:
                longest = max(longest, refused.retry_after)
        return passed, longest


@pytest.fixture
def gate() -> Gate:
    return Gate()


def test_thirty_people_behind_one_address_file_at_once_also_in_the_middle_of_a_flood(gate: Gate) -> None:
    gate.sends(FLOOD, 5_000)
    assert gate.sends(OFFICE, 30) == (30, 0)
    assert gate.sends(FLOOD)[0] == 0, "there is a flood"


def test_one_machine_may_use_an_idle_server_whole(gate: Gate) -> None:
    assert gate.sends(OFFICE, 6_000) == (6_000, 0)


def test_a_flood_waits_as_soon_as_there_are_neighbours_who_pass_all_the_time(gate: Gate) -> None:
    passed = 0
    for second in range(300):
        gate.now = float(second)
        passed += gate.sends(FLOOD, 40)[0]
        assert gate.sends(NEIGHBOUR) == (1, 0), f"second {second}"
    assert passed <= (300 / 60 + 1) * CALM_MINUTE, "of 12,000 that were sent"


def test_the_wait_that_is_told_is_long_enough(gate: Gate) -> None:
    gate.sends(NEIGHBOUR)
    _, wait = gate.sends(FLOOD, 5_000)
    assert 1 <= wait <= 60
    gate.now += wait
    assert gate.sends(FLOOD)[0] == 1


def test_after_the_flood_nothing_is_left_of_it(gate: Gate) -> None:
    gate.sends(NEIGHBOUR)
    gate.sends(FLOOD, 5_000)
    gate.now += 61
    assert gate.sends(FLOOD, EVEN_SHARE) == (EVEN_SHARE, 0)


def test_a_flood_of_an_hour_waits_also_when_nobody_else_is_there_and_is_never_shut_out(gate: Gate) -> None:
    passed = 0
    for minute in range(60):
        gate.now = 60.0 * minute
        passed += gate.sends(FLOOD, 1_000)[0]
    assert CALM_HOUR < passed < CALM_HOUR + 1_000 + 30 * EVEN_SHARE
    assert gate.sends(OFFICE, 30) == (30, 0)
    gate.now += 60
    assert gate.sends(FLOOD)[0] == 1, "slowed"


def test_many_addresses_that_each_send_little_are_a_wave_of_real_reports_and_all_pass(gate: Gate) -> None:
    assert sum(gate.sends(f"10.0.{n // 250}.{n % 250}", 3)[0] for n in range(2_000)) == 6_000


def test_uploads_are_slowed_alike_and_apart_from_filings(gate: Gate) -> None:
    gate.sends(NEIGHBOUR, 1, Kind.UPLOAD)
    assert gate.sends(FLOOD, 5_000, Kind.UPLOAD)[0] < CALM_MINUTE + 2
    assert gate.sends(NEIGHBOUR, 1, Kind.UPLOAD) == (1, 0)
    assert gate.sends(FLOOD) == (1, 0), "a report without evidence goes through"


def test_wrong_codes_are_counted_by_source_and_forgotten_after_ten_minutes(gate: Gate) -> None:
    assert gate.sends(FLOOD, WRONG_CODES + 5, Kind.WRONG_CODE)[0] == WRONG_CODES
    assert gate.sends(NEIGHBOUR, 1, Kind.WRONG_CODE) == (1, 0)
    assert gate.sends(FLOOD) == (1, 0), "who tries codes may still file"
    gate.now += 601
    assert gate.sends(FLOOD, 1, Kind.WRONG_CODE) == (1, 0)


def test_each_day_begins_with_a_new_salt_and_without_yesterday(gate: Gate) -> None:
    gate.sends(FLOOD, 10)
    before = gate.limits._source(FLOOD)
    assert gate.limits._source(FLOOD) == before
    gate.now = float(DAY)
    gate.sends(NEIGHBOUR)
    assert gate.limits._source(FLOOD) != before
    assert gate.limits._hour[Kind.FILING].total == 1


def _held(root: object) -> Iterator[object]:
    """Everything that can be reached from ``root``, code and modules aside."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, type) or type(found).__name__ in {"module", "function", "method"}:
            continue
        seen.add(id(found))
        yield found
        waiting += gc.get_referents(found)


def _holds_address(root: object) -> bool:
    plain = (OFFICE, FLOOD, bytes([192, 0, 2, 7]), bytes([198, 51, 100, 1]))
    texts = [str(item) for item in _held(root) if isinstance(item, str | int)]
    octets = [bytes(item) for item in _held(root) if isinstance(item, bytes | bytearray)]
    return any(
        any(part in text for text in texts)
        if isinstance(part, str)
        else any(part in raw or raw == part for raw in octets) or str(int.from_bytes(part, "big")) in texts
        for part in plain
    )


class Keeping(Limits):
    """The twin: it counts by the address itself."""

    def _source(self, address: str) -> bytes:
        return address.encode()


class KeepingPacked(Limits):
    def _source(self, address: str) -> bytes:
        return bytes(map(int, address.split(".")))


def test_no_address_is_reachable_from_the_counters(gate: Gate) -> None:
    gate.sends(OFFICE, 30)
    gate.sends(FLOOD, 40, Kind.WRONG_CODE)
    assert gate.limits._source(OFFICE) in list(_held(gate.limits)), "the search sees the counters"
    assert not _holds_address(gate.limits)


@pytest.mark.parametrize("kept", [Keeping, KeepingPacked])
def test_an_address_that_were_kept_would_be_found(kept: type[Limits]) -> None:
    limits = kept()
    limits.admit(Kind.FILING, OFFICE)
    assert _holds_address(limits) or any(OFFICE.encode() in bytes(x) for x in _held(limits) if isinstance(x, bytes))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 30)), max_size=120))
def test_a_window_counts_what_a_list_of_all_would_count(sent: list[tuple[int, float]]) -> None:
    """To the width of a slice: what is surely younger than the window is counted, what is surely older is not."""
    window, now, told = Window(60), 0.0, []
    for source, pause in sent:
        now += pause
        window.forget(now)
        window.add(bytes([source]), now)
        told.append((bytes([source]), now))
        for name in {one for one, _ in told}:
            inside = sum(one == name and now - at < 55 for one, at in told)
            at_most = sum(one == name and now - at < 65 for one, at in told)
            assert inside <= window.of(name) <= at_most
        assert window.total == sum(window.of(name) for name in {one for one, _ in told})
        assert window.sources == sum(window.of(name) > 0 for name in {one for one, _ in told})


def test_who_holds_a_right_code_is_not_counted_and_other_errors_go_through() -> None:
    for _ in range(WRONG_CODES + 1):
        with wrong_codes_counted({"REMOTE_ADDR": OFFICE}):
            pass
        with pytest.raises(NotFound), wrong_codes_counted({"REMOTE_ADDR": OFFICE}):
            raise NotFound("x", code="erased")
    for _ in range(WRONG_CODES):
        with pytest.raises(NotFound), wrong_codes_counted({"REMOTE_ADDR": OFFICE}):
            raise NotFound("x", code="code_unknown")
    with pytest.raises(TooMany), wrong_codes_counted({"REMOTE_ADDR": OFFICE}):
        raise NotFound("x", code="code_unknown")
