"""The signed form of a report: what is still open, the filled form as a file, the day after which it is information."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.cases.actions import (
    join_report,
    keep_report,
    separate_report,
    set_aside_report,
    start_study,
    withdraw,
)
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.reports.actions.keep_unsigned import keep_unsigned
from sinetra.apps.reports.actions.record_signed_form import record_signed_form
from sinetra.apps.reports.completion.open_points import open_points_for, sheet_mark
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Aside, Kept
from sinetra.core.casework.checklist import Answer
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.web import sealed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from report_walk import ANSWERS, NAMED, STORY, Walk

from casework_rows import checked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


def filed() -> Walk:
    return Walk(answers=NAMED).to("summary").post(go="send")


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(settings, "SINETRA_AS_OF", day)


def words(answer: Any) -> str:
    assert answer["Content-Type"] == "application/pdf", answer.content[:200]
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


def form_of(walk: Walk, paper: str = "a4") -> Any:
    secret = walk.tree.xpath("string(//form[contains(@action, 'formulir')]//input[@name='sealed']/@value)")
    return walk.client.post("/id/lapor/formulir/", {"sealed": secret, "kertas": paper})


def followed(code: str) -> tuple[Client, Any, str]:
    client = Client()
    answer = client.post("/id/ikuti/", {"code": code})
    tree = html.document_fromstring(answer.content.decode())
    return client, answer, tree.xpath("string(//input[@name='view']/@value)")


def test_after_filing_the_page_says_the_last_day_the_hours_and_what_is_still_open():
    walk = filed()
    section = walk.tree.xpath("//section[@aria-labelledby='lengkapi']")[0].text_content()
    assert "Tanda tangan sesuai kartu identitas" in section
    assert "Nama dan alamat pelapor" not in section, "what the report answers is not open"
    assert "28 November 2024" in section, "seven days since 21 November, the day on which it became known"
    assert "08.00–16.30" in section
    assert "informasi awal" in section


def test_who_gives_initial_information_is_asked_for_no_form():
    walk = Walk(answers=ANSWERS).to("summary").post(go="send")
    assert not walk.tree.xpath("//section[@aria-labelledby='lengkapi']")
    report = Report.objects.get()
    assert report.sign_by is None
    assert open_points_for(report.pk) is None


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_the_form_is_filled_with_what_was_filed_and_bears_no_signature(paper):
    answer = form_of(filed(), paper)
    told = words(answer)
    for text in ("FORMULIR LAPORAN", "Kamboja Contohwan", "Jalan Contoh No. 1", STORY, "Teratai Contohsari"):
        assert text in told, text
    assert "Rabu, 20 November 2024" in told
    assert "Kamis, 28 November 2024" in told
    assert "Perbawaslu 9/2024" in told
    assert sheet_mark(Report.objects.get()) in told
    page = PdfReader(BytesIO(answer.content)).pages[0].mediabox
    assert round(float(page.width) / 72 * 25.4) == {"a4": 210, "f4": 215}[paper]
    assert "no-store" in answer["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


def test_later_the_code_gives_the_form_with_empty_lines_for_name_and_address():
    client, answer, token = followed(filed().code)
    assert "Baris nama dan alamat kosong" in text_of(answer)
    told = words(client.post("/id/ikuti/formulir/", {"view": token, "kertas": "a4"}))
    assert STORY in told
    assert "Kamboja" not in told
    assert "Jalan Contoh" not in told


def test_nothing_of_the_form_is_kept_in_clear():
    form_of(filed())
    row = Report.objects.values().get()
    kept = repr({name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()})
    assert "Kamboja" not in kept
    assert not list(Path(settings.SINETRA_DATA).rglob("*.pdf"))


@pytest.mark.parametrize("address", ["/id/lapor/formulir/", "/id/ikuti/formulir/"])
def test_a_field_that_is_none_gives_no_form(address):
    answer = Client().post(address, {"sealed": "x", "view": "x", "kertas": "a4"})
    assert answer.status_code == 422
    assert Client().get(address).status_code == 405


def test_a_form_of_something_not_filed_is_not_made():
    secret = sealed.seal("report_form", {"key": "k" * 30, "reporter": None})
    assert Client().post("/id/lapor/formulir/", {"sealed": secret}).status_code == 404


def test_unsigned_after_its_last_day_it_is_kept_as_initial_information_and_the_reporter_reads_it(monkeypatch):
    code = filed().code
    on(monkeypatch, date(2024, 11, 28))
    assert keep_unsigned(actor=SYSTEM) == [], "the last day belongs to it"
    on(monkeypatch, date(2024, 11, 29))
    assert len(keep_unsigned(actor=SYSTEM)) == 1
    assert keep_unsigned(actor=SYSTEM) == [], "once"
    report = Report.objects.get()
    assert (report.channel, report.kept_as) == ("report", "initial_information")
    assert report.due_on is not None
    _, answer, _ = followed(code)
    assert "Batas melengkapi laporan sudah lewat" in text_of(answer)
    assert "Formulir bertanda tangan belum diterima sampai batasnya" in text_of(answer)
    assert 'id="lengkapi"' not in answer.content.decode()


def test_the_clock_of_the_outbox_looks_every_hour(monkeypatch):
    filed()
    on(monkeypatch, date(2024, 11, 29))
    find_handlers()["reports.keep_unsigned"]({})
    assert Report.objects.get().kept_as == "initial_information"


def test_signed_in_time_it_stays_a_report(monkeypatch, actor):
    walk = filed()
    record_signed_form(report=Report.objects.get(), received_on=date(2024, 11, 22), actor=actor("staf.bawaslu"))
    on(monkeypatch, date(2024, 11, 29))
    assert keep_unsigned(actor=SYSTEM) == []
    _, answer, _ = followed(walk.code)
    assert "Formulir bertanda tangan diterima pada waktunya" in text_of(answer)
    assert 'id="lengkapi"' not in answer.content.decode()


def test_a_form_that_came_in_time_and_is_noted_later_makes_a_report_of_it_again(monkeypatch, actor):
    filed()
    before = Report.objects.get().due_on
    on(monkeypatch, date(2024, 11, 30))
    keep_unsigned(actor=SYSTEM)
    record_signed_form(report=Report.objects.get(), received_on=date(2024, 11, 28), actor=actor("staf.bawaslu"))
    report = Report.objects.get()
    assert (report.kept_as, report.due_on) == ("report", before)
    assert list(Step.objects.order_by("place").values_list("code", flat=True)) == [
        "filed",
        "form_signed",
        "form_not_signed",
    ]


def test_a_form_that_came_late_is_noted_and_it_stays_initial_information(monkeypatch, actor):
    filed()
    on(monkeypatch, date(2024, 12, 2))
    keep_unsigned(actor=SYSTEM)
    record_signed_form(report=Report.objects.get(), received_on=date(2024, 12, 1), actor=actor("staf.bawaslu"))
    assert Report.objects.get().kept_as == "initial_information"
    assert Step.objects.filter(code="form_signed_late", public_text=True).exists()


def test_a_report_that_is_a_matter_is_left_to_the_people_who_handle_it(monkeypatch, actor):
    filed()
    staff = actor("staf.bawaslu")
    open_matter(report=Report.objects.get(), actor=staff)
    on(monkeypatch, date(2024, 12, 2))
    assert keep_unsigned(actor=SYSTEM) == []
    with pytest.raises(Conflict):
        record_signed_form(report=Report.objects.get(), received_on=date(2024, 12, 1), actor=staff)


def in_a_matter_of_another(actor) -> tuple[Walk, Report]:
    filed()
    matter = open_matter(report=Report.objects.get(), actor=actor("staf.bawaslu"))
    walk = filed()
    report = Report.objects.exclude(pk=matter.report_id).get()
    return walk, join_report(report=report, matter=matter, actor=actor("staf.bawaslu"))


def test_the_form_of_a_report_that_was_joined_is_noted_and_its_reporter_alone_reads_it(monkeypatch, actor):
    walk, report = in_a_matter_of_another(actor)
    assert open_points_for(report.pk) is not None, "the twin: before it came"
    record_signed_form(report=report, received_on=date(2024, 11, 22), actor=actor("staf.bawaslu"))
    assert list(Step.objects.filter(code="form_signed").values_list("report_id", flat=True)) == [report.pk]
    assert open_points_for(report.pk) is None
    on(monkeypatch, date(2024, 11, 29))
    assert keep_unsigned(actor=SYSTEM) == []
    _, answer, _ = followed(walk.code)
    assert "Formulir bertanda tangan diterima pada waktunya" in text_of(answer)


def test_unsigned_after_its_last_day_a_joined_report_is_information_in_a_matter_that_goes_on(monkeypatch, actor):
    _walk, report = in_a_matter_of_another(actor)
    matter = report.joined_to
    on(monkeypatch, date(2024, 11, 28))
    assert keep_unsigned(actor=SYSTEM) == []
    on(monkeypatch, date(2024, 11, 29))
    assert [row.pk for row in keep_unsigned(actor=SYSTEM)] == [report.pk], "the one that opened it is left to people"
    assert keep_unsigned(actor=SYSTEM) == [], "once"
    report = Report.objects.get(pk=report.pk)
    assert (report.kept_as, report.state, report.in_matter) == ("initial_information", "joined", matter)
    assert Matter.objects.get(pk=matter.pk).state == matter.state
    assert open_points_for(report.pk) is None
    record_signed_form(report=report, received_on=date(2024, 11, 28), actor=actor("staf.bawaslu"))
    assert Report.objects.get(pk=report.pk).kept_as == "report", "it had come in time"


def test_a_reporter_who_was_joined_is_asked_for_the_own_form_whatever_the_first_has_signed(actor):
    _walk, report = in_a_matter_of_another(actor)
    staff, matter = actor("staf.bawaslu"), report.joined_to
    start_study(matter=matter, actor=staff)
    checked(matter, staff)
    assert open_points_for(matter.report_id) is None
    assert open_points_for(report.pk) is not None


def test_who_took_the_joined_report_back_is_asked_for_no_form(actor):
    _walk, report = in_a_matter_of_another(actor)
    staff, matter = actor("staf.bawaslu"), report.joined_to
    assert open_points_for(report.pk) is not None
    withdraw(matter=matter, report=report, reason="Lewat kode.", actor=staff)
    assert open_points_for(report.pk) is None
    assert open_points_for(matter.report_id) is not None, "the other is asked as before"


def test_a_closed_matter_ends_the_time_of_no_form(monkeypatch, actor):
    _walk, report = in_a_matter_of_another(actor)
    Matter.objects.filter(pk=report.joined_to_id).update(state="closed")
    on(monkeypatch, date(2024, 11, 29))
    assert open_points_for(report.pk) is None
    assert keep_unsigned(actor=SYSTEM) == []


@pytest.mark.parametrize("kept", [False, True])
def test_what_turns_out_to_be_a_report_is_taken_out_of_a_matter_of_information_first(monkeypatch, actor, kept):
    filed()
    staff = actor("staf.bawaslu")
    on(monkeypatch, date(2024, 11, 29))
    keep_unsigned(actor=SYSTEM)
    report = Report.objects.get()
    Walk(answers=ANSWERS).to("summary").post(go="send")
    matter = open_matter(report=Report.objects.exclude(pk=report.pk).get(), actor=staff)
    if kept:
        keep_report(report=report, why=Kept.NO_LEAD, actor=staff)
    join_report(report=report, matter=matter, actor=staff)
    with pytest.raises(Conflict) as caught:
        record_signed_form(report=report, received_on=date(2024, 11, 28), actor=staff)
    assert caught.value.code == "separate_first"
    separate_report(report=report, reason="Laporan resmi.", actor=staff)
    record_signed_form(report=report, received_on=date(2024, 11, 28), actor=staff)
    report.refresh_from_db()
    assert (report.kept_as, report.state) == ("report", "new")


def test_the_page_of_a_joined_report_leads_to_its_form_until_the_matter_is_closed(signed_in, actor):
    _walk, report = in_a_matter_of_another(actor)
    client, state = signed_in("staf.bawaslu"), report.in_matter.state
    page, verb = (reverse(name, args=[report.pk]) for name in ("received_report", "signed_form"))
    assert verb in client.get(page).content.decode()
    assert signed_in("auditor.bkn").get(verb).status_code in {403, 404}
    Matter.objects.filter(pk=report.joined_to_id).update(state="closed")
    assert verb not in client.get(page).content.decode()
    refused = client.post(verb, {"received_on": "2024-11-22"})
    assert "tidak ada formulir yang ditunggu" in text_of(refused)
    Matter.objects.filter(pk=report.joined_to_id).update(state=state)
    assert client.post(verb, {"received_on": "2024-11-22"}).status_code == 302
    assert Report.objects.get(pk=report.pk).signed_on == date(2024, 11, 22)
    assert verb not in client.get(page).content.decode()


@pytest.mark.parametrize("aside", [False, True])
@pytest.mark.parametrize(("day", "kept_as"), [(date(2024, 11, 28), "report"), (date(2024, 12, 1), None)])
def test_a_form_that_came_in_time_brings_back_what_was_kept_or_set_aside_meanwhile(
    monkeypatch, actor, aside, day, kept_as
):
    walk, staff = filed(), actor("staf.bawaslu")
    before = Report.objects.get().due_on
    on(monkeypatch, date(2024, 12, 2))
    keep_unsigned(actor=SYSTEM)
    keep_report(report=Report.objects.get(), why=Kept.NO_LEAD, actor=staff)
    if aside:
        set_aside_report(report=Report.objects.get(), ground=Aside.OPINION, reason="x", actor=actor("pleno"))
    record_signed_form(report=Report.objects.get(), received_on=day, actor=staff)
    report = Report.objects.get()
    if kept_as is None:
        assert (report.kept_as, report.state) == ("initial_information", "set_aside" if aside else "kept")
        return
    assert (report.kept_as, report.state, report.due_on) == (kept_as, "new", before), "a report is always studied"
    assert "diterima pada waktunya" in text_of(followed(walk.code)[1])


def test_the_list_of_requirements_proposes_the_signature_that_was_noted(actor):
    filed()
    staff = actor("staf.bawaslu")
    record_signed_form(report=Report.objects.get(), received_on=date(2024, 11, 22), actor=staff)
    matter = open_matter(report=Report.objects.get(), actor=staff)
    answers = {item.requirement.id: item.answer for item in items(matter)}
    assert answers["signature"] is Answer.MET


@pytest.mark.parametrize("day", [date(2024, 11, 21), date(2024, 11, 23)])
def test_a_form_before_the_filing_or_to_come_is_refused(actor, day):
    filed()
    with pytest.raises(BadInput):
        record_signed_form(report=Report.objects.get(), received_on=day, actor=actor("staf.bawaslu"))


def test_who_may_not_note_a_form_or_end_its_time(actor):
    filed()
    report = Report.objects.get()
    for name in ("kustodian", "admin", "auditor.bkn", "pemeriksa.jejak", "orang.luar"):
        with pytest.raises(Forbidden):
            record_signed_form(report=report, received_on=report.filed_on, actor=actor(name))
    for who in (PUBLIC, actor("staf.bawaslu")):
        with pytest.raises(Forbidden):
            keep_unsigned(actor=who)


def test_staff_note_the_form_at_the_report(signed_in):
    filed()
    report = Report.objects.get()
    staff = signed_in("staf.bawaslu")
    page = f"/kerja/id/laporan/{report.pk}/"
    assert sheet_mark(report) in text_of(staff.get(page))
    assert "Isi tanggalnya" in text_of(staff.post(f"{page}formulir/", {"received_on": ""}))
    assert "Isi tanggal antara" in text_of(staff.post(f"{page}formulir/", {"received_on": "2024-12-24"}))
    assert staff.post(f"{page}formulir/", {"received_on": "2024-11-22"}).status_code == 302
    assert f"{page}formulir/" not in staff.get(page).content.decode()
    assert Report.objects.get().signed_on == date(2024, 11, 22)
    assert signed_in("admin").get(f"{page}formulir/").status_code == 403
