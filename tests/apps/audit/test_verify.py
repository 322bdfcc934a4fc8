"""Each tampering is found and named; the same data untouched is found whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinetra.apps.audit import triggers
from sinetra.apps.audit.checkpoint_file import load
from sinetra.apps.audit.checkpoints import folder, latest_file, make_checkpoint
from sinetra.apps.audit.hashing import entry_hash
from sinetra.apps.audit.models import AuditEntry, AuditHead, Checkpoint
from sinetra.apps.audit.problems import Kind, Verification
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_checkpoints(tmp_path: Path, settings: Any) -> None:
    settings.SINETRA_CHECKPOINTS = str(tmp_path / "checkpoints")


@pytest.fixture
def units(bawaslu: Organisation, pemda: Organisation) -> list[Unit]:
    """Twelve units of Bawaslu: entries 2 to 13 of its chain; the audit triggers are lifted as an intruder would."""
    made = []
    for number in range(12):
        with unit_of_work(SYSTEM) as work:
            unit = work.create(Unit(organisation=bawaslu, code=f"u{number}", name=f"Unit {number}", kind="dinas"))
            work.record("unit.create", unit, data={"number": number}, note=f"catatan {number}")
        made.append(unit)
    with connection.cursor() as cursor:
        for statement in triggers.DROP[connection.vendor]:
            cursor.execute(statement)
    return made


def entry(organisation: Organisation, seq: int) -> AuditEntry:
    return AuditEntry.objects.get(organisation=organisation, seq=seq)


def named(found: Verification) -> list[tuple[str, int | None]]:
    return [(problem.kind.value, problem.seq) for problem in found.problems]


def test_an_untouched_installation_is_whole(units: list[Unit]) -> None:
    make_checkpoint()
    found = verify()
    assert found.ok
    assert (found.entries, found.rows, found.checkpoints) == (14, 14, 1)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "unit.creatf"),
        ("digest", "0" * 64),
        ("actor", "person:x"),
        ("data", {"number": 99}),
        ("detail", {"note": "catatan lain"}),
        ("detail_commitment", "1" * 64),
        ("previous_hash", "2" * 64),
        ("hash", "3" * 64),
        ("hash", "bukan heksadesimal"),
    ],
)
def test_an_edited_entry_is_named(units: list[Unit], bawaslu: Organisation, column: str, value: Any) -> None:
    AuditEntry.objects.filter(organisation=bawaslu, seq=5).update(**{column: value})
    assert ("edited", 5) in named(verify())
    assert all(seq == 5 for _, seq in named(verify()))


def test_an_edited_entry_with_a_new_hash_is_named_by_what_follows_it(units: list[Unit], bawaslu: Organisation) -> None:
    forged = entry(bawaslu, 5)
    forged.actor = "person:other"
    AuditEntry.objects.filter(pk=forged.pk).update(actor=forged.actor, hash=entry_hash(forged))
    assert named(verify()) == [("edited", 5)]


def test_an_edited_last_entry_with_a_new_hash_is_named_by_the_head(units: list[Unit], bawaslu: Organisation) -> None:
    forged = entry(bawaslu, 13)
    forged.actor = "person:other"
    AuditEntry.objects.filter(pk=forged.pk).update(actor=forged.actor, hash=entry_hash(forged))
    assert named(verify()) == [("edited", 13)]


@pytest.mark.parametrize("pair", [(4, 9), (6, 7), (8, 13)])
def test_two_swapped_entries_are_both_named(units: list[Unit], bawaslu: Organisation, pair: tuple[int, int]) -> None:
    first, second = entry(bawaslu, pair[0]), entry(bawaslu, pair[1])
    AuditEntry.objects.filter(pk=first.pk).update(seq=9999)
    AuditEntry.objects.filter(pk=second.pk).update(seq=pair[0])
    AuditEntry.objects.filter(pk=first.pk).update(seq=pair[1])
    found = [name for name in named(verify()) if name[0] != "row_edited"]
    assert found == [("reordered", pair[0]), ("reordered", pair[1])]


def test_a_deleted_entry_is_named(units: list[Unit], bawaslu: Organisation) -> None:
    gone = entry(bawaslu, 6)
    AuditEntry.objects.filter(pk=gone.pk)._raw_delete("default")
    assert ("deleted", 6) in named(verify())
    assert {problem.object for problem in verify().problems} == {None, f"registry.unit:{gone.object_id}"}


def test_a_deleted_end_is_named_while_the_head_still_knows_it(units: list[Unit], bawaslu: Organisation) -> None:
    AuditEntry.objects.filter(organisation=bawaslu, seq__gt=11)._raw_delete("default")
    problem = next(p for p in verify().problems if p.kind == Kind.DELETED)
    assert (problem.seq, problem.through) == (12, 13)


def test_a_row_changed_behind_the_verbs_is_named(units: list[Unit], bawaslu: Organisation) -> None:
    Unit.objects.filter(pk=units[3].pk).update(name="Unit 4")
    [problem] = verify().problems
    assert (problem.kind, problem.organisation, problem.seq) == (Kind.ROW_EDITED, bawaslu.pk, 5)
    assert problem.object == f"registry.unit:{units[3].pk}"


def test_a_row_emptied_to_a_default_is_named(units: list[Unit], bawaslu: Organisation) -> None:
    Organisation.objects.filter(pk=bawaslu.pk).update(is_demo=True)
    assert named(verify()) == [("row_edited", 1)]


def test_a_missing_row_is_named(units: list[Unit]) -> None:
    Unit.objects.filter(pk=units[0].pk).delete()
    [problem] = verify().problems
    assert (problem.kind, problem.seq, problem.object) == (Kind.ROW_MISSING, 2, f"registry.unit:{units[0].pk}")


def test_a_row_that_was_slipped_in_is_named(units: list[Unit], bawaslu: Organisation) -> None:
    slipped = Unit.objects.create(organisation=bawaslu, code="x", name="Unit X", kind="dinas")
    [problem] = verify().problems
    assert (problem.kind, problem.object) == (Kind.ROW_UNRECORDED, f"registry.unit:{slipped.pk}")


def test_a_row_that_a_verb_removed_is_not_missing(units: list[Unit]) -> None:
    with unit_of_work(SYSTEM) as work:
        work.remove(units[0])
        work.record("unit.remove", units[0])
    assert verify().ok


def test_an_erased_detail_is_not_tampering(units: list[Unit]) -> None:
    AuditEntry.objects.update(detail=None, detail_salt=None)
    assert verify().ok


def cut_the_last_ten(bawaslu: Organisation) -> None:
    """With rows and head, so that the database alone looks whole."""
    cut = AuditEntry.objects.filter(organisation=bawaslu, seq__gt=3)
    Unit.objects.filter(pk__in=list(cut.values_list("object_id", flat=True))).delete()
    cut._raw_delete("default")
    AuditHead.objects.filter(pk=bawaslu.pk).update(seq=3, hash=entry(bawaslu, 3).hash)


def test_a_cut_of_the_last_ten_is_named_by_a_checkpoint(units: list[Unit], bawaslu: Organisation) -> None:
    make_checkpoint()
    kept = latest_file()
    assert kept is not None
    cut_the_last_ten(bawaslu)
    Checkpoint.objects.all().delete()
    assert verify().ok, "without a checkpoint kept outside nothing shows the cut"
    [problem] = verify([load(kept)]).problems
    assert (problem.kind, problem.organisation) == (Kind.TRUNCATED, bawaslu.pk)
    assert (problem.seq, problem.through) == (4, 13)


def test_a_cut_stays_named_when_the_next_checkpoint_signs_the_shorter_chain(
    units: list[Unit], bawaslu: Organisation
) -> None:
    make_checkpoint()
    cut_the_last_ten(bawaslu)
    assert make_checkpoint() is not None
    assert named(verify()) == [("truncated", 4)]


def test_the_command_holds_the_chains_against_every_checkpoint_of_its_folder(
    units: list[Unit], bawaslu: Organisation
) -> None:
    make_checkpoint()
    with unit_of_work(SYSTEM) as work:
        work.record("unit.look", units[0])
    make_checkpoint()
    assert main(["verify-audit"]) == 0
    (folder() / "checkpoint-00000002.json").unlink()
    cut_the_last_ten(bawaslu)
    Checkpoint.objects.all().delete()
    assert main(["verify-audit"]) == 3
    # A new line of checkpoints over the shorter chain covers nothing up.
    make_checkpoint()
    assert main(["verify-audit"]) == 3


def test_a_history_written_anew_is_named_by_a_checkpoint(units: list[Unit], bawaslu: Organisation) -> None:
    make_checkpoint()
    previous = entry(bawaslu, 4).hash
    for forged in AuditEntry.objects.filter(organisation=bawaslu, seq__gt=4).order_by("seq"):
        forged.previous_hash = previous
        forged.actor = "person:other"
        previous = forged.hash = entry_hash(forged)
        forged.save()
    AuditHead.objects.filter(pk=bawaslu.pk).update(hash=previous)
    assert named(verify()) == [("rewritten", 13)]


def test_a_forged_checkpoint_is_named(units: list[Unit], tmp_path: Path) -> None:
    make_checkpoint()
    kept = latest_file()
    assert kept is not None
    content = json.loads(kept.read_text())
    content["heads"][0]["seq"] += 1
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(content))
    assert ("checkpoint", 1) in named(verify([load(forged)]))


def test_checkpoints_follow_each_other_and_a_quiet_hour_makes_none(units: list[Unit]) -> None:
    first = make_checkpoint()
    assert first is not None
    assert make_checkpoint() is None
    with unit_of_work(SYSTEM) as work:
        work.change(units[0], name="Lain")
        work.record("unit.rename", units[0])
    second = make_checkpoint()
    assert second is not None
    assert (second.number, second.previous) == (2, first.hash)
    assert sorted(path.name for path in folder().iterdir()) == ["checkpoint-00000001.json", "checkpoint-00000002.json"]
    Checkpoint.objects.filter(number=1).delete()
    assert named(verify()) == [("checkpoint", 2)]


def test_verifying_asks_no_more_questions_for_more_entries(units: list[Unit]) -> None:
    with CaptureQueriesContext(connection) as few:
        verify()
    for number in range(30):
        with unit_of_work(SYSTEM) as work:
            work.change(units[0], name=f"nama {number}")
            work.record("unit.rename", units[0])
    with CaptureQueriesContext(connection) as many:
        assert verify().entries == 44
    assert len(many) == len(few)


def test_the_command_exits_with_3_and_prints_the_contract(
    units: list[Unit], bawaslu: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-audit", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    Unit.objects.filter(pk=units[3].pk).update(name="Unit 4")
    assert main(["verify-audit", "--json"]) == 3
    printed = json.loads(capsys.readouterr().out)
    assert printed["ok"] is False
    assert printed["entries"] == 14
    assert printed["problems"][0]["organisation"] == str(bawaslu.pk)
    assert printed["problems"][0]["object"] == f"registry.unit:{units[3].pk}"
