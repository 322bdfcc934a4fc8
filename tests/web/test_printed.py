"""Printed matter from the rulebook: true to the engine, in both languages, and a wrong address explained."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html
from pypdf import PdfReader

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.documents.notice import Mark, Notice
from sinetra.core.law import decide, parse_facts
from sinetra.core.law.words import NormKind, Outcome
from sinetra.web import law_words
from sinetra.web.public.printed.asked import read
from sinetra.web.public.printed.notices import Maker
from sinetra.web.public.printed.talk import talk

pytestmark = pytest.mark.django_db
DAYS = ("2022-10-10", "2024-06-01", "2024-11-22", "2026-11-21")
LIKE = {"siapa": "pns", "perbuatan": "like", "pada": "2024-11-22"}
FILES = ("printed_poster", "printed_leaflet", "printed_card", "printed_message", "printed_talk", "printed_talk_text")


def notice(**query: str) -> Notice:
    asked = QueryDict(mutable=True)
    asked.update(query)
    book = rulebook()
    return Maker(book=book, site="https://sinetra.example").notice(read(asked, book, date(2024, 11, 22)))


def told(name: str, **query: str) -> str:
    answer = Client().get(reverse(name), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_one_question_for_one_status_says_what_the_engine_says():
    found = notice(**LIKE)
    facts = {"act_date": "2024-11-22", "subject": {"status": "pns"}, "act": {"code": "like", "target": "candidate"}}
    assert decide(rulebook(), parse_facts(facts)).outcome is Outcome.VIOLATION
    assert found.mark is Mark.MAY_NOT
    assert found.verdict == "Tidak boleh"
    assert "PP 94/2021" in " ".join(item.text for item in found.articles)
    assert found.url.endswith("/id/bolehkah/?perbuatan=like&siapa=pns&pada=2024-11-22")


def test_the_vote_is_allowed_and_stands_first_among_what_is_allowed_elsewhere():
    assert notice(siapa="pns", perbuatan="vote").mark is Mark.MAY
    assert notice(**LIKE).may[0] == "Memberikan suara di TPS"
    assert "Memberikan suara di TPS" not in notice(siapa="tni", perbuatan="like").may


@pytest.mark.parametrize("day", DAYS)
def test_an_overview_puts_every_act_in_exactly_one_list(day):
    found = notice(siapa="pns", pada=day)
    listed = [*found.may, *found.may_not, *found.depends, *found.no_ban]
    assert len(listed) == len(law_words.ACTS)
    plain = [text.removesuffix(" (belum jelas)") for text in listed]
    assert sorted(plain) == sorted(text[:1].upper() + text[1:] for text in map(str, law_words.ACTS.values()))
    assert "Memberikan suara di TPS" in found.may
    assert "Bersimpati pada partai tanpa berbuat apa pun" in found.no_ban


def test_outside_the_stages_less_is_forbidden_than_in_the_campaign():
    campaign, outside = notice(siapa="pns", pada="2024-11-22"), notice(siapa="pns", pada="2026-11-21")
    assert "Menyukai (like) akun atau unggahan calon" in campaign.may_not
    assert "Menyukai (like) akun atau unggahan calon" not in outside.may_not


def test_a_rule_names_its_conditions_exceptions_and_sanctions():
    norm = next(
        item.norm
        for item in rulebook().norms_on(date(2024, 11, 22))
        if item.norm.kind is NormKind.PROHIBITION and item.version.unless and item.norm.sanctions
    )
    found = notice(aturan=norm.id)
    assert found.verdict == "Dilarang"
    assert found.given
    assert found.unless
    assert found.follows
    assert found.url.endswith(f"/id/aturan/{norm.id}/?pada=2024-11-22")


def test_a_rule_for_several_names_as_allowed_only_what_all_of_them_may():
    soldiers_too, servants = notice(aturan="pemilu.280-3"), notice(aturan="skb2022.pd-6")
    assert "Memberikan suara di TPS" in servants.may
    assert "Memberikan suara di TPS" not in soldiers_too.may


def test_a_rule_that_nobody_has_read_says_so_on_paper_and_one_that_was_read_does_not():
    norms = [item.norm for item in rulebook().norms_on(date(2024, 11, 22))]
    unread = next(norm for norm in norms if norm.confidence == "perlu-cek")
    certain = next(
        norm
        for norm in norms
        if norm.confidence == "terverifikasi" and all(item.confidence == "terverifikasi" for item in norm.citations)
    )
    assert "belum dibaca pada naskah resmi" in told("printed_message", aturan=unread.id, pada="2024-11-22")
    assert "belum dibaca pada naskah resmi" not in told("printed_message", aturan=certain.id, pada="2024-11-22")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_act_gives_a_card_under_a_hundred_kilobytes(language):
    for code in law_words.ACTS:
        with translation.override(language):
            answer = Client().get(reverse("printed_card"), {"siapa": "pns", "perbuatan": code, "pada": "2024-11-22"})
        assert answer["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")
        assert len(answer.content) < 100_000, code


def test_the_rules_that_say_most_give_a_card_under_a_hundred_kilobytes_too():
    norms = [item.norm for item in rulebook().norms_on(date(2024, 11, 22))]
    longest = sorted(norms, key=lambda norm: len(str(notice(aturan=norm.id).to_data())))[-5:]
    for norm in longest:
        answer = Client().get(reverse("printed_card"), {"aturan": norm.id, "pada": "2024-11-22"})
        assert len(answer.content) < 100_000, norm.id


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "query", [LIKE, {"siapa": "pns", "pada": "2024-11-22"}, {"aturan": "vote", "pada": "2024-11-22"}]
)
def test_the_poster_is_in_the_language_of_the_page_with_law_date_and_innocence(language, query):
    with translation.override(language):
        answer = Client().get(reverse("printed_poster"), {**query, "kertas": "f4"})
    page = PdfReader(BytesIO(answer.content)).pages[0]
    text = " ".join(page.extract_text().split())
    assert {"id": "Jumat, 22 November 2024", "en": "Friday, 22 November 2024"}[language] in text
    assert {"id": "tidak bersalah", "en": "innocent"}[language] in text
    assert {"id": "Yang boleh", "en": "Allowed"}[language] in text or query.get("aturan") == "vote"
    assert round(float(page.mediabox.height) / 72 * 25.4) == 330


def test_the_talking_points_are_five_sentences_three_things_and_the_articles():
    for query in (LIKE, {"siapa": "pns"}, {"aturan": "vote"}):
        found = talk(notice(**query))
        assert len(found.sentences) == 5
        assert len(found.remember) == 3
        assert len(set(found.sentences)) == 5
    tree = html.document_fromstring(told("printed_talk", **LIKE))
    assert len(tree.xpath("//ol[@class='aloud']/li")) == 5
    assert len(tree.xpath("//ol[@class='remember']/li")) == 3
    assert "PP 94/2021" in tree.text_content()
    assert "tidak bersalah" in tree.text_content()


def test_the_page_leads_to_every_piece_and_holds_the_message():
    tree = html.document_fromstring(told("printed", **LIKE))
    links = [str(link).split("?")[0] for link in tree.xpath("//aside//a/@href")]
    expected = {reverse(name) for name in FILES} - {reverse("printed_talk_text")}
    assert expected <= set(links)
    assert tree.xpath("//textarea")[0].text.strip() == told("printed_message", **LIKE).strip()


def test_rulebook_rule_and_answer_lead_to_printed_matter():
    for address in ("/id/aturan/?pada=2024-11-22", "/id/aturan/vote/?pada=2024-11-22"):
        assert f'href="{reverse("printed")}?' in Client().get(address).content.decode()
    answer = html.document_fromstring(Client().get("/id/bolehkah/", LIKE).content.decode())
    [link] = answer.xpath(f"//a[starts-with(@href, '{reverse('printed')}?')]/@href")
    assert "perbuatan=like" in link
    assert "pada=2024-11-22" in link


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "siapa: belum dipilih"),
        ({"siapa": "raja"}, "“raja” tidak dikenal"),
        ({"siapa": "pns", "perbuatan": "tidur"}, "“tidur” tidak dikenal"),
        ({"siapa": "pns", "pada": "2024-13-01"}, "“2024-13-01” tidak dikenal"),
        ({"siapa": "pns", "pemilihan": "pilkada_1955"}, "pilkada_1955"),
        ({"siapa": "pns", "wilayah": "xyz"}, "xyz"),
        ({"siapa": "pns", "wilayah": "99.99"}, "99.99"),
        ({"siapa": "pns", "perbuatan": "like", "act.target": "teman"}, "“teman” tidak dikenal"),
        ({"aturan": "tidak.ada"}, "“tidak.ada” tidak dikenal"),
        ({"aturan": "attend.passive", "pada": "2026-01-01"}, "tidak berlaku pada 2026-01-01"),
    ],
)
@pytest.mark.parametrize("name", FILES)
def test_a_wrong_address_is_explained_and_gives_no_file(name, query, words):
    answer = Client().get(reverse(name), query)
    assert answer.status_code == 400
    heading = html.document_fromstring(answer.content.decode()).xpath("string(//h1)")
    assert words in heading


@pytest.mark.parametrize(("profile", "times"), [("demo", 1), ("pemda", 0)])
def test_only_what_the_demonstration_hands_out_says_exercise(profile, times, settings):
    settings.SINETRA_PROFILE = profile
    for name in ("printed_message", "printed_talk_text"):
        assert told(name, **LIKE).count("LATIHAN") == times
    poster = Client().get(reverse("printed_poster"), LIKE).content
    assert ("LATIHAN" in PdfReader(BytesIO(poster)).pages[0].extract_text()) == bool(times)


def test_a_paper_that_is_not_kept_is_named_with_those_that_are():
    answer = Client().get(reverse("printed_poster"), {**LIKE, "kertas": "a3"})
    assert answer.status_code == 400
    assert "a4, f4" in answer.content.decode()


def test_a_wrong_choice_on_the_page_stands_beside_its_field():
    answer = Client().get(reverse("printed"), {"siapa": "raja"})
    assert answer.status_code == 400
    tree = html.document_fromstring(answer.content.decode())
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_siapa"]


def test_paper_gives_the_same_reason_for_what_is_not_clear_as_the_page():
    query = {"siapa": "pns", "perbuatan": "attend_passively", "pada": "2024-11-22", "act.on_duty": "false"}
    found = notice(**query)
    assert found.mark is Mark.UNCLEAR
    assert "Sumber-sumber hukum berbeda" in found.summary
    assert found.summary in told("may_i", **query)


@pytest.mark.parametrize("name", ["may_i", "printed_message"])
def test_a_permission_says_what_it_supposes_and_nobody_was_asked(name):
    asked = {"siapa": "state_official", "perbuatan": "attend_campaign", "pada": "2024-11-22"}
    assert "Izin harus diminta lebih dahulu" in told(name, **asked)
    assert "Izin harus diminta" not in told(name, **LIKE)


@pytest.mark.parametrize("name", ["printed_message", "norm"])
def test_a_rule_names_sanctions_only_for_those_whom_it_binds(name):
    def page(rule: str) -> str:
        if name != "norm":
            return told(name, aturan=rule, pada="2024-11-22")
        return str(Client().get(reverse("norm", args=[rule]), {"pada": "2024-11-22"}).content.decode())

    assert "pemutusan perjanjian kerja" not in page("pp94.n-2")
    assert "pemutusan perjanjian kerja" in page("skb2022.pd-6")


def test_talking_points_without_an_article_have_no_empty_list_and_an_overview_fits_one_sheet():
    nothing = told("printed_talk_text", **LIKE | {"pada": "2026-11-21"})
    assert "Dasar hukum" not in nothing and "Ini bukan izin" in nothing
    every = told("printed_talk_text", siapa="pns")
    lines = every.partition("Dasar hukum\n")[2].partition("\n\n")[0].splitlines()
    assert len([line for line in lines if line.startswith("- ")]) == 13
    assert " lainnya" in lines[12]


def test_where_nobody_is_forbidden_anything_the_talk_says_so_and_names_the_others_as_such():
    read_aloud = told("printed_talk_text", siapa="none", pada="1990-01-01")
    assert "tidak mencatat larangan" in read_aloud
    assert "bagi orang lain" in read_aloud and "bukan salah satu" not in read_aloud
    assert "Yang dilarang antara lain: ." not in read_aloud


def test_a_list_of_what_is_allowed_marks_what_holds_under_a_condition_only():
    campaign = "Ikut serta atau berbicara dalam kampanye"
    for query in ({"siapa": "state_official"}, {"siapa": "state_official", "perbuatan": "like"}):
        found = notice(**query, pada="2024-11-22").may
        assert f"{campaign} (dengan syarat)" in found and campaign not in found
        # The vote and the talk at home are free without any.
        assert "Memberikan suara di TPS" in found
