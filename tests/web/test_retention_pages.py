"""Pages of retention: what falls due, holds set and lifted, certificates, and what is left of an erased matter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.base.retention import run_retention
from sinetra.apps.cases.models import ErasureRun, Matter, RetentionHold
from sinetra.apps.reports.models import Report

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
AUTHORITY = "Pengadilan Negeri Cendana, surat 12/2024"


@pytest.fixture
def closed(reports: None) -> Matter:
    found = Matter.objects.exclude(report=None).filter(organisation__short_name__contains="Cendana").order_by("id")[0]
    Matter.objects.filter(pk=found.pk).update(state="closed", outcome="not_proven", closed_at=datetime.now(UTC))
    return Matter.objects.get(pk=found.pk)


def run_in_three_years() -> None:
    run_retention(datetime.now(UTC) + timedelta(days=3 * 366), dry_run=False)


def test_an_empty_page_says_so_and_shows_every_rule_with_its_source(signed_in: SignIn):
    told = text_of(signed_in("pleno").get(reverse("retention")))
    assert "Tidak ada yang jatuh tempo dalam 90 hari" in told
    assert "Belum ada penghapusan" in told
    assert "Identitas pelapor di brankas" in told and "perlu-cek" in told


def test_what_falls_due_stands_there_until_it_is_held(
    signed_in: SignIn, closed: Matter, monkeypatch: pytest.MonkeyPatch
):
    from sinetra.web.staff.oversight import retention

    monkeypatch.setattr(retention, "now", lambda: datetime.now(UTC) + timedelta(days=700))
    assert closed.number in text_of(signed_in("pleno").get(reverse("retention")))
    address = reverse("verb", args=[closed.pk, "set_hold"])
    assert address in signed_in("pleno").get(reverse("matter", args=[closed.pk])).content.decode()
    given = {"authority": AUTHORITY, "reason": "bukti sidang"}
    assert signed_in("pleno").post(address, given).status_code == 302
    assert closed.number not in text_of(signed_in("pleno").get(reverse("retention")))
    page = text_of(signed_in("pleno").get(reverse("matter", args=[closed.pk])))
    assert AUTHORITY in page and "bukti sidang" not in page, "nothing was proven: the reason may name somebody"
    Matter.objects.filter(pk=closed.pk).update(outcome="followed_up")
    assert "bukti sidang" in text_of(signed_in("pleno").get(reverse("matter", args=[closed.pk])))
    Matter.objects.filter(pk=closed.pk).update(outcome="not_proven")
    lifted = signed_in("pleno").post(reverse("verb", args=[closed.pk, "lift_hold"]), {"reason": "putusan tetap"})
    assert lifted.status_code == 302
    assert closed.number in text_of(signed_in("pleno").get(reverse("retention")))


def test_a_hold_without_an_authority_says_what_is_missing_and_keeps_what_was_typed(signed_in: SignIn, closed: Matter):
    answer = signed_in("pleno").post(reverse("verb", args=[closed.pk, "set_hold"]), {"reason": "bukti sidang"})
    told = text_of(answer)
    assert "Tuliskan siapa yang meminta data ini disimpan." in told
    assert "bukti sidang" in answer.content.decode()


def test_staff_and_administrator_set_no_hold(signed_in: SignIn, closed: Matter):
    for who, status in (("staf.bawaslu", 404), ("admin", 403)):
        address = reverse("verb", args=[closed.pk, "set_hold"])
        assert signed_in(who).post(address, {"authority": AUTHORITY, "reason": "x"}).status_code == status
    assert not RetentionHold.objects.exists()


def test_a_report_without_a_matter_is_held_from_its_page(signed_in: SignIn, reports: None):
    report = Report.objects.filter(matter=None, state="new")[0]
    address = reverse("report_hold", args=[report.pk])
    assert address in signed_in("pleno").get(reverse("received_report", args=[report.pk])).content.decode()
    assert signed_in("pleno").post(address, {"authority": AUTHORITY, "reason": "penyidikan"}).status_code == 302
    assert AUTHORITY in text_of(signed_in("pleno").get(reverse("received_report", args=[report.pk])))
    assert signed_in("pleno").post(address, {"reason": "selesai"}).status_code == 302
    assert RetentionHold.objects.get().lifted_on is not None
    assert signed_in("staf.bawaslu").get(address).status_code == 403


def test_a_hold_set_on_a_report_is_told_where_it_went_without_its_reason_once_nothing_was_proven(
    signed_in: SignIn, closed: Matter
):
    report = Report.objects.filter(matter=None, state="new", organisation=closed.organisation)[0]
    given = {"authority": AUTHORITY, "reason": "bukti sidang"}
    assert signed_in("pleno").post(reverse("report_hold", args=[report.pk]), given).status_code == 302
    now = datetime.now(UTC)
    joined = {"state": "joined", "joined_to": closed, "joined_at": now, "joined_on": now.date()}
    Report.objects.filter(pk=report.pk).update(**joined)
    addresses = [reverse("matter", args=[closed.pk]), reverse("received_report", args=[report.pk])]
    for address in addresses:
        told = text_of(signed_in("pleno").get(address))
        assert AUTHORITY in told and "bukti sidang" not in told, address
    Matter.objects.filter(pk=closed.pk).update(outcome="followed_up")
    for address in addresses:
        assert "bukti sidang" in text_of(signed_in("pleno").get(address)), "the twin"


def test_an_erased_matter_says_why_and_its_certificate_comes_as_a_file(signed_in: SignIn, closed: Matter):
    run_in_three_years()
    told = text_of(signed_in("pleno").get(reverse("matter", args=[closed.pk])))
    row = ErasureRun.objects.get(organisation=closed.organisation)
    assert "Isi perkara ini sudah dihapus" in told and row.number in told
    listed = signed_in("pleno").get(reverse("retention"))
    assert row.number in text_of(listed)
    file = signed_in("pleno").get(reverse("erasure_certificate", args=[row.pk]))
    assert file.content.startswith(b"%PDF") and "attachment" in file.headers["Content-Disposition"]
    english = text_of(signed_in("pleno").get(reverse("matter", args=[closed.pk]).replace("/id/", "/en/")))
    assert "The content of this matter has been erased" in english


@pytest.mark.parametrize("who", ["staf.bawaslu", "kustodian", "humas", "ppk", "inspektorat", "orang.luar"])
def test_who_may_not_see_the_page_of_retention(signed_in: SignIn, who: str):
    assert signed_in(who).get(reverse("retention")).status_code == 403


@pytest.mark.parametrize("who", ["pleno", "auditor.bkn", "kepala.bkpsdm", "pemeriksa.jejak", "admin"])
def test_every_office_that_keeps_matters_sees_its_own_page_of_retention(signed_in: SignIn, closed: Matter, who: str):
    answer = signed_in(who).get(reverse("retention"))
    assert answer.status_code == 200
    assert closed.number not in text_of(answer), "not due yet, and of Bawaslu"


def test_pages_of_what_was_erased_answer_that_it_is_gone(signed_in: SignIn, closed: Matter):
    run_in_three_years()
    staff = signed_in("staf.bawaslu")
    for name, key in (("received_report", closed.report_id), ("checklist", closed.pk), ("letters", closed.pk)):
        answer = staff.get(reverse(name, args=[key]))
        assert answer.status_code in {200, 404, 409, 410}, name
        assert "sudah dihapus" in text_of(answer) or answer.status_code != 200, name
