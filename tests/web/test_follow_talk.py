"""The reporter writes, completes, takes back and answers on the page of the code, without cookie and without script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from follow_pages import FORMAL, PATHS, Find, Page, asked, closed, filed, opened, report_of

from casework_rows import registered
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.actions import join_report
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.actions import write_message
from sinetra.apps.reports.models import Message, Seen
from sinetra.apps.reports.vocabulary import Mark
from sinetra.core.casework.states import State
from sinetra.web import sealed
from sinetra.web.public.follow_words import STANDING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
WORDS = "Saya ingat satu hal lagi: spanduknya masih ada."


def show(code: str, language: str = "id") -> Page:
    return Page(Client().post(PATHS[language], {"code": code}))


def press(page: Page, do: str, language: str = "id", **typed: str) -> Page:
    """A button of the page, with what its form sends."""
    given = {"view": page.token, "form": page.tree.xpath("string(//input[@name='form']/@value)"), "do": do, **typed}
    return Page(Client().post(PATHS[language], given))


def field(page: Page, name: str) -> str:
    return page.tree.xpath(f"string(//textarea[@id='id_{name}_text'])").strip()


@pytest.mark.parametrize(("language", "sent"), [("id", "Pesan terkirim"), ("en", "Message sent")])
def test_a_message_is_sent_and_stands_on_the_page(language: str, sent: str):
    page = press(show(filed().code, language), "write", language, text=WORDS)
    assert sent in page.text
    assert WORDS in page.text
    assert field(page, "write") == ""


def test_the_same_page_sent_again_writes_once_and_other_words_are_kept_for_a_second_sending():
    page = show(filed().code)
    press(page, "write", text=WORDS)
    assert "Pesan terkirim" in press(page, "write", text=WORDS).text
    assert Message.objects.count() == 1
    refused = press(page, "write", text="Yang lain.")
    assert any("sudah terkirim" in fault for fault in refused.faults)
    assert field(refused, "write") == "Yang lain."
    press(refused, "write", text="Yang lain.")
    assert Message.objects.count() == 2


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_what_is_refused_stays_in_the_field_and_the_error_leads_to_it(text: str):
    page = press(show(filed().code), "write", text=text)
    assert page.tree.xpath("//div[@class='errors']//a/@href") == ["#id_write_text"]
    assert field(page, "write") == text.strip()
    assert page.tree.xpath("//textarea[@id='id_write_text'][@aria-invalid='true']")
    assert not Message.objects.exists()


def test_when_the_half_hour_is_over_what_was_typed_waits_behind_the_code(monkeypatch: pytest.MonkeyPatch):
    code = filed().code
    page = show(code)
    now = sealed.time.time()
    monkeypatch.setattr(sealed.time, "time", lambda: now + 31 * 60)
    over = press(page, "write", text=WORDS)
    assert over.faults
    assert not over.token
    assert over.tree.xpath("string(//textarea[@name='text'])").strip() == WORDS
    again = Page(Client().post(PATHS["id"], {"code": code, "text": WORDS}))
    assert field(again, "write") == WORDS
    assert not Message.objects.exists(), "it is not sent before the reporter sends it"


def test_without_a_view_token_nothing_is_written():
    code = filed().code
    page = show(code)
    form = page.tree.xpath("string(//input[@name='form']/@value)")
    for given in ({"code": "", "do": "write"}, {"view": "x", "do": "write"}, {"view": form, "do": "write"}):
        assert Page(Client().post(PATHS["id"], {"form": form, "text": WORDS, **given})).faults
    assert not Message.objects.exists()
    with_code_alone = Page(Client().post(PATHS["id"], {"code": code, "form": form, "do": "write", "text": WORDS}))
    assert "Pesan terkirim" in with_code_alone.text


def test_the_answer_of_the_office_is_marked_new_once_and_names_nobody_of_it(actor: Find):
    answer = filed()
    staff = actor("staf.bawaslu")
    write_message(report=report_of(answer), text="Kapan tepatnya?", key="k" * 11 + "abcdefghijk", actor=staff)
    first = show(answer.code)
    assert "1 pesan baru dari kantor" in first.text
    assert "Bawaslu Kota Cendana" in first.tree.xpath("string(//ol[contains(@class, 'talk-lines')])")
    assert staff.name not in first.tree.xpath("string(//main)")
    assert "pesan baru" not in show(answer.code).text
    assert Seen.objects.count() == 1


def test_a_line_of_the_hostile_kind_is_shown_as_text():
    page = press(show(filed().code), "write", text="<script>alert(1)</script>\u202e {{x}}")
    assert "<script>alert(1)" in page.tree.xpath("string(//ol[contains(@class, 'talk-lines')])")
    assert not page.tree.xpath("//script[not(@src)]")


def test_what_is_missing_stands_with_its_days_and_is_answered_there(vault: None, actor: Find):
    answer = filed(**FORMAL)
    asked(answer, actor)
    page = show(answer.code)
    assert "Menunggu Anda" in page.text
    part = page.tree.xpath("//section[@aria-labelledby='diminta']")[0]
    assert [item.text for item in part.xpath("./ul/li")] == ["Bukti"]
    assert part.xpath(".//details[contains(@class, 'clock')]")
    done = press(page, "complete", text="Foto saya bawa besok.")
    assert "Jawaban terkirim" in done.text
    assert Message.objects.get().mark == Mark.COMPLETION
    assert "Jawaban Anda terkirim" in done.tree.xpath("string(//section[@aria-labelledby='diminta'])")
    empty = press(done, "complete", text="")
    assert empty.tree.xpath("//div[@class='errors']//a/@href") == ["#id_complete_text"]


def test_the_form_to_sign_and_what_the_office_asks_for_are_two_places_of_one_page(vault: None, actor: Find):
    answer = filed(**FORMAL)
    asked(answer, actor, "evidence", "signature")
    page = show(answer.code)
    for place in ("lengkapi", "diminta"):
        assert page.tree.xpath(f"//section[@aria-labelledby='{place}']"), place
    ids = page.tree.xpath("//main//@id")
    assert len(ids) == len(set(ids))


def test_nothing_asks_when_nothing_is_missing(actor: Find):
    page = show(filed().code)
    assert not page.tree.xpath("//section[@aria-labelledby='diminta' or @aria-labelledby='balasan']")
    assert press(page, "complete", text="x").faults


@pytest.mark.parametrize("language", ["id", "en"])
def test_taking_back_says_what_happens_before_and_moves_nothing(vault: None, actor: Find, language: str):
    answer = filed(**FORMAL)
    matter = opened(answer, actor)
    sure = press(show(answer.code, language), "ask_withdraw", language)
    assert not Message.objects.exists(), "asking to be asked writes nothing"
    assert sure.tree.xpath("//form[contains(@class, 'confirm')]//ul/li")
    assert sure.tree.xpath("//a[@data-leave]") and sure.tree.xpath("//script[contains(@src, 'leave')]")
    assert "Perbawaslu 8/2020" in sure.text
    assert ("perlu dicek" if language == "id" else "to be checked") in sure.text.lower()
    done = press(sure, "withdraw", language, text="")
    assert Message.objects.get().mark == Mark.WITHDRAWAL
    assert Matter.objects.get(pk=matter.pk).state == matter.state
    assert not done.tree.xpath("//button[@value='ask_withdraw']"), "it is asked for once"


def test_after_registration_the_page_says_that_handling_goes_on(vault: None, actor: Find):
    answer = filed(**FORMAL)
    registered(opened(answer, actor), actor("staf.bawaslu"))
    sure = press(show(answer.code), "ask_withdraw")
    assert "penanganan tetap berjalan" in sure.text
    assert "berhenti di sini" not in sure.text


def test_before_registration_who_was_joined_to_a_matter_reads_that_handling_goes_on(vault: None, actor: Find):
    matter = opened(filed(**FORMAL), actor)
    answer = filed(**FORMAL)
    join_report(report=report_of(answer), matter=matter, actor=actor("staf.bawaslu"))
    sure = press(show(answer.code), "ask_withdraw")
    assert "tetap berjalan" in sure.text
    assert "berhenti di sini" not in sure.text
    assert "diregistrasi" not in sure.tree.xpath("string(//form[contains(@class, 'confirm')]//ul)")


def test_initial_information_offers_no_withdrawal():
    page = show(filed().code)
    assert not page.tree.xpath("//button[@value='ask_withdraw']")
    assert "tidak dapat dicabut" in press(page, "ask_withdraw").text
    assert press(page, "withdraw").faults


@pytest.mark.parametrize(("happened", "mark"), [("yes", Mark.RETALIATION), ("no", Mark.NO_RETALIATION)])
def test_after_closing_the_page_asks_once_and_kindly(actor: Find, happened: str, mark: Mark):
    answer = filed()
    closed(answer, actor)
    page = show(answer.code)
    assert "Tidak wajib dijawab" in page.tree.xpath("string(//section[@aria-labelledby='balasan'])")
    done = press(page, "retaliation", happened=happened, text="Saya dipindahkan." if happened == "yes" else "")
    assert Message.objects.get().mark == mark
    assert not done.tree.xpath("//section[@aria-labelledby='balasan']")
    assert not show(answer.code).tree.xpath("//section[@aria-labelledby='balasan']")


def test_an_answer_about_retaliation_that_lacks_something_says_what_and_keeps_the_rest(actor: Find):
    answer = filed()
    closed(answer, actor)
    page = show(answer.code)
    nothing = press(page, "retaliation", text="Saya dipindahkan.")
    assert nothing.tree.xpath("//div[@class='errors']//a/@href") == ["#id_retaliation_0"]
    assert field(nothing, "retaliation") == "Saya dipindahkan."
    empty = press(page, "retaliation", happened="yes", text="")
    assert empty.tree.xpath("//div[@class='errors']//a/@href") == ["#id_retaliation_text"]
    assert empty.tree.xpath("//input[@name='happened'][@value='yes'][@checked]")


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_protects_stands_with_its_source_and_how_far_it_was_checked(language: str):
    page = show(filed().code, language)
    text = page.tree.xpath("string(//details[contains(@class, 'more')])")
    assert "LPSK" in text
    assert "31/2014" in text
    assert len(page.tree.xpath("//details[contains(@class, 'more')]//ul[@class='law']/li")) == 3


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_words_for_the_reporter_and_names_nobody(vault: None, actor: Find, state: State):
    answer = filed(**FORMAL)
    opened(answer, actor)
    Matter.objects.update(state=state)
    page = show(answer.code)
    assert str(STANDING[state]) in page.text
    for word in ("Teratai", "Contohsari", "Contohwan", "pelanggar"):
        assert word not in page.tree.xpath("string(//main)")


def test_before_anybody_opened_it_the_page_says_so():
    assert "Belum ada petugas yang membukanya" in show(filed().code).text


def test_neither_code_nor_token_nor_words_are_in_an_address_a_cookie_or_the_trace():
    code = filed().code
    page = press(show(code), "write", text=WORDS)
    around = str(page.answer.headers) + " ".join(page.tree.xpath("//@href | //@action | //@src"))
    traced = " ".join(f"{entry.data}{entry.action}{entry.actor}" for entry in AuditEntry.objects.all())
    for secret in (page.token, WORDS, code):
        assert secret not in around
        assert secret not in traced
    assert "message.write" in traced, "what is written down would be found"


def test_the_page_of_the_code_can_look_for_news_by_itself_and_hides_that_without_script():
    page = Page(Client().get(PATHS["id"]))
    part = page.tree.xpath("//section[@id='kabar']")[0]
    assert "hidden" in part.attrib
    assert part.get("data-list") == "/api/v1/follow/news"
    assert page.tree.xpath("//script/@src")


def given_words() -> dict[str, Any]:
    return {str(state): str(words) for state, words in STANDING.items()}


def test_sentences_for_the_reporter_are_short():
    for words in given_words().values():
        assert all(len(sentence.split()) <= 15 for sentence in words.split(". "))
