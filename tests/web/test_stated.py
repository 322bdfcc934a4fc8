"""Beside a statement: what the law engine says about the vote, an opinion at home, and sympathy without an act."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.law import decide, parse_facts
from sinetra.core.law.words import ASN, Outcome
from sinetra.web.stated import FREE, beside
from sinetra.web.trace import traced

pytestmark = pytest.mark.django_db

DAYS = ("2010-01-01", "2019-04-01", "2022-09-22", "2024-11-21", "2024-11-27", "2026-11-21")


def tree(address: str) -> html.HtmlElement:
    answer = Client().get(address)
    assert answer.status_code == 200
    return html.document_fromstring(answer.content.decode())


@pytest.mark.parametrize("code", FREE)
@pytest.mark.parametrize("day", DAYS)
def test_what_stays_free_is_never_forbidden_to_a_civil_servant(code, day):
    found = beside(rulebook(), code, date.fromisoformat(day))
    assert found is not None
    text = " ".join(found.answers)
    assert "membolehkannya" in text or "tidak ada norma larangan yang terpenuhi" in text
    assert "sebuah norma larangan" not in text
    assert "bergantung" not in text
    for status in ASN:
        facts = {"act_date": day, "subject": {"status": status.value}, "act": {"code": code.value}}
        assert decide(rulebook(), parse_facts(facts)).outcome in {Outcome.PERMITTED, Outcome.NO_VIOLATION}


def test_an_act_that_is_forbidden_has_nothing_beside_it():
    assert beside(rulebook(), "like", date(2024, 11, 21)) is None


def test_sympathy_shows_the_norm_on_membership_as_the_nearest_and_the_vote_its_own_norm():
    sympathy = beside(rulebook(), "party_sympathiser", date(2024, 11, 21))
    assert sympathy is not None
    assert sympathy.norms == []
    assert sympathy.nearest
    assert all(reason.citations for reason in sympathy.nearest)
    vote = beside(rulebook(), "vote", date(2024, 11, 21))
    assert vote is not None
    assert "/aturan/vote/" in vote.norms[0].url


def test_the_stricter_statement_has_a_page_with_the_law_of_its_day_beside_it():
    page = tree("/id/dari-berita/000/8/")
    text = " ".join(page.text_content().split())
    assert "simpatisan pun disebut dilarang" in text
    assert (
        "Pada 21 November 2024 tidak ada norma larangan yang terpenuhi bagi PNS, CPNS, PPPK, PPPK paruh waktu" in text
    )
    assert "Simpati tanpa keanggotaan dan tanpa perbuatan" in text
    [asked] = page.xpath("//main//a[contains(@href, '/bolehkah/')]/@href")
    answer = " ".join(tree(asked).text_content().split())
    assert "bersimpati pada partai" in answer
    assert "Simpati tanpa keanggotaan" in answer


def test_the_list_of_sentences_leads_to_every_such_page_and_to_no_other():
    expected = {
        f"/id/dari-berita/{article.id}/{sentence.number}/"
        for article in traced()
        for sentence in article.sentences
        if sentence.law
    }
    links = {link for link in tree("/id/dari-berita/").xpath("//main//a/@href") if link.startswith("/id/dari-berita/")}
    assert links == expected
    assert len(expected) >= 2
    for address in expected:
        tree(address)


def test_each_article_of_the_list_is_folded_behind_its_title_with_every_sentence_inside():
    folds = tree("/id/dari-berita/").xpath("//details[contains(@class, 'fold')]")
    assert [fold.xpath("string(summary/h2)") for fold in folds] == [article.title for article in traced()]
    assert [len(fold.xpath(".//tbody/tr")) for fold in folds] == [len(article.sentences) for article in traced()]


@pytest.mark.parametrize("address", ["/id/dari-berita/000/1/", "/id/dari-berita/000/999/", "/id/dari-berita/zzz/8/"])
def test_a_sentence_without_a_law_beside_it_has_no_page(address):
    assert Client().get(address).status_code == 404


def test_the_article_itself_shows_the_law_beside_the_fact(articles, signed_in):
    from sinetra.apps.monitoring.models import Article

    article = Article.objects.get(source="01-kota-banjar.txt")
    page = html.document_fromstring(signed_in("humas").get(f"/kerja/id/artikel/{article.pk}/").content.decode())
    boxes = [" ".join(box.text_content().split()) for box in page.xpath("//div[@class='beside-law']")]
    assert len(boxes) == 2
    assert any("tidak ada norma larangan" in box for box in boxes)
    assert any("membolehkannya" in box for box in boxes)
