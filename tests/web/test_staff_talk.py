"""The office reads and answers; who may not; what is opened is written down; nothing of the talk is found elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from declared_interests import aside
from follow_pages import FORMAL, Find, asked, closed, filed, opened, report_of
from lxml import html
from reading import text_of, tree_of

from casework_rows import checked
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.base.actor import reporter
from sinetra.apps.cases.actions import join_report, separate_report
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.reports.actions import Filed, ask_withdrawal, write_message
from sinetra.apps.reports.models import Message
from sinetra.core.casework.interests import Tie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SignIn = Callable[[str], Client]
WORDS = "Spanduknya masih ada di Pasar Zamrud."
REPLY = "Terima kasih. Sampai hari apa?"
MAY_NOT = ("admin", "pemeriksa.jejak", "kustodian", "auditor.bkn", "petugas.bkpsdm", "humas", "tim.netralitas")


def said(answer: Filed, text: str = WORDS, key: str = "kunci-pelapor-abcdefgh-0") -> Message:
    report = report_of(answer)
    return write_message(report=report, text=text, key=key, actor=reporter(report.pk)).message


def talk(answer: Filed) -> str:
    return reverse("report_talk", args=[answer.report_id])


def send(client: Client, address: str, page: html.HtmlElement, do: str = "write", **typed: str) -> Any:
    given = {name: page.xpath(f"string((//input[@name='{name}'])[last()]/@value)") for name in ("form", "upto")}
    return client.post(address, given | {"do": do} | typed)


def test_the_office_reads_answers_and_thereby_has_read(signed_in: SignIn):
    answer = filed()
    said(answer)
    staff = signed_in("staf.bawaslu")
    page = tree_of(staff.get(talk(answer)))
    assert WORDS in page.text_content()
    assert "baru" in page.xpath("string(//ol[contains(@class, 'talk-lines')])")
    assert send(staff, talk(answer), page, text=REPLY).status_code == 302
    after = text_of(staff.get(talk(answer)))
    assert REPLY in after
    assert Message.objects.get(by_office=False).read_at is not None
    assert Message.objects.get(by_office=True).organisation.name in after


def test_marking_as_read_is_an_act_of_its_own_and_what_came_since_stays_new(signed_in: SignIn):
    answer = filed()
    said(answer)
    staff = signed_in("staf.bawaslu")
    page = tree_of(staff.get(talk(answer)))
    late = said(answer, "Satu lagi.", "kunci-pelapor-abcdefgh-1")
    assert Message.objects.filter(read_at=None).count() == 2, "looking alone marks nothing"
    send(staff, talk(answer), page, do="read")
    assert [row.pk for row in Message.objects.filter(read_at=None)] == [late.pk]


def test_a_form_sent_twice_writes_once_and_what_is_refused_stays_in_the_field(signed_in: SignIn):
    answer, staff = filed(), signed_in("staf.bawaslu")
    page = tree_of(staff.get(talk(answer)))
    for _ in range(2):
        assert send(staff, talk(answer), page, text=REPLY).status_code == 302
    assert Message.objects.count() == 1
    other = tree_of(send(staff, talk(answer), page, text="Pesan lain."))
    assert "sudah terkirim" in other.xpath("string(//div[@class='errors'])")
    assert other.xpath("string(//textarea[@name='text'])").strip() == "Pesan lain."
    assert send(staff, talk(answer), other, text="Pesan lain.").status_code == 302
    assert Message.objects.count() == 2
    for text in ("", "x" * 2001):
        refused = tree_of(send(staff, talk(answer), page, text=text))
        assert refused.xpath("//div[@class='errors']//a/@href") == ["#id_text"]
    assert Message.objects.count() == 2


def test_who_does_not_handle_the_report_reaches_neither_page_nor_verb(signed_in: SignIn):
    answer = filed()
    said(answer)
    for username in MAY_NOT:
        client = signed_in(username)
        for got in (client.get(talk(answer)), client.post(talk(answer), {"do": "write", "text": REPLY})):
            assert got.status_code in {403, 404}, username
            assert WORDS not in got.content.decode()
    assert Message.objects.count() == 1
    assert Client().get(talk(answer)).status_code == 302


def test_whoever_has_an_interest_steps_aside_and_reads_nothing(signed_in: SignIn, actor: Find):
    answer = filed()
    matter = opened(answer, actor)
    said(answer)
    aside("staf.bawaslu", Tie.REPORTED_SUPERIOR, matter=matter)
    got = signed_in("staf.bawaslu").get(talk(answer))
    assert got.status_code == 403
    assert WORDS not in got.content.decode()
    assert signed_in("pleno").get(talk(answer)).status_code == 200


def test_what_nobody_has_read_stands_in_the_inbox_without_its_words(signed_in: SignIn, actor: Find):
    answer, staff = filed(), signed_in("staf.bawaslu")
    address = reverse("inbox")
    assert talk(answer) not in staff.get(address).content.decode()
    said(answer)
    page = staff.get(address)
    assert talk(answer) in page.content.decode()
    assert "Zamrud" not in page.content.decode()
    assert talk(answer) not in signed_in("auditor.bkn").get(address).content.decode()
    send(staff, talk(answer), tree_of(staff.get(talk(answer))), do="read")
    assert talk(answer) not in staff.get(address).content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pages_of_report_and_matter_lead_to_the_talk_and_open_nothing(
    signed_in: SignIn, actor: Find, language: str
):
    answer, staff = filed(), signed_in("staf.bawaslu")
    said(answer)
    before = reverse("received_report", args=[answer.report_id])
    matter = opened(answer, actor)
    for address in (before, reverse("matter", args=[matter.pk])):
        page = staff.get(address.replace("/kerja/id/", f"/kerja/{language}/", 1))
        part = tree_of(page).xpath("string(//section[@aria-labelledby='percakapan'])")
        assert ("1 belum dibaca" if language == "id" else "1 unread") in part
        assert WORDS not in page.content.decode()


def test_opening_the_talk_stands_in_the_access_log(signed_in: SignIn):
    answer = filed()
    said(answer)
    staff = signed_in("staf.bawaslu")
    staff.get(reverse("inbox"))
    assert not AccessEntry.objects.filter(page="report_talk").exists()
    staff.get(talk(answer))
    entry = AccessEntry.objects.get(page="report_talk")
    assert (entry.subject_type, entry.subject_id) == ("reports.report", answer.report_id)
    assert entry.kinds == "report"


def test_a_wish_to_take_back_is_seen_and_leads_to_the_verb_that_a_person_takes(
    vault: None, signed_in: SignIn, actor: Find
):
    answer = filed(**FORMAL)
    matter = opened(answer, actor)
    report = report_of(answer)
    ask_withdrawal(report=report, text="Saya ditekan.", key="kunci-pelapor-abcdefgh-2", actor=reporter(report.pk))
    staff = signed_in("staf.bawaslu")
    verb = reverse("verb", args=[matter.pk, "withdraw"])
    assert "meminta pencabutan" in text_of(staff.get(reverse("matter", args=[matter.pk])))
    page = staff.get(talk(answer))
    assert "Saya ditekan." in page.content.decode()
    assert verb in page.content.decode()
    assert "Diminta pelapor lewat kode" in text_of(staff.get(verb))
    staff.post(verb, {"reason": "Lewat kode."})
    assert verb not in staff.get(talk(answer)).content.decode()


def test_of_several_reports_in_one_matter_the_page_asks_which_is_taken_back_and_names_nobody(
    vault: None, signed_in: SignIn, actor: Find
):
    first = filed(**FORMAL)
    matter = opened(first, actor)
    verb = reverse("verb", args=[matter.pk, "withdraw"])
    staff = signed_in("staf.bawaslu")
    assert not tree_of(staff.get(verb)).xpath("//input[@name='report']"), "one alone is not asked for"
    second = filed(**FORMAL)
    join_report(report=report_of(second), matter=matter, actor=actor("staf.bawaslu"))
    report = report_of(second)
    ask_withdrawal(report=report, text="Saya ditekan.", key="kunci-pelapor-abcdefgh-2", actor=reporter(report.pk))
    address = tree_of(staff.get(talk(second))).xpath("string(//a[text()='Catat pencabutan']/@href)")
    page = tree_of(staff.get(address))
    assert page.xpath("//input[@name='report']/@value") == ["opening", str(report.pk)]
    assert page.xpath("//input[@name='report'][@checked]/@value") == [str(report.pk)], "whose talk led here"
    shown = text_of(staff.get(address))
    assert "yang membuka perkara ini" in shown
    assert "Diminta pelapor lewat kode" in shown
    assert talk(second) in staff.get(address).content.decode()
    assert str(FORMAL["reporter"]["name"]) not in shown
    assert "Pilih laporannya" in text_of(staff.post(verb, {"reason": "Lewat kode."}))
    assert staff.post(verb, {"reason": "Lewat kode.", "report": str(report.pk)}).status_code == 302
    assert not Step.objects.filter(report_id=first.report_id, code="withdrawal_noted").exists()
    assert Step.objects.filter(report=report, code="withdrawal_noted").count() == 1
    left = tree_of(staff.get(verb))
    assert left.xpath("//input[@name='report']/@value") == ["opening"], "once"


def test_a_report_that_left_the_matter_meanwhile_takes_none_of_the_others_back(
    vault: None, signed_in: SignIn, actor: Find
):
    matter = opened(filed(**FORMAL), actor)
    verb = reverse("verb", args=[matter.pk, "withdraw"])
    staff, report = signed_in("staf.bawaslu"), report_of(filed(**FORMAL))
    join_report(report=report, matter=matter, actor=actor("staf.bawaslu"))
    assert str(report.pk) in staff.get(verb).content.decode(), "chosen on the page of before"
    separate_report(report=report, reason="Lain tempat.", actor=actor("staf.bawaslu"))
    answer = staff.post(verb, {"reason": "Lewat kode.", "report": str(report.pk)})
    assert "tidak digabungkan pada perkara ini lagi" in text_of(answer)
    assert "Lewat kode." in answer.content.decode(), "what was typed stays"
    assert Matter.objects.get(pk=matter.pk).state == matter.state
    assert not Step.objects.filter(code__startswith="withdraw").exists()
    assert staff.post(verb, {"reason": "Lewat kode."}).status_code == 302, "the twin: the one that is left"
    assert Step.objects.filter(code__startswith="withdraw", matter=matter).exists()


def test_however_many_reports_a_matter_holds_the_page_asks_the_database_as_often(
    vault: None, signed_in: SignIn, actor: Find
):
    matter = opened(filed(**FORMAL), actor)
    verb = reverse("verb", args=[matter.pk, "withdraw"])
    staff = signed_in("staf.bawaslu")

    def queries_with(more: int) -> int:
        for _ in range(more):
            join_report(report=report_of(filed(**FORMAL)), matter=matter, actor=actor("staf.bawaslu"))
        with CaptureQueriesContext(connection) as asked_for:
            assert len(tree_of(staff.get(verb)).xpath("//input[@name='report']")) == matter.joined_reports.count() + 1
        return len(asked_for)

    queries_with(1)
    assert queries_with(1) == queries_with(3)


def test_whoever_has_an_interest_copies_what_was_typed_and_reads_no_report_of_the_matter_there(
    vault: None, signed_in: SignIn, actor: Find
):
    first, second = filed(**FORMAL), filed(**FORMAL)
    matter, report = opened(first, actor), report_of(second)
    join_report(report=report, matter=matter, actor=actor("staf.bawaslu"))
    ask_withdrawal(report=report, text="Saya ditekan.", key="kunci-pelapor-abcdefgh-2", actor=reporter(report.pk))
    staff, verb = signed_in("staf.bawaslu"), reverse("verb", args=[matter.pk, "withdraw"])
    shown = staff.get(verb).content.decode()
    assert "Laporan yang dicabut" in shown
    assert "Diminta pelapor lewat kode" in shown, "the twin"
    aside("staf.bawaslu", Tie.REPORTED_SUPERIOR, matter=matter)
    got = staff.post(verb, {"reason": "Lewat kode.", "report": str(report.pk)})
    assert "Lewat kode." in got.content.decode()
    assert "Laporan yang dicabut" not in got.content.decode()
    assert "Diminta pelapor lewat kode" not in got.content.decode()
    assert str(report.pk) not in got.content.decode()


def test_an_answer_to_what_was_asked_stands_beside_the_verb_that_accepts_it(
    vault: None, signed_in: SignIn, actor: Find
):
    answer = filed(**FORMAL)
    matter = asked(answer, actor)
    report = report_of(answer)
    key = "kunci-pelapor-abcdefgh-3"
    write_message(report=report, text="Ini buktinya.", key=key, completes=True, actor=reporter(report.pk))
    checked(matter, actor("staf.bawaslu"))
    page = signed_in("staf.bawaslu").get(reverse("verb", args=[matter.pk, "accept_repair"]))
    assert "Jawaban pelapor lewat kode" in text_of(page)
    assert talk(answer) in page.content.decode()


def test_once_nothing_was_proven_the_talk_from_before_stays_sealed(signed_in: SignIn, actor: Find):
    answer = filed()
    said(answer)
    staff = signed_in("staf.bawaslu")
    assert "Zamrud" in staff.get(talk(answer)).content.decode()
    closed(answer, actor)
    page = staff.get(talk(answer))
    assert "Zamrud" not in page.content.decode()
    assert "tersegel" in text_of(page)


def test_no_search_and_no_list_finds_the_words_of_a_message(signed_in: SignIn, actor: Find):
    answer = filed()
    said(answer)
    matter = opened(answer, actor)
    staff = signed_in("staf.bawaslu")
    for name in ("find_matters", "matters", "inbox", "workspace"):
        assert "Pasar Zamrud" not in staff.get(reverse(name), {"q": "Zamrud", "cari": "Zamrud"}).content.decode()
    found = staff.get(reverse("find_matters"), {"q": matter.number}).content.decode()
    assert reverse("matter", args=[matter.pk]) in found, "what may be found is"


def test_a_short_text_of_the_office_begins_the_message_and_only_a_person_sends_it(signed_in: SignIn):
    address, staff = talk(filed()), signed_in("staf.bawaslu")
    assert not tree_of(staff.get(address)).xpath("string(//textarea[@name='text'])").strip()
    begun = tree_of(staff.get(address, {"balasan": "under_way"}))
    assert begun.xpath("//select[@name='balasan']/option[@value='under_way'][@selected]")
    words = begun.xpath("string(//textarea[@name='text'])").strip()
    assert len(words) > 20
    assert not Message.objects.exists()
    refused = send(staff, address, begun, text=words)
    assert "Ganti dahulu: {nomor}, {tenggat}" in text_of(refused)
    assert not Message.objects.exists()
    words = words.replace("{nomor}", "12").replace("{tenggat}", "2 Desember 2024")
    assert send(staff, f"{address}?balasan=under_way", begun, text=words).status_code == 302
    assert words in text_of(staff.get(address))
