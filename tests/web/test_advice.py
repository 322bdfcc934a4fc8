"""Asking without a name, answering, and the library: the pages, and who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import field, tree_of

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.models import Opinion, Question
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TEXT = "Bolehkah saya datang sepulang kerja, tanpa atribut?"
TEAM = ("tim.netralitas", "tim.netralitas.kedua")
OTHERS = ("petugas.bkpsdm", "ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "staf.bawaslu", "orang.luar")
INTERVIEW = {"perbuatan": "attend_campaign", "siapa": "pns", "pada": "2024-11-23", "act.active": "false"}


@pytest.fixture
def advice(city: None) -> None:
    load_advice(ROOT / "samples" / "cendana.yaml")


def asked(client: Client, text: str = TEXT, **interview: str) -> html.HtmlElement:
    page = tree_of(client.get(reverse("ask_team"), interview))
    return tree_of(client.post(reverse("ask_team"), {"sealed": field(page, "sealed"), "text": text}))


def code_of(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//p[@id='question-code']/span/text()"))


def follow(code: str) -> html.HtmlElement:
    return tree_of(Client().post(reverse("team_answer"), {"code": code}))


def test_from_an_answer_to_the_team_with_what_was_said_and_without_a_name(client: Client, city: None):
    answer = tree_of(client.get(reverse("may_i"), INTERVIEW))
    link = answer.xpath("//section[@aria-labelledby='masih-ragu']//a/@href")[0]
    page = tree_of(client.get(link))
    said = page.xpath("string(//section[@aria-labelledby='dikatakan'])")
    assert "menghadiri kampanye" in said and "PNS" in said and "23 November 2024" in said
    assert "act.active" not in page.text_content()
    assert not page.xpath("//input[not(@type='hidden')]")


def test_what_the_address_says_wrongly_is_said_and_not_sent_and_a_right_one_has_no_error(client: Client, city: None):
    page = tree_of(client.get(reverse("ask_team"), INTERVIEW | {"pada": "besok", "wilayah": "98.98"}))
    errors = page.xpath("string(//div[@class='errors'])")
    assert "Tanggal itu tidak ada" in errors and "98.98" in errors
    assert "98.98" not in page.xpath("string(//section[@aria-labelledby='dikatakan'])")
    right = tree_of(client.get(reverse("ask_team"), INTERVIEW | {"wilayah": "99.71"}))
    assert not right.xpath("//div[@class='errors']")
    assert "Kota Cendana (contoh)" in right.xpath("string(//section[@aria-labelledby='dikatakan'])")


def test_a_question_gets_a_code_and_the_code_its_answer(client: Client, signed_in: SignIn):
    sent = asked(client, **INTERVIEW)
    code = code_of(sent)
    assert len(code.split()) == 9
    assert not client.cookies
    assert "Belum dijawab" in follow(code).text_content()
    row = Question.objects.get()
    team = signed_in("tim.netralitas")
    work = tree_of(team.get(reverse("question", args=[row.pk])))
    assert TEXT in work.text_content()
    # The engine's reading of what was said stands beside it, with its norms to tick.
    assert work.xpath("string(//h2[@class='verdict'])") == "Tergantung"
    norms = work.xpath("//input[@name='chosen']/@value")
    assert "bawaslu2024.attendance" in norms
    given = {"text": "Sebaiknya tidak, kecuali ditugaskan.", "law_date": "2024-11-23", "chosen": norms[:1], "norms": ""}
    answer = team.post(reverse("question", args=[row.pk]), given)
    assert answer.status_code == 302
    shown = follow(code)
    assert "kecuali ditugaskan" in shown.text_content()
    assert shown.xpath("//ul[@class='law']/li//span[contains(@class,'badge')]")
    assert "23 November 2024" in shown.text_content()


def test_the_same_page_sent_twice_is_one_question_and_other_words_are_another(client: Client, city: None):
    page = tree_of(client.get(reverse("ask_team")))
    given = {"sealed": field(page, "sealed"), "text": TEXT}
    first, again = (code_of(tree_of(client.post(reverse("ask_team"), given))) for _ in range(2))
    assert first and first == again and Question.objects.count() == 1
    other = tree_of(client.post(reverse("ask_team"), given | {"text": f"{TEXT} Dan besok?"}))
    assert "sudah terkirim" in other.xpath("string(//div[@class='errors'])")
    assert "Dan besok?" in other.xpath("string(//textarea)")
    sent = tree_of(client.post(reverse("ask_team"), {"sealed": field(other, "sealed"), "text": f"{TEXT} Dan besok?"}))
    assert code_of(sent) not in {"", first} and Question.objects.count() == 2


@pytest.mark.parametrize("text", ["", "pendek", "x" * 2001])
def test_too_little_or_too_much_is_said_and_nothing_is_stored(client: Client, city: None, text: str):
    page = asked(client, text)
    assert page.xpath("//div[@class='errors']//a[@href='#id_text']")
    assert not Question.objects.exists()


@pytest.mark.parametrize("box", ["", "x", "AAAA"])
def test_a_sealed_field_that_was_changed_loses_the_facts_and_keeps_the_words(client: Client, city: None, box: str):
    page = tree_of(client.post(reverse("ask_team"), {"sealed": box, "text": TEXT}))
    assert page.xpath("//div[@class='errors']")
    assert TEXT in page.xpath("string(//textarea)")
    assert not Question.objects.exists()


@pytest.mark.parametrize("code", ["", "bukan kode", "\x00", "a " * 9])
def test_a_wrong_code_stays_in_the_field(city: None, code: str):
    page = follow(code)
    assert page.xpath("//div[@class='errors']")
    assert page.xpath("//textarea[@name='code']")


def test_in_bawaslus_installation_nothing_is_asked_and_the_page_says_where(client: Client, city: None, settings):
    settings.SINETRA_PROFILE = "bawaslu"
    page = tree_of(client.get(reverse("ask_team")))
    assert "pemerintah daerah" in page.text_content() and not page.xpath("//textarea")
    tree_of(client.post(reverse("ask_team"), {"text": TEXT}))
    assert not Question.objects.exists()
    answer = tree_of(client.get(reverse("may_i"), INTERVIEW))
    assert not answer.xpath(f"//a[starts-with(@href, '{reverse('ask_team')}')]")
    assert not tree_of(client.get(reverse("library"))).xpath(f"//a[starts-with(@href, '{reverse('ask_team')}')]")
    settings.SINETRA_PROFILE = "pemda"
    assert tree_of(client.get(reverse("library"))).xpath(f"//a[starts-with(@href, '{reverse('ask_team')}')]")


def test_without_a_member_of_the_team_today_the_page_says_so_and_keeps_nothing(client: Client, city: None):
    RoleGrant.objects.filter(role="neutrality_team").update(ends_on=date(2024, 2, 1))
    page = tree_of(client.get(reverse("ask_team")))
    assert "belum siap menjawab" in page.text_content() and not page.xpath("//textarea")


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_but_the_team_reaches_the_worklist_or_sees_it_in_the_menu(
    advice: None, signed_in: SignIn, username: str
):
    person = signed_in(username)
    row, opinion = Question.objects.first(), Opinion.objects.get(state="draft")
    assert row is not None
    addresses = [
        *(reverse(name) for name in ("questions", "opinions", "new_opinion")),
        reverse("question", args=[row.pk]),
        *(reverse(name, args=[opinion.pk]) for name in ("opinion", "rewrite_opinion", "withdraw_opinion")),
    ]
    for address in addresses:
        assert person.get(address).status_code == 403, address
        assert person.post(address).status_code == 403, address
    assert reverse("questions") not in person.get(reverse("workspace")).content.decode()


@pytest.mark.parametrize("username", TEAM)
def test_the_team_has_one_menu_entry_and_its_count_in_the_workspace(advice: None, signed_in: SignIn, username: str):
    page = tree_of(signed_in(username).get(reverse("workspace")))
    entries = page.xpath("//nav[@id='menu']//a")
    assert len(entries) <= 7
    assert [link.text for link in entries if link.get("href") == reverse("questions")] == ["Nasihat"]
    assert "menunggu jawaban" in page.xpath("string(//dl[@class='numbers'])")


def test_the_worklist_shows_the_oldest_first_with_its_age(advice: None, signed_in: SignIn):
    page = tree_of(signed_in("tim.netralitas").get(reverse("questions")))
    rows = [[cell.text_content().strip() for cell in row.xpath("./th|./td")] for row in page.xpath("//tbody/tr")]
    assert [row[2] for row in rows] == ["10", "2"]
    assert "masuk grup pendukung" in rows[0][0]
    done = tree_of(signed_in("tim.netralitas").get(reverse("questions"), {"keadaan": "dijawab"}))
    assert len(done.xpath("//tbody/tr")) == 1


def test_what_is_wrong_with_an_answer_stands_beside_the_field(advice: None, signed_in: SignIn):
    row = Question.objects.filter(state="new").earliest("asked_on")
    team = signed_in("tim.netralitas")
    for changes, name in (
        ({"text": ""}, "text"),
        ({"law_date": "besok"}, "law_date"),
        ({"norms": "tidak.ada"}, "norms"),
        ({"law_date": "2010-01-01"}, "norms"),
    ):
        given = {"text": "Sebaiknya tidak dahulu.", "law_date": "2024-11-12", "norms": "skb2022.pd-6"} | changes
        page = tree_of(team.post(reverse("question", args=[row.pk]), given))
        assert page.xpath(f"//div[@class='errors']//a[@href='#id_{name}']"), name
    row.refresh_from_db()
    assert row.state == "new"


def _written(team: Client, source: Question | None = None, **changes: str) -> Any:
    given = {
        "title": "Datang ke kampanye",
        "question": "Bolehkah pegawai datang ke kampanye?",
        "answer": "Umumnya tidak, kecuali ditugaskan hadir.",
        "law_date": "2024-11-22",
        "norms": "skb2022.pd-4, skb2022.pd-6",
    }
    query = f"?dari={source.pk}" if source else ""
    return team.post(reverse("new_opinion") + query, given | changes)


def test_an_opinion_is_written_by_one_and_published_by_another(advice: None, signed_in: SignIn):
    answered = Question.objects.get(state="answered")
    author, second = signed_in(TEAM[0]), signed_in(TEAM[1])
    page = tree_of(author.get(reverse("new_opinion"), {"dari": str(answered.pk)}))
    # Norms and law date are there; the asker's words stand beside and in no field.
    assert field(page, "norms") == "skb2022.pd-7" and field(page, "law_date") == "2024-11-15"
    assert "Foto lama saya" in page.xpath("string(//main//aside)") and not page.xpath("string(//textarea)").strip()
    assert _written(author, answered).status_code == 302
    row = Opinion.objects.latest("id")
    address = reverse("opinion", args=[row.pk])
    assert not tree_of(author.get(address)).xpath("//form[@class='confirm']")
    refused = author.post(address, {"version": row.version})
    assert "orang lain yang memeriksa" in tree_of(refused).xpath("string(//div[@class='errors'])")
    assert Client().get(reverse("public_opinion", args=[row.pk])).status_code == 404
    read = field(tree_of(second.get(address)), "version")
    assert second.post(address, {"version": read}).status_code == 302
    shown = tree_of(Client().get(reverse("public_opinion", args=[row.pk])))
    assert "22 November 2024" in shown.text_content() and shown.xpath("//ul[@class='law']/li")
    # The public page names an office and no person.
    assert row.written_by.name not in shown.text_content()


def test_the_askers_words_are_refused_beside_the_field(advice: None, signed_in: SignIn):
    answered = Question.objects.get(state="answered")
    own = "Foto lama saya bersama seseorang yang kini menjadi calon masih ada di media sosial. Perlukah saya hapus?"
    page = tree_of(_written(signed_in(TEAM[0]), answered, question=own))
    assert page.xpath("//div[@class='errors']//a[@href='#id_question']")
    assert Opinion.objects.count() == 2


def test_a_rewritten_draft_is_not_published_unread(advice: None, signed_in: SignIn):
    row = Opinion.objects.get(state="draft")
    second = signed_in(TEAM[1])
    read = field(tree_of(second.get(reverse("opinion", args=[row.pk]))), "version")
    rewrite = reverse("rewrite_opinion", args=[row.pk])
    form = {name: getattr(row, name) for name in ("title", "question", "answer", "law_date")}
    assert signed_in(TEAM[0]).post(rewrite, {**form, "norms": "skb2022.pd-6"}).status_code == 302
    page = tree_of(second.post(reverse("opinion", args=[row.pk]), {"version": read}))
    assert "Baca lagi" in page.xpath("string(//div[@class='errors'])")
    assert not Opinion.objects.filter(pk=row.pk, state="published").exists()


def test_a_withdrawn_opinion_says_why_and_is_found_no_more(advice: None, signed_in: SignIn):
    row = Opinion.objects.get(state="published")
    assert row.title in Client().get(reverse("library")).content.decode()
    team = signed_in(TEAM[1])
    assert tree_of(team.post(reverse("withdraw_opinion", args=[row.pk]), {"reason": ""})).xpath(
        "//div[@class='errors']"
    )
    team.post(reverse("withdraw_opinion", args=[row.pk]), {"reason": "Kurang tepat."})
    assert row.title not in Client().get(reverse("library")).content.decode()
    page = tree_of(Client().get(reverse("public_opinion", args=[row.pk])))
    assert "Kurang tepat." in page.xpath("string(//div[contains(@class,'notice')])")


def test_an_opinion_whose_law_changed_says_since_when_before_anybody_withdraws_it(advice: None):
    row = Opinion.objects.get(state="published")
    page = Client().get(reverse("public_opinion", args=[row.pk])).content.decode()
    assert "Hukum berubah" not in page
    Opinion.objects.filter(pk=row.pk).update(law_date=date(2023, 6, 1))
    for address in (reverse("library"), reverse("public_opinion", args=[row.pk])):
        assert "Hukum berubah sejak 31 Oktober 2023" in Client().get(address).content.decode()


def test_the_library_is_searched_and_an_empty_result_teaches_what_to_do(advice: None):
    found = tree_of(Client().get(reverse("library"), {"q": "foto"}))
    assert len(found.xpath("//a[@class='rule-title']")) == 1
    none = tree_of(Client().get(reverse("library"), {"q": "zebra"}))
    assert not none.xpath("//a[@class='rule-title']")
    assert "Tidak ada pendapat yang cocok" in none.xpath("string(//div[@class='empty'])")


def test_an_empty_library_says_how_it_fills(city: None):
    assert "Belum ada pendapat" in Client().get(reverse("library")).content.decode()


@pytest.mark.parametrize(("language", "other"), [("id", "en"), ("en", "id")])
def test_an_opinion_leads_to_itself_in_the_other_language(advice: None, language: str, other: str):
    row = Opinion.objects.get(state="published")
    address = f"/{language}/pendapat/{row.pk}/"
    answer = Client().get(address)
    assert answer.headers["Content-Language"] == language and not answer.cookies
    assert tree_of(answer).xpath("//a[@class='language']/@href") == [f"/{other}/pendapat/{row.pk}/"]
    # What the office wrote is Indonesian on both.
    assert language == "id" or tree_of(answer).xpath("//h1/@lang") == ["id"]


def test_a_norm_leads_to_the_published_opinions_that_name_it_and_to_no_other(advice: None):
    row = Opinion.objects.get(state="published")
    address = reverse("public_opinion", args=[row.pk])
    for name in row.norms:
        assert address in Client().get(reverse("norm", args=[name])).content.decode()
    # An id that begins like that of another norm.
    Opinion.objects.filter(pk=row.pk).update(norms=["skb2022.pd-10"], search_text="skb2022.pd-10")
    assert address in Client().get(reverse("norm", args=["skb2022.pd-10"])).content.decode()
    assert address not in Client().get(reverse("norm", args=["skb2022.pd-1"])).content.decode()


@pytest.mark.parametrize("act", ["like", "attend_passively", "vote"])
def test_the_team_reads_what_the_asker_read(client: Client, signed_in: SignIn, act: str):
    interview = {"perbuatan": act, "siapa": "pppk", "pada": "2024-11-22"}
    told = tree_of(client.get(reverse("may_i"), interview)).xpath("string(//h2[@class='verdict'])")
    asked(client, **interview)
    work = tree_of(signed_in("tim.netralitas").get(reverse("question", args=[Question.objects.get().pk])))
    assert work.xpath("string(//h2[@class='verdict'])") == told != ""


@pytest.mark.parametrize("name", ["questions", "opinions", "new_opinion"])
def test_the_menu_says_that_one_is_at_the_advice_desk(advice: None, signed_in: SignIn, name: str):
    page = tree_of(signed_in("tim.netralitas").get(reverse(name)))
    assert page.xpath("//header//a[@aria-current='page']/text()") == ["Nasihat"]


def test_neither_way_to_name_a_rule_says_that_it_may_be_left_empty(client: Client, city: None, signed_in: SignIn):
    asked(client, **INTERVIEW)
    work = tree_of(signed_in("tim.netralitas").get(reverse("question", args=[Question.objects.get().pk])))
    [form] = work.xpath("//form[.//textarea[@name='text']]")
    assert form.xpath(".//input[@name='chosen']") and form.xpath(".//input[@name='norms']")
    assert "boleh dikosongkan" not in form.text_content()
    assert "Pilih sedikitnya satu" in form.text_content()


def test_an_answer_without_any_rule_is_told_to_choose_one(advice: None, signed_in: SignIn):
    row = Question.objects.filter(state="new").earliest("asked_on")
    given = {"text": "Sebaiknya tidak dahulu.", "law_date": "2024-11-12", "norms": ""}
    page = tree_of(signed_in("tim.netralitas").post(reverse("question", args=[row.pk]), given))
    assert "Pilih sedikitnya satu aturan" in page.xpath("string(//div[@class='errors'])")


def test_the_library_is_searched_by_the_article_as_people_write_it(client: Client, advice: None):
    def found(text: str) -> bool:
        return bool(tree_of(client.get(reverse("library"), {"q": text})).xpath("//ul[@class='rule-lines']/li"))

    assert found("PP 94/2021 Pasal 5")
    assert not found("PP 94/2021 Pasal 77")
