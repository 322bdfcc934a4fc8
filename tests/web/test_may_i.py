"""“Bolehkah saya…?”: the answer first, nothing stored, unknown is not false."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from lxml import html

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.clock.stages import StageCode
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import ActCode, BodyCode, Position, SanctionClass, SubjectStatus, Track
from sinetra.web import field_words, law_words
from sinetra.web.public import may_i_asked, may_i_read

DAY = date(2024, 11, 22)


def read(query: QueryDict, today: date):
    return may_i_read.read(query, today, rulebook().clock.timetables)


def ask(language: str = "id", **query: Any) -> html.HtmlElement:
    page = Client().get(f"/{language}/bolehkah/", query)
    assert page.status_code == 200
    return html.document_fromstring(page.content.decode())


def verdict(tree: html.HtmlElement) -> str:
    return tree.xpath("string(//h2[@id='jawaban'])")


def test_a_civil_servant_may_not_like_a_candidates_account_and_the_law_stands_below():
    tree = ask(perbuatan="like", siapa="pns")
    assert verdict(tree) == "Tidak boleh"
    assert "PP 94/2021 Pasal 5 huruf n angka 5" in tree.text_content()
    assert "terverifikasi" in tree.text_content()
    marked = [item.text_content() for item in tree.xpath("//li[@class='marked']")]
    assert any("Hukuman disiplin berat" in text for text in marked)


def test_a_civil_servant_may_vote():
    assert verdict(ask(perbuatan="vote", siapa="pns")) == "Boleh"
    assert verdict(ask("en", perbuatan="vote", siapa="pns")) in {"Boleh", "Yes"}


def test_sympathy_without_an_act_meets_no_norm_and_the_answer_says_so():
    tree = ask(perbuatan="party_sympathiser", siapa="pns")
    assert verdict(tree) == "Tidak ditemukan larangan"
    assert "Simpati tanpa keanggotaan" in tree.text_content()
    assert "bukan izin" in tree.text_content()


def test_what_depends_on_more_is_not_answered_and_one_question_is_asked():
    tree = ask(perbuatan="attend_campaign", siapa="pns")
    assert verdict(tree) == "Tergantung"
    assert len(tree.xpath("//form[@id='tanya']//legend")) == 1
    assert set(tree.xpath("//form[@id='tanya']//input[@type='radio']/@value")) == {"true", "false", "?"}


def test_what_one_may_do_stands_first_then_the_answer_the_open_question_the_law_and_the_ladder():
    text = ask(perbuatan="attend_campaign", siapa="pns").xpath("string(//main)")
    words = ("tetap boleh", "Tergantung", "Lanjut", "Mengapa", "Yang dapat menyusul", "Yang mengubah", "diperiksa")
    places = [text.index(word) for word in words]
    assert places == sorted(places)


def test_what_is_open_beside_a_clear_answer_stands_after_the_law():
    text = ask(perbuatan="invite_vote", siapa="pns").text_content()
    places = [text.index(words) for words in ("Tidak boleh", "Mengapa", "Yang dapat menyusul", "menambah jawaban")]
    assert places == sorted(places)


def test_an_answer_settles_the_question_and_can_be_taken_back():
    tree = ask(perbuatan="attend_campaign", siapa="pns", **{"act.active": "true", "act.on_duty": "false"})
    assert verdict(tree) == "Tidak boleh"
    change = [a for a in tree.xpath("//aside//a/@href") if "tanya=act.active" in a]
    assert len(change) == 1
    again = html.document_fromstring(Client().get(change[0]).content.decode())
    assert "Apakah Anda berperan aktif" in again.xpath("string(//form[@id='tanya']//legend)")


def test_i_do_not_know_keeps_the_field_unknown_and_is_not_asked_again():
    tree = ask(perbuatan="attend_campaign", siapa="pns", **{"act.active": "?"})
    assert verdict(tree) == "Tergantung"
    assert "act.active" not in tree.xpath("//form[@id='tanya']//input[@type='radio']/@name")


def test_both_readings_stand_where_authorities_disagree():
    tree = ask(perbuatan="attend_campaign", siapa="pns")
    assert "Di sini sumber-sumber berbeda" in tree.text_content()
    assert len(tree.xpath("//h4[contains(., 'pasif')]/following-sibling::ul[1]/li")) >= 2


def test_a_date_outside_every_stage_gives_another_answer():
    assert verdict(ask(perbuatan="like", siapa="pns", pada="2026-03-01")) == "Tidak ditemukan larangan"


def test_a_plain_word_says_whom_the_act_is_about_by_the_stage_of_its_day():
    asked, faults = read(QueryDict("perbuatan=like&siapa=pns"), DAY)
    assert faults == []
    during = may_i_asked.with_implied(asked, [StageCode.CAMPAIGN])
    before = may_i_asked.with_implied(asked, [StageCode.BEFORE_DETERMINATION])
    mixed = may_i_asked.with_implied(asked, [StageCode.CAMPAIGN, StageCode.BEFORE_DETERMINATION])
    assert during.facts()["act"]["target"] == "candidate"
    assert before.facts()["act"]["target"] == "prospective_candidate"
    assert "target" not in mixed.facts()["act"]
    assert during.params() == asked.params()


def test_what_was_said_about_the_target_is_not_overruled():
    asked, _ = read(QueryDict("perbuatan=like&siapa=pns&act.target=none"), DAY)
    assert may_i_asked.with_implied(asked, [StageCode.CAMPAIGN]).facts()["act"]["target"] == "none"


def test_none_of_these_is_a_known_empty_list_and_silence_is_unknown():
    empty, _ = read(QueryDict("act.audience=-"), DAY)
    several, _ = read(QueryDict("act.audience=staff&act.audience=pupils"), DAY)
    silent, _ = read(QueryDict(""), DAY)
    assert empty.facts()["act"]["audience"] == []
    assert several.facts()["act"]["audience"] == ["staff", "pupils"]
    assert "audience" not in silent.facts()["act"]


def test_a_link_carries_the_whole_question():
    query = "perbuatan=like&siapa=pns&pada=2024-08-01&act.target=party"
    asked, _ = read(QueryDict(query), DAY)
    again, _ = read(QueryDict(asked.address("/x").partition("?")[2]), DAY)
    assert again == asked


@pytest.mark.parametrize("who", ["pns", "non_asn", "village_head"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_act_gets_an_answer(who, language):
    """Without the database: a question is computed, and there is no place where it could be stored."""
    for code in ActCode:
        tree = ask(language, perbuatan=code.value, siapa=who)
        assert verdict(tree)


def test_every_act_is_offered_once_in_plain_words():
    offered = [code for _, codes in law_words.ACT_GROUPS for code in codes]
    assert sorted(offered) == sorted(code.value for code in ActCode)


def test_the_whole_vocabulary_has_words():
    for words, codes in (
        (law_words.ACTS, ActCode),
        (law_words.STATUSES, SubjectStatus),
        (law_words.POSITIONS, Position),
        (law_words.TRACKS, Track),
        (law_words.SANCTIONS, SanctionClass),
        (law_words.BODIES, BodyCode),
        (law_words.STAGES, StageCode),
    ):
        assert set(words) == {code.value for code in codes}
    for name, item in FIELDS.items():
        assert set(field_words.FIELDS[name].values) == set(item.values), name
