"""The interview: what one may do first, a word that finds an act, what would turn the answer, errors that help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from lxml import html

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decide import decide
from sinetra.core.law.facts import parse_facts
from sinetra.web import law_words
from sinetra.web.act_search import find_acts
from sinetra.web.public import may_i_read
from sinetra.web.public.may_i_allowed import allowed
from sinetra.web.public.may_i_asked import Asked
from sinetra.web.public.may_i_changes import changes
from sinetra.web.public.may_i_verdict import Verdict, verdict_of

DAY = date(2024, 11, 22)


def ask(language: str = "id", **query: Any) -> html.HtmlElement:
    page = Client().get(f"/{language}/bolehkah/", query)
    assert page.status_code == 200
    assert not page.cookies
    return html.document_fromstring(page.content.decode())


def may(who: str, day: date = DAY) -> set[str]:
    asked = Asked(act="like", who=who, day=day, today=DAY)
    return {question.act for _, question in allowed(rulebook(), asked)}


def put(**said: Any) -> tuple[Any, Asked]:
    asked = Asked(day=DAY, today=DAY, **said)
    return decide(rulebook(), parse_facts(asked.facts())), asked


def test_a_civil_servant_reads_first_that_the_vote_and_the_opinion_at_home_stay_free():
    first = ask(perbuatan="like", siapa="pns").xpath("//section[@class='allowed']")[0].text_content()
    assert "Menggunakan hak pilih" in first
    assert "percakapan pribadi" in first


def test_a_soldier_does_not_read_that_he_may_vote():
    assert "vote" in may("pns")
    assert "vote" not in may("tni")


def test_listening_passively_is_among_what_one_may_do_only_while_that_reading_held():
    def norms(day: date) -> set[str]:
        asked = Asked(act="like", who="pns", day=day, today=DAY)
        return {finding.norm.id for finding, _ in allowed(rulebook(), asked)}

    assert "attend.passive" in norms(date(2024, 10, 1))
    assert "attend.passive" not in norms(date(2024, 11, 1))


def test_the_permission_that_is_asked_about_is_the_answer_and_not_told_twice():
    tree = ask(perbuatan="vote", siapa="pns")
    assert "Menggunakan hak pilih" in tree.xpath("string(//article)")
    assert "Menggunakan hak pilih" not in tree.xpath("string(//section[@class='allowed'])")


def test_what_would_change_the_answer_is_computed_and_leads_to_that_answer():
    tree = ask(perbuatan="attend_campaign", siapa="pns", **{"act.active": "true", "act.on_duty": "false"})
    for line in tree.xpath("//ul[@class='changes']/li"):
        link = line.xpath(".//a")[0]
        other = html.document_fromstring(Client().get(link.get("href")).content.decode())
        assert other.xpath("string(//h2[@id='jawaban'])") == link.text_content()
    assert tree.xpath("//ul[@class='changes']/li")


def test_only_what_differs_is_named_and_at_most_five():
    for code in law_words.ACTS:
        decision, asked = put(act=code, who="pns")
        found = changes(rulebook(), decision, asked)
        assert len(found) <= 5
        assert verdict_of(decision) not in {item.verdict for item in found}


def test_leave_turns_accompanying_ones_spouse_into_something_allowed():
    decision, asked = put(
        act="spouse_support",
        who="pns",
        details={"act.active": ("false",), "subject.on_unpaid_leave": ("false",)},
    )
    found = {(item.field, item.values): item.verdict for item in changes(rulebook(), decision, asked)}
    assert found[("subject.on_unpaid_leave", ("true",))] is Verdict.YES


def test_where_one_reading_denies_the_only_prohibition_the_answer_is_not_clear():
    decision, _ = put(act="attend_passively", who="pns", details={"act.on_duty": ("false",)})
    assert verdict_of(decision) is Verdict.UNCLEAR
    tree = ask(perbuatan="attend_passively", siapa="pns", **{"act.on_duty": "false"})
    assert tree.xpath("string(//h2[@id='jawaban'])") == "Belum jelas"
    assert "Sumber-sumber hukum berbeda" in tree.text_content()


def test_where_something_else_forbids_it_the_dispute_does_not_soften_the_answer():
    said = {"act.active": ("true",), "act.on_duty": ("false",)}
    decision, _ = put(act="attend_campaign", who="pns", details=said)
    assert decision.disputes
    assert verdict_of(decision) is Verdict.NO


def test_a_prohibition_that_nobody_has_checked_is_not_clear_and_one_that_was_read_is():
    decision, _ = put(act="like", who="pns", details={"act.target": ("candidate",)})
    assert verdict_of(decision) is Verdict.NO
    unread = tuple(
        replace(item, norm=replace(item.norm, confidence=Confidence.UNCHECKED)) for item in decision.findings
    )
    assert verdict_of(replace(decision, findings=unread)) is Verdict.UNCLEAR


def test_the_page_says_how_far_the_law_was_read():
    assert "sumber terverifikasi" in ask(perbuatan="like", siapa="pns").text_content()
    assert "aturan yang berlaku pada tanggal itu" in ask(perbuatan="party_sympathiser", siapa="pns").text_content()


def test_everything_may_be_answered_with_i_do_not_know():
    """Each page offers it, until nothing is left to ask; the answer then names on what it depends."""
    query: dict[str, str] = {"perbuatan": "spouse_support", "siapa": "?", "pada": "?"}
    for _ in range(20):
        tree = ask(**query)
        names = set(tree.xpath("//form[@id='tanya']//input[@type='radio' or @type='checkbox']/@name"))
        if not names:
            break
        assert "?" in tree.xpath("//form[@id='tanya']//input/@value")
        query[names.pop()] = "?"
    assert not names
    assert tree.xpath("string(//h2[@id='jawaban'])") == "Tergantung"
    assert "tergantung pada:" in tree.text_content()


def test_i_do_not_know_stands_among_the_answers_to_who_one_is():
    assert "?" in ask(perbuatan="like").xpath("//input[@name='siapa']/@value")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("coblos", "vote"),
        ("foto bareng", "photo_with_candidate"),
        ("kaos partai", "uniform_or_attribute"),
        ("status WA", "post_media"),
        ("Bolehkah saya memakai mobil dinas?", "use_state_facility"),
        ("menyukai", "like"),
    ],
)
def test_an_everyday_word_finds_the_act(typed: str, code: str):
    assert code in find_acts(typed)[:3]
    tree = ask(cari=typed)
    assert str(law_words.ACTS[code]) in tree.xpath("string(//section[@aria-labelledby='ditemukan'])")


def test_a_word_that_finds_nothing_teaches_what_to_do():
    tree = ask(cari="zzz")
    assert "Tidak ketemu" in tree.xpath("string(//div[@class='empty'])")
    assert not tree.xpath("//section[@aria-labelledby='ditemukan']")
    assert not ask().xpath("//div[@class='empty']")


def test_what_was_typed_is_text_and_no_markup():
    assert "<script>" not in Client().get("/id/bolehkah/", {"cari": "<script>alert(1)</script>"}).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"perbuatan": "terbang"},
        {"perbuatan": "like", "siapa": "raja"},
        {"perbuatan": "like", "siapa": "pns", "pada": "besok"},
        {"perbuatan": "like", "siapa": "pns", "pemilihan": "pilkada_1955"},
        {"perbuatan": "like", "siapa": "pns", "wilayah": "9"},
        {"perbuatan": "like", "siapa": "pns", "act.target": "langit"},
        {"perbuatan": "like", "langkah": "siapa"},
        {"perbuatan": "attend_campaign", "siapa": "pns", "langkah": "act.active"},
        {"perbuatan": "like", "siapa": "pns", "wilayah": "32.79", "pemilihan": "psu_banjarbaru_2025"},
    ],
)
def test_what_is_not_understood_is_said_at_the_top_and_asked_again(places: None, query: dict[str, str]):
    tree = ask(**query)
    assert tree.xpath("//div[@class='errors']")
    assert tree.xpath("//form[@action='/id/bolehkah/']")


def test_each_error_leads_to_a_control_that_is_there():
    tree = ask(perbuatan="attend_campaign", siapa="pns", langkah="act.active", pada="besok")
    targets = [link.lstrip("#") for link in tree.xpath("//div[@class='errors']//a/@href")]
    assert targets
    assert all(tree.xpath(f"//*[@id='{name}']") for name in targets)


def test_what_is_understood_has_no_error():
    assert not ask(perbuatan="like", siapa="pns", langkah="siapa").xpath("//div[@class='errors']")
    assert not ask().xpath("//div[@class='errors']")


def test_a_name_of_a_region_is_enough_and_an_unknown_one_is_an_error_that_helps(places: None):
    asked, faults = may_i_read.read(QueryDict("wilayah=banjarbaru"), DAY, rulebook().clock.timetables)
    assert (asked.region, faults) == ("63.72", [])
    _, faults = may_i_read.read(QueryDict("wilayah=atlantis"), DAY, rulebook().clock.timetables)
    assert "atlantis" in faults[0].message


def test_a_code_that_no_region_has_is_an_error_and_a_code_of_the_list_is_shown_by_its_name(places: None):
    tree = ask(perbuatan="like", siapa="pns", wilayah="99.99")
    assert "99.99" in tree.xpath("string(//div[@class='errors'])")
    assert "Daerah" not in tree.xpath("//section[@aria-labelledby='dikatakan']//dt/text()")
    found = ask(perbuatan="like", siapa="pns", wilayah="63.72")
    assert not found.xpath("//div[@class='errors']")
    assert "Kota Banjarbaru, Kalimantan Selatan" in found.text_content()


def test_the_link_to_share_carries_its_date_and_opens_the_same_answer():
    tree = ask(perbuatan="like", siapa="pns")
    link = tree.xpath("//input[@id='id_tautan']/@value")[0]
    assert "pada=2024-11-22" in link
    again = html.document_fromstring(Client().get(link.partition("testserver")[2]).content.decode())
    assert again.xpath("string(//article)") == tree.xpath("string(//article)")


def test_the_english_page_has_no_indonesian_verdict():
    assert ask("en", perbuatan="like", siapa="pns").xpath("string(//h2[@id='jawaban'])") == "No"


@pytest.mark.parametrize("act", ["intimidation", "hate_speech_hoax", "mobilise_asn", "money_politics"])
@pytest.mark.parametrize("who", list(law_words.STATUSES))
@pytest.mark.parametrize("target", ["none", "candidate"])
def test_an_exception_never_says_that_a_harm_is_allowed(act: str, who: str, target: str):
    said = {"act.target": (target,), "subject.is_official": ("false",), "act.intent_support": ("false",)}
    decision, _ = put(act=act, who=who, details=said)
    assert verdict_of(decision) is not Verdict.YES


def test_what_only_an_exception_lets_through_is_no_permission_and_says_why():
    said = {"act.target": "none", "subject.is_official": "false", "act.intent_support": "false"}
    tree = ask(perbuatan="intimidation", siapa="pns", **said)
    assert verdict_of(put(act="vote", who="pns")[0]) is Verdict.YES
    assert tree.xpath("string(//h2[@id='jawaban'])") == "Tidak ditemukan larangan"
    assert "dikecualikan bagi Anda (PNS)" in tree.text_content() and "Ini bukan izin" in tree.text_content()
    assert "diperbolehkan" not in tree.xpath("string(//article)")
