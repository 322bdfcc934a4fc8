"""A process killed at each write of each step of a hand-over: after the repeat it has happened exactly once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from installation import OFFICE, Installation

HANDER = Path(__file__).parent / "hander.py"
BOTH = (
    OFFICE
    + """
from sinetra.apps.accounts.models import User
with unit_of_work(SYSTEM) as work:
    made = work.create(Organisation(name="Bawaslu Provinsi", short_name="Provinsi", kind="bawaslu", level="province",
        region_id="99"))
    work.record("organisation.create", made)
    user = work.create(User(organisation=office, username="kedua", name="Kedua", password="!"))
    work.record("accounts.create", user)
"""
)
#: What stands on both sides after a step, whatever happened to the process that took it.
WHOLE: dict[str, dict[str, Any]] = {
    "send": {"state": "transferred", "sent": ["sent"], "arrived": [], "promised": 1, "clocks": 1, "running": 1},
    "deliver": {
        "state": "transferred",
        "sent": ["sent"],
        "arrived": ["received"],
        "theirs": ["received"],
        "promised": 1,
        "waiting": 0,
        "running": 1,
    },
    "acknowledge": {
        "state": "transferred",
        "sent": ["sent"],
        "arrived": ["acknowledged"],
        "theirs": ["report_received"],
        "promised": 2,
        "replies": 1,
        "running": 1,
    },
    "reply": {
        "state": "acknowledged",
        "sent": ["acknowledged"],
        "arrived": ["acknowledged"],
        "promised": 2,
        "waiting": 0,
        "replies": 1,
        "clocks": 1,
        "running": 0,
    },
    "record": {"state": "transferred", "sent": ["sent"], "records": ["waiting"], "running": 1},
    "confirm": {
        "state": "acknowledged",
        "sent": ["acknowledged"],
        "records": ["confirmed"],
        "replies": 0,
        "clocks": 1,
        "running": 0,
    },
}
LINES = {
    "send": "transferred",
    "reply": "acknowledged",
    "record": "answer_noted",
    "confirm": "acknowledgement_recorded",
}


@pytest.fixture(scope="module")
def offices(shared_place: Installation) -> Installation:
    shared_place.shell(BOTH)
    return shared_place


_found: dict[str, list[dict[str, Any]]] = {}


def rounds(place: Installation, step: str) -> list[dict[str, Any]]:
    """Run once for the tests of this file."""
    if step not in _found:
        _found[step] = _rounds(place, step)
    return _found[step]


def _rounds(place: Installation, step: str) -> list[dict[str, Any]]:
    process = place.start(HANDER, step, SINETRA_AS_OF="2024-11-22")
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    return [json.loads(line) for line in out.splitlines()]


def without_lease(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name != "waiting"}


@pytest.mark.parametrize("step", list(WHOLE))
def test_a_step_killed_at_each_of_its_writes_happens_exactly_once(offices: Installation, step: str) -> None:
    found = rounds(offices, step)
    *killed, last = found
    assert last["lived"]
    assert len(killed) >= 6, "hardly any write was reached"
    assert not any(one["lived"] for one in killed)
    whole = without_lease(last["killed"])
    for one in killed:
        seen = without_lease(one["killed"])
        assert seen in (without_lease(one["start"]), whole), f"half of it stands after write {one['count']}"
    assert sum(without_lease(one["killed"]) == without_lease(one["start"]) for one in killed) >= 5
    for one in found:
        after = one["after"]
        assert {name: after[name] for name in WHOLE[step]} == WHOLE[step], f"killed at write {one['count']}"
        assert after["same"]
        if step in LINES:
            assert after["lines"].count(LINES[step]) == 1
    assert offices.verify()["ok"]


def test_a_worker_killed_after_the_commit_and_before_it_said_so_does_it_again_without_a_trace(
    offices: Installation,
) -> None:
    """The twin: such a round must be among those above, or they would prove nothing about doing it twice."""
    found = rounds(offices, "deliver")
    done = [one for one in found if not one["lived"] and one["killed"]["arrived"] and one["killed"]["waiting"]]
    assert done, "no round was killed between the commit and the end of the task"
    for one in done:
        assert one["after"]["arrived"] == ["received"]
        assert one["after"]["waiting"] == 0
