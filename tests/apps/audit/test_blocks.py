"""Rows written by the thousand: one entry a block, and each of them still held against what was sealed."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.apps.audit import triggers
from sinetra.apps.audit.models import AuditEntry, SealedRow
from sinetra.apps.audit.verify import verify
from sinetra.apps.base import work as work_module
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.block import block_root
from sinetra.apps.base.row import digester
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.core.errors import Conflict

pytestmark = pytest.mark.django_db
COLUMNS = ("code", "name", "kind")


@pytest.fixture
def units(bawaslu: Organisation, monkeypatch: pytest.MonkeyPatch) -> list[Unit]:
    """Seven units in blocks of three."""
    whole = work_module.blocks
    monkeypatch.setattr(work_module, "blocks", lambda rows: whole(rows, 3))
    with unit_of_work(SYSTEM) as work:
        rows = ((f"u{number}", f"Unit {number}", "dinas") for number in range(7))
        assert work.create_many(Unit, COLUMNS, rows, organisation=bawaslu.pk, action="unit.import") == 7
    return list(Unit.objects.order_by("code"))


def change(units: list[Unit], name: str) -> None:
    with unit_of_work(SYSTEM) as work:
        rows = [(unit.pk, unit.version, f"{name} {unit.code}") for unit in units]
        work.change_many(Unit, ["name"], rows, organisation=units[0].organisation_id, action="unit.import")


def kinds() -> list[str]:
    return [problem.kind.value for problem in verify().problems]


def lift() -> None:
    with connection.cursor() as cursor:
        for statement in triggers.DROP_SEALED[connection.vendor]:
            cursor.execute(statement)


def test_seven_rows_in_blocks_of_three_have_three_entries_and_are_found_whole(units) -> None:
    entries = AuditEntry.objects.filter(object_type="registry.unit.block").order_by("seq")
    assert [entry.data for entry in entries] == [{"rows": 3}, {"rows": 3}, {"rows": 1}]
    assert SealedRow.objects.count() == 7 and len({unit.salt for unit in units}) == 7
    found = verify()
    assert found.ok and found.rows == 8


def test_a_row_changed_past_the_verbs_is_named_also_after_a_second_import(units) -> None:
    change(units[:4], "Baru")
    assert verify().ok and Unit.objects.get(code="u0").version == 2
    Unit.objects.filter(code="u1").update(name="Diam-diam")
    Unit.objects.filter(code="u6").update(name="Diam-diam")
    found = verify()
    assert [problem.kind.value for problem in found.problems] == ["row_edited", "row_edited"]
    assert {problem.object for problem in found.problems} == {f"registry.unit:{units[n].pk}" for n in (1, 6)}


def test_a_verb_after_the_import_and_an_import_after_the_verb_both_hold(units) -> None:
    with unit_of_work(SYSTEM) as work:
        work.change(units[0], name="Satu")
        work.record("unit.rename", units[0])
    assert verify().ok
    change([Unit.objects.get(code="u0")], "Dua")
    assert verify().ok
    Unit.objects.filter(code="u0").update(name="Satu")
    assert kinds() == ["row_edited"]


def test_a_row_that_vanished_or_came_without_import_is_named(units, bawaslu) -> None:
    Unit.objects.filter(code="u2").delete()
    Unit(organisation=bawaslu, code="x", name="x", kind="dinas").save()
    assert sorted(kinds()) == ["row_missing", "row_unrecorded"]


@pytest.mark.parametrize("what", ["digest", "gone", "all gone", "stranger"])
def test_what_a_block_sealed_cannot_be_rewritten_unseen(units, what) -> None:
    Unit.objects.filter(code="u1").update(name="Diam-diam")
    lift()
    table = SealedRow._meta.db_table
    row = SealedRow.objects.get(object_id=units[1].pk)
    if what == "digest":
        fresh = bytes.fromhex(Unit.objects.get(code="u1").digest())
        SealedRow.objects.filter(block=row.block, object_id=row.object_id).update(digest=fresh)
    elif what == "gone":
        SealedRow.objects.filter(block=row.block, object_id=row.object_id).delete()
    elif what == "all gone":
        SealedRow.objects.filter(block=row.block).delete()
    else:
        SealedRow.objects.create(block=UUID(int=1), object_id=row.object_id, digest=bytes(32))
    assert "block" in kinds(), table


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_sealed_rows_are_never_changed_or_deleted(units, verb) -> None:
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        SealedRow.objects.update(digest=b"") if verb == "update" else SealedRow.objects.all().delete()


def test_one_row_that_somebody_else_changed_meanwhile_ends_the_whole_import(units) -> None:
    with unit_of_work(SYSTEM) as work:
        work.change(Unit.objects.get(code="u3"), name="Lebih cepat")
        work.record("unit.rename", units[3])
    with pytest.raises(Conflict), transaction.atomic():
        change(units, "Terlambat")
    assert not Unit.objects.filter(name__startswith="Terlambat").exists() and verify().ok


def test_the_root_says_which_rows_and_in_no_order(units) -> None:
    rows = [(unit.pk, bytes.fromhex(unit.digest())) for unit in units]
    assert block_root(rows) == block_root(rows[::-1])
    assert len({block_root(rows[:n]) for n in range(8)}) == 8
    assert block_root([*rows[:-1], (rows[-1][0], bytes(32))]) != block_root(rows)


@settings(deadline=None, max_examples=50)
@given(
    name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    nip=st.sampled_from(["", "197601012002032910"]),
    position=st.sampled_from(["other", "teacher"]),
    unit=st.none() | st.uuids(),
    is_active=st.booleans(),
    version=st.integers(1, 5),
)
def test_the_digest_by_the_thousand_is_that_of_the_row(name, nip, position, unit, is_active, version) -> None:
    person = Person(
        organisation_id=UUID(int=1),
        name=name,
        status="pns",
        nip=nip,
        position=position,
        unit_id=unit,
        is_active=is_active,
        version=version,
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
    )
    values = [field.value_from_object(person) for field in Person._meta.concrete_fields]
    assert digester(Person)(values).hex() == person.digest()
