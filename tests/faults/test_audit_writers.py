"""32 writers, two organisations, processes killed in between: the chains stay whole, and each tampering is named."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from installation import SCALE, SET_UP_ENTRIES, Installation

WRITER = Path(__file__).parent / "writer.py"
PROCESSES = 8  # of four threads each
ENTRIES = 10_000


def total(place: Installation) -> int:
    return int(place.sql("SELECT SUM(seq) FROM audit_audithead")[0][0])


def write_and_kill(place: Installation, wanted: int, kills: int) -> None:
    """Writers until there are ``wanted`` entries; meanwhile ``kills`` of them die by SIGKILL and are replaced."""
    running: dict[str, subprocess.Popen[str]] = {}
    chance = random.Random(7)
    started = killed = 0
    deadline = time.monotonic() + 600
    while killed < kills or total(place) < wanted:
        assert time.monotonic() < deadline, "the writers stand still"
        while len(running) < PROCESSES:
            started += 1
            running[f"w{started}"] = place.start(WRITER, place.folder, f"w{started}")
        writing = [name for name in running if (place.folder / f"{name}.log").exists()]
        if killed < kills and len(writing) >= PROCESSES // 2:
            name = chance.choice(writing)
            time.sleep(chance.random() / 4)
            victim = running.pop(name)
            victim.send_signal(signal.SIGKILL)
            victim.communicate(timeout=60)
            assert victim.returncode == -signal.SIGKILL
            killed += 1
            # Verified while all others write: the snapshot raises no false alarm.
            assert killed != kills or place.verify()["problems"] == []
        time.sleep(0.2)
    (place.folder / "stop").touch()
    for name, process in running.items():
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, f"{name}: {errors}"


def check_promises(place: Installation) -> None:
    """Every unit of work is there whole or not at all, and none that was answered is lost."""
    groups = Counter(str(row[0]).replace("-", "") for row in place.sql('SELECT "group" FROM audit_auditentry'))
    renames = "FROM audit_auditentry WHERE action = 'unit.rename' GROUP BY 1"
    sizes = place.sql(f'SELECT "group", MIN(CAST(data AS TEXT)) {renames}')
    for group, data in sizes:
        assert data.replace(" ", "") == f'{{"of":{groups[str(group).replace("-", "")]}}}'
    promised = [line.split() for log in place.folder.glob("w*.log") for line in log.read_text().splitlines()]
    assert len(promised) > 50
    for group, size in promised:
        assert groups[group.replace("-", "")] == int(size)
    tasks = place.sql("SELECT COUNT(*) FROM base_outboxtask")[0][0]
    assert tasks == len(sizes), "an outbox row without its change, or a change without its outbox row"


def check_after_kills(place: Installation, scale: float) -> None:
    write_and_kill(place, max(300, int(ENTRIES * scale)), kills=max(3, int(30 * scale)))
    check_promises(place)
    found = place.verify()
    assert found["problems"] == []
    assert found["entries"] == total(place)


def test_killed_writers_leave_no_fork_no_gap_and_no_half_row(shared_place: Installation) -> None:
    check_after_kills(shared_place, SCALE)


@pytest.mark.soak
def test_ten_thousand_entries_of_killed_writers_are_whole(place: Installation) -> None:
    check_after_kills(place, 1)


@contextmanager
def lifted(place: Installation) -> Iterator[None]:
    """As an intruder with the rights of the database's owner."""
    if place.database_url:
        place.sql("ALTER TABLE audit_auditentry DISABLE TRIGGER USER")
        yield
        place.sql("ALTER TABLE audit_auditentry ENABLE TRIGGER USER")
        return
    kept = place.sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_auditentry'")
    for name, _ in kept:
        place.sql(f"DROP TRIGGER {name}")
    yield
    for _, statement in kept:
        place.sql(statement)


def an_entry(place: Installation, seq: int) -> tuple[str, str]:
    """Organisation and row id of an entry of the first chain."""
    organisation = place.sql("SELECT MIN(CAST(organisation_id AS TEXT)) FROM audit_audithead")[0][0]
    [(key,)] = place.sql(f"SELECT id FROM audit_auditentry WHERE organisation_id = '{organisation}' AND seq = {seq}")
    return organisation, key


def kinds(found: dict[str, object]) -> set[tuple[str, int]]:
    return {(problem["kind"], problem["seq"]) for problem in found["problems"]}  # type: ignore[attr-defined]


def test_one_byte_of_an_entry_is_named(shared_place: Installation) -> None:
    organisation, key = an_entry(shared_place, 9)
    with lifted(shared_place):
        shared_place.sql(f"UPDATE audit_auditentry SET actor = 'systeM' WHERE id = {key}")
        found = shared_place.verify()
        shared_place.sql(f"UPDATE audit_auditentry SET actor = 'system' WHERE id = {key}")
    assert kinds(found) == {("edited", 9)}
    assert found["problems"][0]["organisation"].replace("-", "") == organisation.replace("-", "")


def test_one_byte_of_an_audited_row_is_named(shared_place: Installation) -> None:
    key, name = shared_place.sql("SELECT id, name FROM registry_unit ORDER BY id LIMIT 1")[0]
    shared_place.sql(f"UPDATE registry_unit SET name = '{name}x' WHERE id = '{key}'")
    found = shared_place.verify()
    shared_place.sql(f"UPDATE registry_unit SET name = '{name}' WHERE id = '{key}'")
    [problem] = found["problems"]
    assert problem["kind"] == "row_edited"
    assert problem["object"].replace("-", "") == f"registry.unit:{key}".replace("-", "")


def test_two_swapped_entries_are_named(shared_place: Installation) -> None:
    (_, first), (_, second) = an_entry(shared_place, 5), an_entry(shared_place, 12)

    def swap(a: int, b: int) -> None:
        for key, seq in ((first, -1), (second, b), (first, a)):
            shared_place.sql(f"UPDATE audit_auditentry SET seq = {seq} WHERE id = {key}")

    with lifted(shared_place):
        swap(12, 5)
        found = shared_place.verify()
        swap(5, 12)
    assert {("reordered", 5), ("reordered", 12)} <= kinds(found)
    assert {seq for kind, seq in kinds(found) if not kind.startswith("row_")} == {5, 12}


def test_a_cut_of_the_last_ten_is_named_by_the_checkpoint_kept_outside(place: Installation) -> None:
    place.shell("from sinetra.apps.audit.checkpoints import make_checkpoint; make_checkpoint()")
    organisation, _ = an_entry(place, 1)
    chain = f"organisation_id = '{organisation}'"
    end = place.sql(f"SELECT seq FROM audit_audithead WHERE {chain}")[0][0]
    with lifted(place):
        place.sql("DELETE FROM audit_checkpoint")
        place.sql(f"DELETE FROM audit_auditentry WHERE {chain} AND seq > {end - 10}")
        place.sql(
            f"UPDATE audit_audithead SET seq = {end - 10}, "
            f"hash = (SELECT hash FROM audit_auditentry WHERE {chain} AND seq = {end - 10}) WHERE {chain}"
        )
        found = place.verify()
    [cut] = [problem for problem in found["problems"] if problem["kind"] == "truncated"]
    assert (cut["seq"], cut["through"]) == (end - 9, end)
    assert cut["organisation"].replace("-", "") == organisation.replace("-", "")


def test_the_undisturbed_set_up_is_whole(place: Installation) -> None:
    found = place.verify()
    assert (found["ok"], found["entries"]) == (True, SET_UP_ENTRIES)
