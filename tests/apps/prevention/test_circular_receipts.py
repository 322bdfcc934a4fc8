"""Who received a circular: each unit and person once, raw figures, no names above the unit, nothing about a NIP."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import visible
from sinetra.apps.base.retention import run_retention
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.accept_circular import Said, accept_circular
from sinetra.apps.prevention.actions.acknowledge_circular import acknowledge_circular, record_circular_receipt
from sinetra.apps.prevention.actions.withdraw_circular import withdraw_circular
from sinetra.apps.prevention.circular_handlers import escalate, remind_units
from sinetra.apps.prevention.models import CircularReceipt
from sinetra.apps.prevention.selectors import circular_receipts as receipts
from sinetra.apps.prevention.selectors.circulars import to_do
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.jobs.worker import drain

sys.path.insert(0, str(Path(__file__).resolve().parent))

from circular_cast import TODAY, People, office, organiser, published, staff_up, unit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
KNOWN, UNKNOWN = "199201012018031915", "199301012018031915"
LATE = TODAY - timedelta(days=15)


def shown(actor: object, row: object, code: str) -> receipts.People:
    found = receipts.units(actor, row).get(code=code)  # type: ignore[arg-type]
    return receipts.counted(found.stated, found.eligible)  # type: ignore[attr-defined]


def test_a_unit_states_it_through_its_own_organiser_and_once(person: People) -> None:
    row, own = published(person), organiser("DINSOS")
    first = acknowledge_circular(circular=row, unit=unit("DINSOS"), actor=own)
    assert acknowledge_circular(circular=row, unit=unit("DINSOS"), actor=own) == first
    assert CircularReceipt.objects.filter(is_unit=True).count() == 1
    with pytest.raises(Forbidden):
        acknowledge_circular(circular=row, unit=unit("DISDIK"), actor=own)
    for username in ("petugas.bkpsdm", "ppk", "humas", "staf.bawaslu"):
        with pytest.raises(Forbidden):
            acknowledge_circular(circular=row, unit=unit("DISDIK"), actor=person(username))


def test_the_officer_records_it_with_proof_and_not_without(person: People) -> None:
    row = published(person)
    given = {
        "circular": row,
        "unit": unit("DISDIK"),
        "received_on": TODAY,
        "note": "",
        "actor": person("petugas.bkpsdm"),
    }
    for proof in (b"", b"<html>", b"MZ"):
        with pytest.raises(BadInput) as refused:
            record_circular_receipt(**given, proof=proof)
        assert refused.value.field == "proof"
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(BadInput) as refused:
            record_circular_receipt(**{**given, "received_on": day}, proof=PDF)
        assert refused.value.field == "received_on"
    made = record_circular_receipt(**given, proof=PDF)
    assert (made.way, made.proof_type) == ("officer", "application/pdf")
    assert PDF not in kept_files.store().get(made.proof), "what somebody signed lies sealed"
    assert kept_files.opened(made.proof, kept_files.PROOF) == PDF
    with pytest.raises(Forbidden):
        record_circular_receipt(**{**given, "actor": person("humas")}, proof=PDF)


def test_names_of_people_go_after_two_years_and_what_the_unit_stated_stays(person: People) -> None:
    row = published(person)
    accept_circular(circular=row, said=Said(nip=KNOWN))
    accept_circular(circular=row, said=Said(name="Melati Tamu", unit="Kodim"))
    acknowledge_circular(circular=row, unit=unit("DINSOS"), actor=organiser("DINSOS"))

    def run(days: int, *, dry_run: bool = False) -> int:
        at = datetime.now(UTC) + timedelta(days=days)
        return {item.name: item.removed for item in run_retention(at, dry_run=dry_run)}["prevention.circular_receipts"]

    assert run(720) == 0
    assert run(740, dry_run=True) == 2 and CircularReceipt.objects.count() == 3
    assert run(740) == 2 and run(740) == 0
    assert CircularReceipt.objects.get().is_unit
    assert not verify().problems


def test_one_person_counts_once_however_they_say_it(person: People) -> None:
    row = published(person)
    for said in (
        Said(nip=KNOWN),
        Said(nip=f" {KNOWN[:8]} {KNOWN[8:]}"),
        Said(name="Bidara Contohputra", unit="Dinas Komunikasi dan Informatika"),
        Said(name="BIDARA  contohputra, S.Kom.", unit="diskominfo"),
    ):
        accept_circular(circular=row, said=said)
    assert CircularReceipt.objects.get().person == Person.objects.get(nip=KNOWN)


def test_a_number_that_nobody_has_leaves_no_trace_and_no_other_answer(person: People) -> None:
    row = published(person)
    before = CircularReceipt.objects.count()
    assert accept_circular(circular=row, said=Said(nip=UNKNOWN)) is None
    assert CircularReceipt.objects.count() == before
    assert accept_circular(circular=row, said=Said(nip=KNOWN)) is None
    assert CircularReceipt.objects.count() == before + 1


@pytest.mark.parametrize("nip", ["-", " . ", "'"])
def test_signs_alone_are_no_number_and_nobody_is_found_by_them(nip: str, person: People) -> None:
    assert Person.objects.filter(nip="").exists() or Person.objects.filter(nip=None).exists()
    row = published(person)
    with pytest.raises(BadInput):
        accept_circular(circular=row, said=Said(nip=nip))
    assert not CircularReceipt.objects.filter(circular=row).exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(), "nip"),
        (Said(nip="123"), "nip"),
        (Said(nip="199213012018031915"), "nip"),
        (Said(name="Siti"), "unit"),
        (Said(unit="Dinas Sosial"), "name"),
        (Said(name="x" * 300, unit="Dinas Sosial"), "name"),
        (Said(name="...", unit="Dinas Sosial"), "name"),
    ],
)
def test_what_cannot_be_is_named_by_its_field(said: Said, field: str, person: People) -> None:
    with pytest.raises(BadInput) as refused:
        accept_circular(circular=published(person), said=said)
    assert refused.value.field == field


def test_a_name_that_the_registry_does_not_know_is_kept_for_the_unit_and_not_counted(person: People) -> None:
    row, own = published(person), organiser("DISPORA")
    for name in ("Orang Baru", "orang  BARU"):
        accept_circular(circular=row, said=Said(name=name, unit="Dinas Pemuda dan Olahraga"))
    accept_circular(circular=row, said=Said(name="Gandaria Contohputra", unit="DISPORA"))
    assert [item.name for item in receipts.unknown_names(own, row, unit("DISPORA"))] == ["Orang Baru"]
    people = receipts.people_of(own, row, unit("DISPORA"))
    assert (people.stated, people.eligible) == (1, 2)


def test_the_list_of_names_that_nobody_has_is_not_filled_and_who_is_known_still_counts(
    person: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sinetra.apps.prevention.actions.accept_circular.MOST_UNKNOWN", 2)
    row, own = published(person), organiser("DINSOS")
    for name in ("Orang Satu", "Orang Dua", "Orang Tiga"):
        assert accept_circular(circular=row, said=Said(name=name, unit="Dinas Sosial")) is None
        # A unit that nobody knows is named anew each time: all of them are one.
        accept_circular(circular=row, said=Said(name=name, unit=f"Kantor {name}"))
    assert {item.name for item in receipts.unknown_names(own, row, unit("DINSOS"))} == {"Orang Satu", "Orang Dua"}
    assert CircularReceipt.objects.filter(unit__isnull=True).count() == 2
    accept_circular(circular=row, said=Said(name="Halia Contohwati", unit="Dinas Sosial"))
    assert receipts.people_of(own, row, unit("DINSOS")).stated == 1
    other = published(person, "masa_tenang")
    accept_circular(circular=other, said=Said(name="Orang Tiga", unit="Dinas Sosial"))
    assert receipts.unknown_names(own, other, unit("DINSOS")).count() == 1


def test_two_people_of_one_name_in_a_unit_are_not_guessed(person: People) -> None:
    staff_up("DINSOS", 1)
    Person.objects.filter(name="Pegawai Contoh 000").update(name="Halia Contohwati")
    row = published(person)
    accept_circular(circular=row, said=Said(name="Halia Contohwati", unit="Dinas Sosial"))
    assert CircularReceipt.objects.get().person is None


def test_a_unit_under_ten_people_is_shown_without_a_number(person: People) -> None:
    staff_up("DISDIK", 11)
    row, officer = published(person), person("petugas.bkpsdm")
    accept_circular(circular=row, said=Said(nip=Person.objects.filter(unit=unit("DISDIK")).order_by("nip")[0].nip))
    assert shown(officer, row, "DISDIK") == receipts.People(stated=1, eligible=12)
    small = shown(officer, row, "DINSOS")
    assert (small.stated, small.eligible) == (None, None)
    for someone in Person.objects.filter(unit=unit("DINSOS")).exclude(nip=""):
        accept_circular(circular=row, said=Said(nip=someone.nip))
    assert shown(officer, row, "DINSOS") == small, "of two people, whether all have would point at one"


def test_who_is_not_covered_or_has_left_is_not_in_the_denominator(person: People) -> None:
    staff_up("DISDIK", 11)
    only_others = published(person, "non_asn")
    assert shown(person("petugas.bkpsdm"), only_others, "DISDIK").eligible is None
    other = published(person)
    Person.objects.filter(name="Pegawai Contoh 000").update(is_active=False)
    assert shown(person("petugas.bkpsdm"), other, "DISDIK").eligible == 11


def test_names_of_those_missing_are_for_the_own_organiser_and_nobody_else(person: People) -> None:
    row, own = published(person), organiser("DINSOS")
    names = {item.name for item in receipts.missing_people(own, row, unit("DINSOS"))}
    assert names == {"Halia Contohwati", "Ilalang Contohsari"}
    accept_circular(circular=row, said=Said(name="Ilalang Contohsari", unit="Dinas Sosial"))
    assert {item.name for item in receipts.missing_people(own, row, unit("DINSOS"))} == {"Halia Contohwati"}
    for username in ("petugas.bkpsdm", "tim.netralitas", "ppk", "inspektorat", "humas", "admin"):
        actor = person(username)
        with pytest.raises(Forbidden):
            receipts.missing_people(actor, row, unit("DINSOS"))
        with pytest.raises(Forbidden):
            receipts.unknown_names(actor, row, unit("DINSOS"))
        assert not visible(actor, CircularReceipt).filter(is_unit=False).exists()
    other = organiser("DISDIK", "penyelenggara.lain")
    with pytest.raises(Forbidden):
        receipts.missing_people(other, row, unit("DINSOS"))
    assert not visible(PUBLIC, CircularReceipt).exists()


def test_an_organiser_sees_the_own_unit_in_the_list_and_the_officer_all(person: People) -> None:
    row = published(person)
    assert [item.code for item in receipts.units(organiser("DINSOS"), row)] == ["DINSOS"]
    assert receipts.units(person("petugas.bkpsdm"), row).count() == Unit.objects.filter(organisation=office()).count()
    with pytest.raises(Forbidden):
        receipts.units(person("humas"), row)


def test_the_figures_of_a_page_are_one_query(person: People) -> None:
    row = published(person)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(list(receipts.units(person("petugas.bkpsdm"), row).order_by("code")[:51])) > 20
    assert len([q for q in queries if "prevention_circularreceipt" in q["sql"]]) == 1


def test_one_that_ended_takes_no_statement(person: People) -> None:
    row, own = published(person), organiser("DINSOS")
    withdraw_circular(circular=row, reason="Salah", actor=person("ppk"))
    with pytest.raises(Conflict):
        acknowledge_circular(circular=row, unit=unit("DINSOS"), actor=own)
    with pytest.raises(Conflict):
        accept_circular(circular=row, said=Said(nip=KNOWN))


def test_silent_units_are_reminded_once_and_then_the_officer_is_told(person: People) -> None:
    own = organiser("DINSOS")
    row = published(person, "kampanye", date(2024, 11, 1))
    fresh = published(person)
    assert [(item.pk, where.code) for item, where in receipts.waiting_for_unit(own)] == [
        (row.pk, "DINSOS"),
        (fresh.pk, "DINSOS"),
    ]
    folder = Path(settings.SINETRA_DATA) / "mail"
    before = set(folder.glob("*.eml"))
    # The cast has an organiser, too, of the works department.
    assert remind_units() == 2
    drain()
    letters = set(folder.glob("*.eml")) - before
    assert len(letters) == 2
    assert all("To: penyelenggara" in letter.read_text() for letter in letters)
    for letter in letters:
        letter.unlink()  # the relay of the office took them along
    assert (remind_units(), drain()) == (0, 0)
    assert set(folder.glob("*.eml")) == before
    assert (escalate(), escalate()) == (1, 0)
    row.refresh_from_db()
    assert row.escalated_on == TODAY
    assert (row, "receipts") in to_do(person("petugas.bkpsdm"), TODAY)
    acknowledge_circular(circular=row, unit=unit("DINSOS"), actor=own)
    assert remind_units() == 0
    for other in receipts.silent_units(row):
        record_circular_receipt(
            circular=row, unit=other, received_on=TODAY, note="", proof=PDF, actor=person("petugas.bkpsdm")
        )
    assert escalate() == 1
    row.refresh_from_db()
    assert row.escalated_on is None


def test_the_daily_jobs_are_known_to_the_worker() -> None:
    assert {"circular.law", "circular.remind"} <= set(find_handlers())
