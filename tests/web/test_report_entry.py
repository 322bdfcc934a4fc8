"""Reports at the counter, by phone and on paper: entered by staff, with a code and a vault of their own."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.selectors import follow
from sinetra.web.staff.report_entry import forms

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import faults_of, text_of, tree_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
PAGE = "/kerja/id/laporan/catat/"
GIVEN: dict[str, Any] = {
    "source": "counter",
    "channel": "report",
    "received_on": "2024-11-22",
    "received_at": "09:30",
    "what": "Akun yang disebut milik lurah menyukai unggahan pasangan calon.",
    "acts": ["like"],
    "happened_on": "2024-11-20",
    "known_on": "2024-11-21",
    "region": "99.71.01",
    "where": "Lapangan Gaharu",
    "role": "lurah",
    "name": "",
    "unit": "Kelurahan Contoh",
    "pelapor-name": "Kamboja Contohwan",
    "pelapor-address": "Jalan Contoh No. 1",
    "pelapor-phone": "0800-0000-0001",
    "go": "send",
}


@pytest.fixture
def staff(signed_in):
    return signed_in("staf.bawaslu")


def entered(client: Any, **changes: Any) -> Any:
    page = tree_of(client.get(PAGE))
    return client.post(PAGE, GIVEN | {"entry": page.xpath("string(//input[@name='entry']/@value)")} | changes)


def code_of(answer: Any) -> str:
    return str(tree_of(answer).xpath("string(//*[@id='report-code'])"))


@pytest.mark.parametrize("source", ["counter", "phone", "paper"])
def test_a_report_gets_its_own_code_and_the_name_goes_into_the_vault_only(staff, source):
    answer = entered(staff, source=source)
    code = code_of(answer)
    assert len(code.split()) == 9
    assert follow(code).channel == "report"
    assert Report.objects.get().source == source
    assert Identity.objects.count() == 1
    assert "Kamboja" not in answer.content.decode(), "the page does not show the name again"
    told = repr(list(AuditEntry.objects.values_list("data", flat=True)))
    assert "Kamboja" not in told
    assert code not in told
    page = staff.get(f"/kerja/id/laporan/{Report.objects.get().pk}/")
    assert "Kamboja" not in page.content.decode()
    assert code not in page.content.decode()


def test_the_slip_has_the_last_day_and_the_form_to_sign_now(staff):
    answer = entered(staff)
    assert "28 November 2024" in text_of(answer)
    tree = tree_of(answer)
    secret = tree.xpath("string(//form[contains(@action, 'formulir')]//input[@name='sealed']/@value)")
    file = staff.post("/id/lapor/formulir/", {"sealed": secret, "kertas": "f4"})
    assert file.content.startswith(b"%PDF")


def test_who_brought_the_signed_form_is_asked_for_no_other(staff):
    answer = entered(staff, source="paper", signed="on")
    assert "Lengkapi laporan" not in text_of(answer)
    report = Report.objects.get()
    assert (report.signed_on, report.sign_by) == (report.filed_on, None)


def test_paper_that_came_days_ago_counts_from_its_day(staff):
    entered(staff, source="paper", received_on="2024-11-21", received_at="14:05")
    report = Report.objects.get()
    assert report.filed_on.isoformat() == "2024-11-21"
    assert report.filed_at.isoformat().startswith("2024-11-21T07:05")


def test_a_caller_may_stay_without_a_name(staff):
    nameless = {"pelapor-name": "", "pelapor-address": "", "pelapor-phone": ""}
    answer = entered(staff, source="phone", channel="initial_information", **nameless)
    assert code_of(answer)
    assert not Identity.objects.exists()


def test_a_caller_may_leave_a_name_in_confidence(staff):
    entered(staff, source="phone", channel="confidential", **{"pelapor-address": "0800-0000-0001"})
    report = Report.objects.get()
    assert (report.channel, report.sign_by) == ("initial_information", None)
    assert Identity.objects.count() == 1


def test_sent_twice_it_is_one_report_with_one_code(staff):
    page = tree_of(staff.get(PAGE))
    entry = page.xpath("string(//input[@name='entry']/@value)")
    codes = {code_of(staff.post(PAGE, GIVEN | {"entry": entry})) for _ in range(2)}
    assert len(codes) == 1
    assert Report.objects.count() == 1


def test_all_faults_are_told_at_once_and_what_was_typed_stays(staff):
    answer = entered(staff, what="", role="", received_on="2024-12-24", **{"pelapor-name": ""})
    assert len(faults_of(answer)) == 4
    assert "Jalan Contoh No. 1" in answer.content.decode()
    assert not Report.objects.exists()


def test_an_hour_of_today_that_is_still_to_come_is_told_at_its_field(staff, monkeypatch):
    monkeypatch.setattr(forms, "now", lambda: datetime.fromisoformat("2024-11-22T09:00+07:00"))
    answer = entered(staff, received_at="09:01")
    assert "Jam ini belum terjadi" in faults_of(answer)[0]
    tree = tree_of(answer)
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_received_at"]
    assert not Report.objects.exists()
    assert code_of(entered(staff, received_at="09:00"))
    assert code_of(entered(staff, received_at="23:00", received_on="2024-11-21")), "yesterday it was"


def test_on_a_full_disk_what_was_typed_stays(staff):
    def full(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "reports_report"'):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full):
        answer = entered(staff)
    assert "Penyimpanan kantor sedang penuh" in faults_of(answer)[0]
    assert GIVEN["what"] in answer.content.decode() and "Jalan Contoh No. 1" in answer.content.decode()
    assert not Report.objects.exists()
    assert code_of(entered(staff))


def test_information_that_is_signed_is_a_contradiction_and_is_told(staff):
    assert faults_of(entered(staff, channel="initial_information", signed="on"))


def test_a_number_of_a_person_is_taken_out(staff):
    answer = entered(staff, name="Bambu 19850317 201001 1 007")
    assert "19850317" not in answer.content.decode()
    assert faults_of(answer)


def test_a_region_of_another_office_is_refused_with_the_office_that_handles_it(signed_in):
    answer = entered(signed_in("pleno.provinsi"))
    assert "Bawaslu Kota Cendana" in faults_of(answer)[0]
    assert not Report.objects.exists()


def test_a_region_is_found_by_typing_and_by_steps_and_nothing_typed_is_lost(staff):
    found = entered(staff, go="find", search="cendana ut", region="")
    assert "99.71.01" in found.content.decode()
    assert faults_of(found) == []
    assert GIVEN["what"] in found.content.decode()
    assert "Jalan Contoh No. 1" in found.content.decode()
    down = entered(staff, go="step", step="99.71.02", region="")
    assert "99.71.02.1002" in down.content.decode()


@pytest.mark.parametrize("who", ["kustodian", "admin", "auditor.bkn", "pemeriksa.jejak", "orang.luar"])
def test_who_may_not_enter_reports(signed_in, who):
    client = signed_in(who)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, GIVEN).status_code == 403
    assert not Report.objects.exists()
