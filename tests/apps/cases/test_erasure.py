"""After its time nothing of a person is left of a matter; what is held stays; a certificate says what went."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from letter_cast import cleared, issued, made
from pypdf import PdfReader
from report_cast import NAME, Cast, person

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.retention import periods, run_retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import close, confirm_acknowledgement, record_acknowledgement, reopen, set_hold
from sinetra.apps.cases.actions.lift_hold import lift_hold
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.actions.set_letter_house import House
from sinetra.apps.cases.erasure.certify import certificate_of
from sinetra.apps.cases.erasure.due import IDENTITY, MATTER, NOT_PROVEN, REPORT
from sinetra.apps.cases.erasure.reads import certificate_file, coming, due_names
from sinetra.apps.cases.models import Correction, ErasedRecord, ErasureRun, IssuedDocument, Matter, RetentionHold
from sinetra.apps.cases.recorded import scan_of
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import HandOverState, Outcome, ProofKind, State
from sinetra.apps.insight.selectors import public_figures
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.sealing import Erased
from sinetra.apps.reports.selectors import follow_report, report_view
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core.documents.erasure import erasure_pdf
from sinetra.core.documents.seal import check_pdf
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.signer import document_signer

pytestmark = pytest.mark.django_db
SCANNED = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
RULES = (NOT_PROVEN, MATTER, REPORT, IDENTITY)


def later(**span: float) -> datetime:
    return datetime.now(UTC) + timedelta(**span)


def years(number: int) -> datetime:
    """A few days after so many years."""
    return later(days=number * 366 + 3)


def run(at: datetime, *, dry_run: bool = False) -> dict[str, int]:
    return {found.name: found.removed for found in run_retention(at, dry_run=dry_run) if found.name in RULES}


@pytest.fixture
def matter(cast: Cast, house: House) -> Matter:
    """Not proven, with its letter in file, a reason that names the person, an entry of who opened the identity."""
    found = cleared(cast)
    made(cast, issued(cast, found, "clearance"))
    found.refresh_from_db()
    _note(found)
    return found


def _note(matter: Matter) -> None:
    with unit_of_work(SYSTEM) as work:
        work.record("matter.note", matter, reason=f"{NAME} tidak terbukti")


def everything() -> bytes:
    """Each cell of each table, and each file."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                found += [bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row]
    blobs = Path(settings.SINETRA_DATA) / "blobs"
    found += [path.read_bytes() for path in sorted(blobs.rglob("*")) if path.is_file()]
    return b"\n".join(found)


def blob(name: str) -> Path:
    return Path(settings.SINETRA_DATA) / "blobs" / "sha256" / name[:2] / name[2:4] / name


def sealed_of(matter: Matter) -> list[bytes]:
    """Ciphertexts of everything that was sealed about it: whoever has the ring could open them."""
    report = matter.report
    assert report is not None
    letter = IssuedDocument.objects.get(matter=matter)
    sealed = [report.what_sealed, report.where_sealed, report.reported_sealed, letter.content_sealed]
    return [*map(bytes, sealed), bytes(Identity.objects.get(report=report).sealed)]


def test_nothing_of_the_person_is_left_and_before_it_was_all_there(cast: Cast, matter: Matter) -> None:
    needles = [*sealed_of(matter), NAME.encode()]
    file = IssuedDocument.objects.get(matter=matter).blob
    before = everything()
    assert [needle in before for needle in needles] == [True] * len(needles)
    assert (Path(settings.SINETRA_DATA) / "blobs" / "sha256" / file[:2] / file[2:4] / file).exists()
    run(years(2))
    after = everything()
    # The same name stands in the register of accounts of no test of this file.
    assert [needle in after for needle in needles] == [False] * len(needles)
    assert not (Path(settings.SINETRA_DATA) / "blobs" / "sha256" / file[:2] / file[2:4] / file).exists()


def test_what_stays_is_the_number_the_days_and_figures_without_a_person(cast: Cast, matter: Matter) -> None:
    figures = public_figures(date(2030, 1, 1))
    kept = (matter.number, matter.opened_on, matter.acts, matter.outcome, matter.region_id)
    run(years(2))
    matter.refresh_from_db()
    assert (matter.number, matter.opened_on, matter.acts, matter.outcome, matter.region_id) == kept
    assert matter.erased_at is not None
    assert public_figures(date(2030, 1, 1)) == figures
    assert verify().ok, "the trace holds without the words"


def test_the_page_of_an_erased_matter_says_when_and_why_and_its_texts_are_gone(cast: Cast, matter: Matter) -> None:
    report_id = matter.report_id
    run(years(2))
    view = matter_view(cast.staff, matter.pk)
    assert view.erased is not None
    assert view.erased.rule.id == NOT_PROVEN
    assert (view.report, view.reported, view.acts, view.traced) == (None, (), (), "")
    assert view.steps
    with pytest.raises(Erased):
        report_view(cast.staff, report_id)
    assert follow_report(report_id).steps, "the reporter still reads how it went"


@pytest.mark.parametrize(("after", "gone"), [(1, False), (2, True)])
def test_each_kind_goes_after_its_own_time(cast: Cast, matter: Matter, after: int, gone: bool) -> None:
    run(later(days=after * 365 - 5) if not gone else years(after))
    matter.refresh_from_db()
    assert (matter.erased_at is not None) is gone


def test_another_outcome_is_kept_longer_and_its_identity_goes_before(cast: Cast, matter: Matter) -> None:
    Matter.objects.update(outcome="followed_up")
    assert run(years(2)) == {NOT_PROVEN: 0, MATTER: 0, REPORT: 0, IDENTITY: 1}
    assert not Identity.objects.exists()
    assert run(years(5)) == {NOT_PROVEN: 0, MATTER: 1, REPORT: 0, IDENTITY: 0}


def test_an_open_matter_is_never_due_nor_one_that_goes_on_again(cast: Cast, matter: Matter) -> None:
    cast.registered()
    Matter.objects.filter(pk=matter.pk).update(state="study")
    assert set(run(years(30)).values()) == {0}


def test_what_is_erased_is_not_reopened_and_what_is_not_may_be(cast: Cast, matter: Matter) -> None:
    given = {"ground": "court_order", "document": "Putusan 1/2026", "reason": "Hakim memerintahkannya."}
    assert "reopen" in matter_view(cast.commissioner, matter.pk).acts
    run(years(2))
    matter.refresh_from_db()
    with pytest.raises(Conflict) as caught:
        reopen(matter=matter, actor=cast.commissioner, **given)
    assert caught.value.code == "illegal_transition"
    assert matter.state == State.CLOSED
    other = cleared(cast)
    reopen(matter=other, actor=cast.commissioner, **given)
    assert other.state == State.REGISTERED


def test_the_scan_of_a_recorded_answer_goes_with_its_matter_and_the_numbers_stay(cast: Cast) -> None:
    sent = cast.sent()
    given = Proof(
        answer=HandOverState.ACKNOWLEDGED, kind=ProofKind.LETTER, number="7/B", dated_on=day_sent(sent), scan=SCANNED
    )
    row = record_acknowledgement(hand_over=sent, proof=given, actor=cast.staff)
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    name, found = row.scan, Matter.objects.get(pk=sent.matter_id)
    close(matter=found, outcome=Outcome.HANDED_OVER, actor=cast.commissioner)
    assert blob(name).exists()
    run(years(5))
    row.refresh_from_db()
    assert (row.scan, row.number, row.scan_type) == ("", "7/B", "application/pdf")
    assert not blob(name).exists()
    with pytest.raises(Erased):
        scan_of(cast.staff, row.pk)


def test_a_reason_for_giving_up_goes_and_that_it_was_given_up_stays(cast: Cast, matter: Matter) -> None:
    since = date(2024, 12, 1)
    with unit_of_work(SYSTEM) as work:
        rows = [
            Correction(
                organisation=cast.bawaslu,
                matter=matter,
                body_name=f"Instansi {number}",
                told_by="letter",
                told_on=since,
                since=since,
                state=state,
                reason=reason,
            )
            for number, (state, reason) in enumerate((("impossible", f"{NAME} pindah"), ("sent", "")))
        ]
        for row in rows:
            work.create(row)
            work.record("correction.open", row)
    run(years(2))
    found = Correction.objects.filter(matter=matter, body_name__startswith="Instansi")
    assert dict(found.values_list("state", "reason")) == {"impossible": "-", "sent": ""}


def test_a_report_that_nobody_opened_goes_too_and_leaves_the_inbox(cast: Cast) -> None:
    report = cast.report()
    assert run(later(days=700)) == dict.fromkeys(RULES, 0)
    assert run(years(2)) == {NOT_PROVEN: 0, MATTER: 0, IDENTITY: 1, REPORT: 1}
    report.refresh_from_db()
    assert report.state == ReportState.ERASED
    assert bytes(report.what_sealed) == b""
    assert not Identity.objects.filter(report=report).exists()


def test_a_dry_run_names_what_is_due_and_touches_nothing(cast: Cast, matter: Matter) -> None:
    before = everything()
    assert run(years(2), dry_run=True)[NOT_PROVEN] == 1
    assert (NOT_PROVEN, matter.number) in list(due_names(years(2)))
    assert everything() == before


def test_running_again_erases_and_certifies_nothing_more(cast: Cast, matter: Matter) -> None:
    run(years(2))
    assert (ErasedRecord.objects.count(), ErasureRun.objects.count()) == (1, 1)
    assert set(run(years(3)).values()) == {0}
    assert (ErasedRecord.objects.count(), ErasureRun.objects.count()) == (1, 1)


def test_what_is_held_stays_until_the_hold_is_lifted(cast: Cast, matter: Matter) -> None:
    set_hold(of=matter, authority="Pengadilan Negeri Contoh, 12/2024", reason="bukti perkara", actor=cast.commissioner)
    assert set(run(years(9)).values()) == {0}
    assert coming(cast.commissioner, years(9), most=50) == []
    view = matter_view(cast.commissioner, matter.pk)
    assert view.hold is not None and view.hold.authority.startswith("Pengadilan")
    assert "lift_hold" in view.acts and "set_hold" not in view.acts
    lift_hold(of=matter, reason="putusan tetap", actor=cast.commissioner)
    assert run(years(9))[NOT_PROVEN] == 1


def test_a_hold_on_a_report_holds_the_matter_that_it_becomes(cast: Cast) -> None:
    report = cast.report()
    hold = set_hold(of=report, authority="Polres Contoh", reason="penyidikan", actor=cast.commissioner)
    assert set(run(years(9)).values()) == {0}
    assert hold.matter is None
    lift_hold(of=report, reason="selesai", actor=cast.commissioner)
    assert run(years(9))[REPORT] == 1


@pytest.mark.parametrize("missing", ["authority", "reason"])
def test_a_hold_needs_an_authority_and_a_reason(cast: Cast, matter: Matter, missing: str) -> None:
    words = {"authority": "PN Contoh", "reason": "bukti"} | {missing: " "}
    with pytest.raises(BadInput) as caught:
        set_hold(of=matter, **words, actor=cast.commissioner)
    assert caught.value.field == missing


def test_what_is_erased_cannot_be_held_and_what_is_held_not_twice(cast: Cast, matter: Matter) -> None:
    set_hold(of=matter, authority="PN", reason="bukti", actor=cast.commissioner)
    with pytest.raises(Conflict):
        set_hold(of=matter, authority="PN", reason="bukti", actor=cast.commissioner)
    lift_hold(of=matter, reason="selesai", actor=cast.commissioner)
    run(years(2))
    matter.refresh_from_db()
    with pytest.raises(Conflict, match="dihapus"):
        set_hold(of=matter, authority="PN", reason="bukti", actor=cast.commissioner)
    assert RetentionHold.objects.get().reason_sealed in (b"", memoryview(b""))


def test_the_certificate_lists_numbers_and_counts_names_nobody_and_can_be_verified(cast: Cast, matter: Matter) -> None:
    run(years(2))
    row, content = certificate_file(cast.commissioner, ErasureRun.objects.get().pk)
    verdict = check_pdf(content, document_signer().check)
    assert verdict.ok and verdict.seal is not None
    assert verdict.seal.number == row.number == f"001/HAPUS/{row.ran_on.year}"
    assert hashlib.sha256(content).hexdigest() == row.sha256
    words = " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    assert matter.number in words and row.number in words and row.listed in words.replace(" ", "")
    assert NAME not in words
    assert row.counts[NOT_PROVEN]["records"] == 1
    assert row.counts[NOT_PROVEN]["files"] >= 1
    assert erasure_pdf(certificate_of(row)) == erasure_pdf(certificate_of(row))
    damaged = content.replace(b"%PDF-1.", b"%PDF-2.", 1)
    assert not check_pdf(damaged, document_signer().check).ok


def test_who_may_not_see_certificates_and_what_is_due(cast: Cast, matter: Matter) -> None:
    run(years(2))
    key = ErasureRun.objects.get().pk
    for actor in (cast.staff, cast.custodian, cast.district_staff, person(cast.bawaslu), Actor(kind="public")):
        with pytest.raises(Forbidden):
            certificate_file(actor, key)
        with pytest.raises(Forbidden):
            coming(actor, years(2), most=50)
    for actor in (person(cast.bawaslu, Role.AUDITOR), person(cast.bawaslu, Role.ADMINISTRATOR)):
        assert certificate_file(actor, key)[0].pk == key
    with pytest.raises(NotFound):
        certificate_file(person(cast.province, Role.AUDITOR), key)


def test_what_falls_due_in_ninety_days_is_listed_with_its_rule(cast: Cast, matter: Matter) -> None:
    assert coming(cast.commissioner, later(days=600), most=50) == []
    found = coming(cast.commissioner, later(days=660), most=50)
    assert [(item.matter.number, item.rule.id) for item in found] == [(matter.number, NOT_PROVEN)]


def test_purposes_in_the_access_log_go_and_the_entry_stays(cast: Cast, matter: Matter) -> None:
    at = datetime.now(UTC)
    AccessEntry.objects.create(
        organisation=cast.bawaslu,
        user_id=cast.custodian.user_id,
        page="open_identity",
        subject_type="cases.matter",
        subject_id=matter.pk,
        kinds="reporter",
        purpose=f"memanggil {NAME}",
        first_at=at,
        last_at=at,
    )
    run(years(2))
    assert AccessEntry.objects.get().purpose == ""


def test_old_entries_of_the_access_log_go_after_five_years(cast: Cast) -> None:
    for days in (5 * 366 + 3, 4 * 365):
        at = later(days=-days)
        AccessEntry.objects.create(
            organisation=cast.bawaslu,
            user_id=cast.staff.user_id,
            page="matter",
            subject_type="cases.matter",
            subject_id=cast.bawaslu.pk,
            kinds="report",
            first_at=at,
            last_at=at,
        )
    assert {item.name: item.removed for item in run_retention(later(), dry_run=False)}["audit.access"] == 1
    assert AccessEntry.objects.count() == 1


@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments=st.lists(st.integers(min_value=0, max_value=4000), min_size=1, max_size=4))
def test_in_whatever_order_runs_come_what_was_due_is_gone_and_nothing_else(
    cast: Cast, matter: Matter, moments: list[int]
) -> None:
    """Erasing depends on the latest moment alone."""
    from django.db import transaction

    with transaction.atomic():
        mark = transaction.savepoint()
        for days in moments:
            run(later(days=days))
        matter.refresh_from_db()
        cut = periods().get(NOT_PROVEN).cut_off(later(days=max(moments)))
        assert matter.closed_at is not None
        assert (matter.erased_at is not None) is (max(matter.closed_at, matter.created_at) < cut)
        transaction.savepoint_rollback(mark)
        matter.refresh_from_db()


def test_reports_of_others_are_not_touched(cast: Cast, matter: Matter) -> None:
    other = cast.matter()
    assert other.report is not None
    before = bytes(other.report.what_sealed)
    run(years(2))
    assert bytes(Report.objects.get(pk=other.report.pk).what_sealed) == before
