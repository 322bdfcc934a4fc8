"""Pages skipped, fields changed, strange signs, other sites: the form answers in words and stores nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client

from sinetra.apps.reports.models import Identity, Report
from sinetra.web import sealed

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report_walk import ANSWERS, HERE, NAMED, STORY, Walk, same

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


def test_a_region_that_does_not_exist_is_not_found_and_the_page_says_what_to_do():
    walk = Walk().to("where").post(go="find", search="Negeri Dongeng")
    assert not walk.tree.xpath("//input[@name='region']")
    assert "Tidak ada yang cocok" in walk.text


@pytest.mark.parametrize("search", ["\x00\x00\x00", "%%%", "'; DROP", "99.71.01\x00", "x" * 5000, "…", "\u202e99.71"])
def test_a_strange_search_is_no_error_of_ours(search):
    assert Walk().to("where").post(go="find", search=search).page == "where"


@pytest.mark.parametrize("given", ["\x00", "99.71.01\x00", "x" * 5000, "' OR 1=1"])
def test_a_strange_region_is_told_beside_the_field(given):
    walk = Walk().to("where").next(region=given)
    assert walk.page == "where"
    assert walk.faults


def test_the_summary_cannot_be_reached_by_skipping_a_page():
    for page, go in (("channel", "summary"), ("summary", "summary"), ("summary", "send"), ("summary", "next")):
        walk = Walk().to("when")
        walk.post(page=page, go=go)
        assert walk.page == "when", (page, go)
        assert not walk.code
    assert not Report.objects.exists()


def test_who_gives_initial_information_cannot_be_led_to_the_page_about_themselves():
    walk = Walk().to("summary").post(go="reporter")
    assert walk.page == "summary"
    assert Walk().to("who").post(page="reporter", go="next").page in {"who", "summary"}


@pytest.mark.parametrize("page", ["channel", "what", "summary", "reporter", "nowhere", ""])
@pytest.mark.parametrize("go", ["find", "send", "back", "next", "reporter", "nowhere"])
def test_no_combination_of_page_and_button_is_an_error_of_ours(page, go):
    Walk().to("where").post(page=page, go=go)
    assert not Report.objects.exists()


def test_a_change_from_named_to_nameless_asks_and_sends_no_name():
    walk = Walk(answers=NAMED).to("summary").post(go="channel").post(channel="initial_information")
    walk.answers = ANSWERS
    walk.to("summary")
    assert "Kamboja Contohwan" not in walk.text
    walk.post(go="send")
    assert walk.code
    assert not Identity.objects.exists()


def test_a_changed_sealed_field_is_told_and_only_what_cannot_be_read_is_lost():
    walk = Walk().to("what")
    walk.sealed = walk.sealed[:-6] + ("AAAA" if not walk.sealed.endswith("AAAA") else "BBBB") + walk.sealed[-2:]
    walk.next()
    assert walk.page == "channel"
    assert "Mulai lagi" in " ".join(walk.faults)
    walk.next()
    same(walk.typed(), ANSWERS["what"])
    assert walk.to("summary").post(go="send").code


@pytest.mark.parametrize("given", ["", "x", "é\ud83d\ude00".encode("utf-16", "surrogatepass").hex(), "A" * 400, "\x00"])
def test_a_sealed_field_that_is_none_is_told(given):
    walk = Walk().to("what")
    walk.sealed = given
    assert walk.next().page == "channel"
    assert walk.faults


def test_a_sealed_field_of_another_form_is_refused():
    walk = Walk().to("what")
    walk.sealed = sealed.seal("follow", {"report": "x"})
    assert walk.next().page == "channel"
    assert walk.faults


def test_after_a_day_the_answers_are_gone_and_the_page_says_why(monkeypatch):
    walk = Walk().to("when")
    late = sealed.time.time() + 24 * 3600 + 60
    monkeypatch.setattr(sealed.time, "time", lambda: late)
    walk.next()
    assert walk.page == "channel"
    assert "terlalu lama" in walk.faults[0]


def test_shortly_before_a_day_the_answers_are_still_there(monkeypatch):
    walk = Walk().to("when")
    late = sealed.time.time() + 24 * 3600 - 60
    monkeypatch.setattr(sealed.time, "time", lambda: late)
    assert walk.next().page == "where"


def test_the_sealed_field_shows_nothing_of_the_answers():
    walk = Walk().to("when")
    assert "lurah" not in walk.sealed
    with pytest.raises(Exception, match="Isian"):
        sealed.unseal("follow", walk.sealed)
    assert sealed.unseal("report", walk.sealed)["what"]["what"] == STORY


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://lain.example"}])
def test_a_post_from_another_site_is_refused_and_stores_nothing(headers):
    walk = Walk().to("summary")
    given = {"sealed": walk.sealed, "page": "summary", "go": "send"}
    assert walk.client.post(walk.address, given, headers=headers).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(method):
    assert getattr(Client(), method)(HERE["id"]).status_code == 405
