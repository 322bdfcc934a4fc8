"""The workbench of the press: inbox with filters, one page a fact, events arranged, figures; and who may not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of

from sinetra.apps.monitoring.models import Article, Correction, PublishedFigure, Story
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.core.press.corrections import items

pytestmark = pytest.mark.django_db
SAMPLES = sorted((ROOT / "samples" / "articles").glob("*.txt"))
ACCUSING = (
    "Camat Rangga Wiratama Dilaporkan ke Bawaslu\n\nCENDANA POS – Camat Melati, Rangga Wiratama, dilaporkan ke "
    "Bawaslu karena diduga berfoto dengan calon, Selasa (19/11/2024). Bawaslu mencatat 7 kasus sejauh ini.\n"
)


@pytest.fixture
def press(signed_in, places) -> Client:
    return signed_in("humas")


@pytest.fixture
def proposed(press) -> None:
    for path in SAMPLES:
        press.post(reverse("add_articles"), {"text": path.read_text(encoding="utf-8")})


def article_at(region: str) -> Article:
    return Article.objects.filter(story__region_id=region).order_by("id")[0]


def rows_of(answer: Any) -> int:
    return len(tree_of(answer).xpath("//main//tbody/tr"))


def test_the_inbox_shows_what_waits_with_outlets_and_disagreement(press, proposed):
    answer = press.get(reverse("stories"))
    assert rows_of(answer) == 4
    assert "media berbeda" in text_of(answer)
    assert "Kota Jambi" in text_of(answer)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"jenis": "rakor/mou"}, 1),
        ({"wilayah": "63"}, 2),
        ({"wilayah": "jambi"}, 1),
        ({"keadaan": "confirmed"}, 0),
        ({"keadaan": "semua"}, 4),
        ({"sejak": "2024-11-01", "sampai": "2024-11-30"}, 2),
        ({"penerbit": "tidak ada media ini"}, 0),
    ],
)
def test_the_inbox_is_narrowed(press, proposed, query, number):
    assert rows_of(press.get(reverse("stories"), query)) == number


def test_an_empty_inbox_teaches_the_next_step(press):
    assert "Tidak ada yang menunggu" in text_of(press.get(reverse("stories")))


def test_a_date_that_is_none_is_told_at_its_field(press, proposed):
    answer = press.get(reverse("stories"), {"sejak": "kemarin"})
    assert answer.status_code == 200
    assert tree_of(answer).xpath("//*[@class='field-error']")


def number_of(article: Article, field: str) -> str:
    assert items(article.facts, field)
    return reverse("judge_fact", args=[article.pk, field, 1])


def test_a_fact_leads_to_its_mark_and_the_mark_leads_back(press, proposed):
    article = article_at("15.71")
    tree = tree_of(press.get(reverse("article", args=[article.pk])))
    back = {link[1:] for link in tree.xpath("//mark/a/@href")}
    assert back
    assert back <= set(tree.xpath("//li/@id"))


def test_a_corrected_fact_shows_both_readings_and_is_taken_back(press, proposed):
    article = article_at("15.71")
    given = {"verdict": "corrected", "value": "121", "reason": "Salah ketik."}
    answer = press.post(number_of(article, "participants_count"), given, follow=True)
    assert "121" in text_of(answer)
    assert "terbaca: 120" in text_of(answer)
    assert "Salah ketik." in text_of(answer)
    answer = press.post(reverse("take_back_correction", args=[Correction.objects.get().pk]), follow=True)
    assert "121" not in text_of(answer)


def test_a_rejected_fact_says_that_it_is_not_in_the_text(press, proposed):
    article = article_at("15.71")
    answer = press.post(number_of(article, "participants_count"), {"verdict": "rejected"}, follow=True)
    assert "tidak ada dalam teks" in text_of(answer)


@pytest.mark.parametrize("given", [{}, {"verdict": "corrected", "value": "banyak"}, {"verdict": "corrected"}])
def test_what_is_wrong_is_told_and_what_was_typed_stays(press, proposed, given):
    answer = press.post(number_of(article_at("15.71"), "participants_count"), given)
    assert answer.status_code == 200
    assert tree_of(answer).xpath("//div[@class='errors']//a")
    assert given.get("value", "") in answer.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("field", "number"), [("participants_count", 9), ("__class__", 1), ("persons", 0)])
def test_a_fact_that_is_not_there_is_not_found(press, proposed, field, number):
    assert press.get(reverse("judge_fact", args=[article_at("15.71").pk, field, number])).status_code == 404


def test_an_article_is_split_off_and_joined_again_by_form(press, proposed):
    story = article_at("63.72").story
    second = list(story.articles.order_by("id"))[1]
    address = reverse("arrange_story", args=[story.pk])
    assert press.post(address, {"articles": [second.pk], "to": "baru"}).status_code == 200, "no reason"
    press.post(address, {"articles": [second.pk], "to": "baru", "reason": "Lain."})
    assert Story.objects.count() == 5
    made = Article.objects.get(pk=second.pk).story
    given = {"articles": [second.pk], "to": str(story.pk), "reason": "Sama."}
    answer = press.post(reverse("arrange_story", args=[made.pk]), given, follow=True)
    assert answer.status_code == 200
    assert "Digabungkan" in text_of(press.get(reverse("story", args=[made.pk])))


def test_a_figure_is_taken_listed_with_its_source_and_dropped(press, proposed):
    article = article_at("15.71")
    words = article.text[:30]
    given = {"value": 3, "unit": "kasus", "body": "Bawaslu", "as_of": "2024-11-19", "words": words}
    assert "Angka dicatat" in text_of(press.post(reverse("take_figure", args=[article.pk]), given, follow=True))
    page = press.get(reverse("figures"))
    assert "3 kasus" in text_of(page)
    assert f"{reverse('article', args=[article.pk])}?kutip=" in page.content.decode()
    drop = reverse("drop_figure", args=[PublishedFigure.objects.get().pk])
    assert "Tarik angka ini?" in text_of(press.get(drop))
    press.post(drop)
    assert not PublishedFigure.objects.exists()
    assert "Belum ada angka" in text_of(press.get(reverse("figures")))


def test_bawaslu_takes_initial_information_and_no_list_names_the_person(signed_in, places):
    staff = signed_in("staf.bawaslu")
    staff.post(reverse("add_articles"), {"text": ACCUSING})
    article = Article.objects.get()
    Story.objects.update(region=Region.objects.get(pk="99.71"))
    assert (
        reverse("take_lead", args=[article.pk]) in staff.get(reverse("story", args=[article.story_id])).content.decode()
    )
    page = staff.get(reverse("take_lead", args=[article.pk]))
    assert "Rangga" not in text_of(page)
    given = {"what": "Rangga Wiratama berfoto dengan calon."}
    answer = staff.post(reverse("take_lead", args=[article.pk]), given, follow=True)
    assert Report.objects.get().source == "press"
    assert "Rangga" not in text_of(answer)
    assert str(article.pk) in text_of(answer)
    assert "Rangga" not in text_of(staff.get(reverse("workspace")))
    assert "Rangga" not in text_of(staff.get(reverse("inbox")))
    assert "Rangga" in text_of(staff.get(reverse("article", args=[article.pk]))), "the workbench shows it as printed"


def test_who_may_not(press, proposed, signed_in):
    article = article_at("15.71")
    press.post(number_of(article, "participants_count"), {"verdict": "accepted"})
    correction = Correction.objects.get()
    told = [
        number_of(article, "participants_count"),
        reverse("take_figure", args=[article.pk]),
        reverse("arrange_story", args=[article.story_id]),
    ]
    back = reverse("take_back_correction", args=[correction.pk])
    elsewhere, team, nobody = signed_in("staf.bawaslu"), signed_in("tim.netralitas"), Client()
    assert [elsewhere.get(address).status_code for address in told] == [404, 404, 404]
    assert elsewhere.post(back).status_code == 404
    assert [team.get(address).status_code for address in told] == [403, 403, 403]
    assert team.post(back).status_code == 403
    assert [nobody.get(address).status_code for address in (*told, reverse("stories"), reverse("figures"))] == [302] * 5
    assert press.get(reverse("take_lead", args=[article.pk])).status_code == 403
    assert elsewhere.get(reverse("take_lead", args=[article.pk])).status_code == 404
    assert rows_of(elsewhere.get(reverse("stories"))) == 0
    assert Correction.objects.get().taken_back_at is None


STEPS = (
    "Bawaslu Depok Terima Laporan soal Lurah RM\n\nBawaslu Kota Depok menerima laporan dugaan pelanggaran netralitas "
    "Lurah RM, Senin (9/9/2024). Terlapor diduga mengarahkan warga mendukung bakal calon.",
    "Lurah RM Dijatuhi Sanksi\n\nWali Kota Depok menjatuhkan sanksi disiplin sedang kepada Lurah RM, Jumat "
    "(18/10/2024). Sanksi itu menindaklanjuti rekomendasi BKN atas pelanggaran netralitas.",
)


def test_an_event_leads_to_the_other_steps_of_its_affair(press):
    for text in STEPS:
        press.post(reverse("add_articles"), {"text": text})
    report, sanction = Story.objects.order_by("event_date")
    page = press.get(reverse("story", args=[sanction.pk]))
    assert "Tahap lain dari perkara yang sama" in text_of(page)
    assert reverse("story", args=[report.pk]) in page.content.decode()


def test_an_event_without_other_steps_speaks_of_none(press):
    press.post(reverse("add_articles"), {"text": STEPS[0]})
    page = press.get(reverse("story", args=[Story.objects.get().pk]))
    assert "Tahap lain" not in text_of(page)
