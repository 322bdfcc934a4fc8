"""The same circular printed in two ways is one in the register; each print keeps its article and place."""

from __future__ import annotations

import pytest

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Circular
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db
SAMPLE = (ROOT / "samples" / "articles" / "05-kota-jambi.txt").read_text(encoding="utf-8")


def confirmed(press: Actor, *texts: str) -> None:
    captures = [Capture(name=f"{n}.txt", data=text.encode()) for n, text in enumerate(texts)]
    ingest_articles(captures=captures, actor=press)
    for story in Story.objects.filter(state=Story.State.PROPOSED).order_by("id"):
        confirm_story(story=story, actor=press)


def printed_as(number: str) -> str:
    assert "05/12/EDR/IX/HKU/2024" in SAMPLE
    return SAMPLE.replace("05/12/EDR/IX/HKU/2024", number)


def test_with_and_without_the_prefix_it_is_one_circular_and_both_prints_are_kept(press: Actor) -> None:
    confirmed(press, SAMPLE, printed_as("HKM.05/12/EDR/IX/HKU/2024").replace("Pelita", "Suara"))
    row = Circular.objects.get()
    prints = {"05/12/EDR/IX/HKU/2024", "HKM.05/12/EDR/IX/HKU/2024"}
    assert row.number in prints
    assert {item["number"] for item in row.number_variants} == prints
    for item in row.number_variants:
        article = Article.objects.get(pk=item["article"])
        start, end = item["span"]
        assert item["number"] in article.text[start:end]
    assert row.state == Circular.State.PRESS
    assert row.confirmed_at is None


def test_another_number_is_another_circular(press: Actor) -> None:
    confirmed(press, SAMPLE, printed_as("06/12/EDR/IX/HKU/2024"))
    assert Circular.objects.count() == 2


def test_both_prints_in_one_article_are_one_circular(press: Actor) -> None:
    more = "\nEdaran itu juga ditulis sebagai Surat Edaran Wali Kota Jambi Nomor HKM.05/12/EDR/IX/HKU/2024.\n"
    confirmed(press, SAMPLE + more)
    assert len(Circular.objects.get().number_variants) == 2


def test_a_print_that_comes_after_the_event_was_confirmed_is_kept_and_no_new_circular_is_made(press: Actor) -> None:
    confirmed(press, SAMPLE)
    later = printed_as("HKM.05/12/EDR/IX/HKU/2024").replace("Pelita", "Suara")
    more = "\nAda juga Surat Edaran Wali Kota Jambi Nomor 77/12/EDR/IX/HKU/2024.\n"
    [article] = ingest_articles(
        captures=[Capture(name="later.txt", data=(later + more).encode())], actor=press
    ).articles
    assert article.story.state == Story.State.CONFIRMED
    row = Circular.objects.get()
    assert [item["number"] for item in row.number_variants] == ["05/12/EDR/IX/HKU/2024", "HKM.05/12/EDR/IX/HKU/2024"]
    assert row.number_variants[1]["article"] == str(article.pk)
    assert AuditEntry.objects.filter(action="circular.print").count() == 1


def test_a_print_for_an_event_that_waits_for_a_person_enters_no_register(press: Actor) -> None:
    confirmed(press, SAMPLE)
    other = printed_as("HKM.05/12/EDR/IX/HKU/2024").replace("Pelita", "Suara").replace("Jambi", "Palembang")
    ingest_articles(captures=[Capture(name="other.txt", data=other.encode())], actor=press)
    assert Story.objects.filter(state=Story.State.PROPOSED).count() == 1
    assert len(Circular.objects.get().number_variants) == 1
