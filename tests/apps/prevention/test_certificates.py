"""Certificates: who gets one, that it can be checked and revoked, and when it goes."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import timezone

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from prevention_rows import DAY, acting, came, held_activity, office, person, published, stored
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import visible
from sinetra.apps.base.retention import run_retention
from sinetra.apps.base.row import Row
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.enter_pledge_sheet import enter_pledge_sheet
from sinetra.apps.prevention.actions.issue_certificates import issue_certificates
from sinetra.apps.prevention.actions.revoke_certificate import revoke_certificate
from sinetra.apps.prevention.certificate_codes import by_code, code_of
from sinetra.apps.prevention.demo.pledges import load_certificates, load_pledges
from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, Certificate, PledgeSignature
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.apps.prevention.selectors.signatories import certificate_signatories
from sinetra.apps.registry.models import Unit
from sinetra.apps.registry.vocabulary import HeldKind
from sinetra.catalogue import ROOT
from sinetra.core.documents.printed_code import grouped
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db
TODAY = date(2024, 11, 22)
SIGNATORY = Signatory(name="Meranti Contohwan", title="Kepala BKPSDM", kind=HeldKind.PLT)


@pytest.fixture(autouse=True)
def _city(city: None) -> None:
    """Everybody of the invented city."""


def issue(activity: Activity, username: str = "petugas.bkpsdm", **more) -> list[Certificate]:
    given = {"signatory": SIGNATORY, "on": TODAY, "actor": acting(username)} | more
    return issue_certificates(activity=activity, **given)


def test_a_number_that_nobody_has_matched_gets_no_paper_without_a_name():
    activity = held_activity()
    nameless, _ = came(activity, "")
    Attendance.objects.filter(pk=nameless.pk).update(number="198501012010011007", name_key="#198501012010011007")
    came(activity, person("Ubi"))
    assert [row.name for row in issue(activity)] == ["Ubi Contohputra"]
    # Once somebody has said who that is, they get theirs.
    Attendance.objects.filter(pk=nameless.pk).update(number="", name="Siti Contoh", name_key="siti contoh")
    assert [row.name for row in issue(activity)] == ["Siti Contoh"]


def test_whoever_came_to_one_session_of_several_gets_one_certificate():
    activity = held_activity(sessions=2)
    came(activity, person("Ubi"))
    came(activity, person("Ubi"), place=2)
    came(activity, person("Waru"), place=2)
    came(activity, "Rimbang Contohwan")
    came(activity, "RIMBANG contohwan, S.E.", place=2)
    rows = issue(activity)
    assert sorted(row.name for row in rows) == ["Rimbang Contohwan", "Ubi Contohputra", "Waru Contohsari"]
    assert [row.number for row in rows] == ["0001/SERT/XI/2024", "0002/SERT/XI/2024", "0003/SERT/XI/2024"]
    assert {row.held_on for row in rows} == {DAY}
    assert issue(activity) == []


def test_who_comes_to_light_later_gets_theirs_with_the_next_number():
    activity = held_activity()
    came(activity, person("Ubi"))
    issue(activity)
    came(activity, person("Waru"))
    (late,) = issue(activity)
    assert (late.name, late.sequence) == ("Waru Contohsari", 2)


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_an_activity_that_was_not_held_gives_none(state: str):
    activity = held_activity()
    came(activity, person("Ubi"))
    Activity.objects.filter(pk=activity.pk).update(state=state)
    activity.refresh_from_db()
    with pytest.raises(Conflict) as refused:
        issue(activity)
    assert refused.value.code == "not_over"


def test_while_a_session_is_open_none_is_issued():
    activity = held_activity(sessions=2)
    came(activity, person("Ubi"))
    ActivitySession.objects.filter(activity=activity, place=2).update(state="open")
    with pytest.raises(Conflict):
        issue(activity)


def test_without_a_signatory_none_is_issued():
    with pytest.raises(BadInput) as refused:
        issue(held_activity(), signatory=Signatory(name=" ", title="Kepala"))
    assert refused.value.field == "signatory"


def test_the_code_opens_the_certificate_however_it_is_typed_and_no_other_does():
    activity = held_activity()
    came(activity, person("Ubi"))
    came(activity, person("Waru"))
    one, other = issue(activity)
    code = code_of(one)
    assert by_code(grouped(code).lower()) == one
    assert by_code(code_of(other)) == other
    assert by_code("0000-0000-0000-0000") is None
    assert code not in str(vars(one))


def test_after_a_rotation_of_keys_the_same_code_is_printed_and_opens():
    activity = held_activity()
    came(activity, person("Ubi"))
    (row,) = issue(activity)
    code = code_of(row)
    keyring().rotate(Purpose.CODE)
    assert code_of(row) == code
    assert by_code(code) == row


def test_a_revoked_one_says_so_and_gets_a_successor_only_when_that_is_asked():
    activity = held_activity()
    attendance, _ = came(activity, person("Ubi"))
    (row,) = issue(activity)
    revoke_certificate(certificate=row, reason="Namanya salah cetak", actor=acting("petugas.bkpsdm"))
    found = by_code(code_of(row))
    assert found is not None and found.revoked_at is not None
    assert issue(activity) == []
    (second,) = issue(activity, replace_revoked=True)
    assert certificate_of(attendance) == second
    assert issue(activity, replace_revoked=True) == []
    with pytest.raises(Conflict):
        revoke_certificate(certificate=row, reason="Sekali lagi", actor=acting("petugas.bkpsdm"))


def test_a_revocation_has_a_reason():
    activity = held_activity()
    came(activity, person("Ubi"))
    (row,) = issue(activity)
    with pytest.raises(BadInput) as refused:
        revoke_certificate(certificate=row, reason=" x ", actor=acting("petugas.bkpsdm"))
    assert refused.value.field == "reason"


@pytest.mark.parametrize("username", ["ppk", "inspektorat", "admin", "humas", "penyelenggara.dputr", "staf.bawaslu"])
def test_who_may_not_issue_revoke_or_list(username: str):
    activity = held_activity()
    came(activity, person("Ubi"))
    (row,) = issue(activity)
    with pytest.raises(Forbidden):
        issue(activity, username)
    with pytest.raises(Forbidden):
        revoke_certificate(certificate=row, reason="tidak boleh", actor=acting(username))
    assert not visible(acting(username), Certificate).exists()
    assert not visible(PUBLIC, Certificate).exists()


def test_who_may_sign_is_who_holds_the_office_that_day_with_how():
    campaign = certificate_signatories(office().pk, date(2024, 11, 22))
    assert [(row.name, row.kind) for row in campaign] == [("Angsana Contohwati", HeldKind.PJS)]
    after = certificate_signatories(office().pk, date(2024, 11, 24))
    assert [(row.name, row.kind) for row in after] == [("Beringin Contohwan", HeldKind.DEFINITIVE)]


def test_the_sample_has_certificates_once():
    came(held_activity(), person("Ubi"))
    load_certificates("petugas.bkpsdm")
    load_certificates("petugas.bkpsdm")
    assert [row.signatory_name for row in Certificate.objects.all()] == ["Angsana Contohwati"]


# How long it stays


def removed(now: datetime, *, dry_run: bool = False) -> dict[str, int]:
    found = {row.name: row.removed for row in run_retention(now, dry_run=dry_run)}
    return {name: number for name, number in found.items() if name.startswith("prevention.") and number}


def aged(model: type[Row], pk: UUID, at: datetime) -> None:
    model.objects.filter(pk=pk).update(created_at=at)


def test_certificates_go_after_five_years_and_their_code_is_unknown_then():
    activity = held_activity()
    came(activity, person("Ubi"))
    (row,) = issue(activity)
    aged(Certificate, row.pk, datetime(2024, 11, 22, 8, tzinfo=UTC))
    code = code_of(row)
    assert removed(datetime(2029, 11, 22, 8, tzinfo=UTC)) == {}
    assert removed(datetime(2029, 11, 22, 9, tzinfo=UTC), dry_run=True) == {"prevention.certificates": 1}
    assert removed(datetime(2029, 11, 22, 9, tzinfo=UTC)) == {"prevention.certificates": 1}
    assert by_code(code) is None
    assert AuditEntry.objects.filter(action="certificate.erase").count() == 1


def test_signatures_go_after_two_years_and_the_scan_with_the_last_of_them():
    unit = Unit.objects.get(organisation=office(), code="DPUTR")
    first, second = enter_pledge_sheet(
        unit=unit,
        text=published(),
        people=[person("Durian"), person("Eukaliptus")],
        names=[],
        signed_on=date(2024, 11, 20),
        scan=b"%PDF-1.7 %%EOF",
        today=TODAY,
        actor=acting("penyelenggara.dputr"),
    )
    aged(PledgeSignature, first.pk, datetime(2024, 2, 29, tzinfo=UTC))
    aged(PledgeSignature, second.pk, datetime(2024, 11, 21, tzinfo=UTC))
    assert removed(datetime(2026, 2, 28, tzinfo=UTC)) == {}
    assert removed(datetime(2026, 11, 21, tzinfo=UTC)) == {"prevention.pledges": 1}
    assert kept_files.store().exists(first.scan)
    assert removed(datetime(2026, 11, 22, tzinfo=UTC)) == {"prevention.pledges": 1}
    assert not kept_files.store().exists(first.scan)


def test_the_legal_date_of_a_demonstration_erases_nothing():
    load_pledges(ROOT / "samples" / "cendana_pledges.yaml")
    assert removed(timezone.now()) == {}
    assert PledgeSignature.objects.exists()


def test_a_number_stands_once_in_an_office_and_year():
    activity = held_activity()
    came(activity, person("Ubi"))
    (row,) = issue(activity)
    other = held_activity()
    came(other, person("Ubi"))
    (next_one,) = issue(other)
    assert (row.sequence, next_one.sequence) == (1, 2)
    came(other, person("Waru"))
    (of_next_year,) = issue(other, on=TODAY + timedelta(days=60))
    assert (of_next_year.year, of_next_year.sequence) == (2025, 1)


def test_what_was_read_in_the_press_only_gives_none():
    from sinetra.apps.monitoring.models import Story

    activity = held_activity()
    came(activity, person("Ubi"))
    story = stored(Story(organisation=office(), title="Peristiwa", event_type="sosialisasi"))
    Activity.objects.filter(pk=activity.pk).update(story=story)
    activity.refresh_from_db()
    with pytest.raises(Conflict):
        issue(activity)
