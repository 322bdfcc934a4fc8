"""The chain as units of work write it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from sinetra.apps.audit.hashing import commitment, entry_hash
from sinetra.apps.audit.models import GENESIS, AuditEntry, AuditHead
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Unit

pytestmark = pytest.mark.django_db


def rename(organisation: Organisation, name: str, **personal: str) -> None:
    with unit_of_work(SYSTEM) as work:
        work.change(organisation, short_name=name)
        work.record("organisation.rename", organisation, data={"on": date(2024, 11, 22)}, **personal)


def test_entries_of_an_organisation_follow_each_other_without_gap(bawaslu: Organisation) -> None:
    for name in ("A", "B", "C"):
        rename(bawaslu, name)
    entries = list(AuditEntry.objects.filter(organisation=bawaslu).order_by("seq"))
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert [entry.previous_hash for entry in entries] == [GENESIS, *(entry.hash for entry in entries[:-1])]
    assert [entry_hash(entry) for entry in entries] == [entry.hash for entry in entries]
    head = AuditHead.objects.get(pk=bawaslu.pk)
    assert (head.seq, head.hash) == (4, entries[-1].hash)


def test_the_digest_of_an_entry_is_that_of_the_row_as_stored(bawaslu: Organisation) -> None:
    rename(bawaslu, "Bawaslu")
    last = AuditEntry.objects.filter(object_id=bawaslu.pk).latest("seq")
    assert last.digest == Organisation.objects.get(pk=bawaslu.pk).digest()


def test_each_organisation_has_a_chain_of_its_own(bawaslu: Organisation, pemda: Organisation) -> None:
    with unit_of_work(SYSTEM) as work:
        for organisation in (pemda, bawaslu, pemda):
            work.record("organisation.note", organisation)
    assert AuditHead.objects.get(pk=bawaslu.pk).seq == 2
    assert AuditHead.objects.get(pk=pemda.pk).seq == 3


def test_the_chain_holds_only_a_commitment_of_personal_detail_and_outlives_it(bawaslu: Organisation) -> None:
    rename(bawaslu, "B", reason="nama pelapor")
    entry = AuditEntry.objects.latest("id")
    assert entry.detail == {"reason": "nama pelapor"}
    assert entry.detail_commitment == commitment(entry.detail, bytes(entry.detail_salt))
    AuditEntry.objects.filter(pk=entry.pk).update(detail=None, detail_salt=None)
    entry.refresh_from_db()
    assert entry.detail is None
    assert entry_hash(entry) == entry.hash


@pytest.mark.parametrize(
    "change", [{"action": "x"}, {"seq": 900}, {"detail": {"reason": "y"}}, {"hash": GENESIS}, {"data": {"a": 1}}]
)
def test_the_database_refuses_to_change_an_entry(bawaslu: Organisation, change: dict[str, object]) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.update(**change)


def test_the_database_refuses_to_delete_an_entry(bawaslu: Organisation) -> None:
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_auditentry")


def test_a_failed_unit_leaves_neither_row_nor_entry(bawaslu: Organisation) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(SYSTEM) as work, transaction.atomic():
        work.change(bawaslu, short_name="half")
        work.record("organisation.rename", bawaslu)
        raise ZeroDivisionError
    assert Organisation.objects.get(pk=bawaslu.pk).short_name != "half"
    assert AuditHead.objects.get(pk=bawaslu.pk).seq == 1


def test_a_row_changed_without_an_entry_stops_the_unit(bawaslu: Organisation) -> None:
    with pytest.raises(RuntimeError, match="without an audit entry"), unit_of_work(SYSTEM) as work:
        work.change(bawaslu, short_name="silent")


def test_a_float_is_refused_in_an_entry(bawaslu: Organisation) -> None:
    with pytest.raises(TypeError, match="float"), unit_of_work(SYSTEM) as work:
        work.record("x", bawaslu, data={"share": 0.1})


def test_a_removed_row_has_an_entry_without_digest(bawaslu: Organisation) -> None:
    unit = Unit(organisation=bawaslu, name="Sekretariat", kind="sekretariat")
    with unit_of_work(SYSTEM) as work:
        work.create(unit)
        work.record("unit.create", unit)
    with unit_of_work(SYSTEM) as work:
        work.remove(unit)
        work.record("unit.remove", unit)
    assert AuditEntry.objects.filter(object_id=unit.pk).latest("seq").digest == ""
