"""Sending the report: once and only once, in time or kept all the same, whole, and in no row in clear."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from sinetra.apps.accounts.models import User
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.selectors import report_view
from sinetra.ports import keyring

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report_walk import ANSWERS, HERE, NAMED, STORY, Walk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


def test_sent_twice_it_is_one_report_with_one_code():
    walk = Walk(answers=NAMED).to("summary")
    last = walk.sealed
    first = walk.post(go="send").code
    walk.sealed, walk.page = last, "summary"
    assert walk.post(go="send").code == first
    assert Report.objects.count() == 1


def test_two_people_with_the_same_story_have_two_codes():
    codes = {Walk().to("summary").post(go="send").code for _ in range(2)}
    assert len(codes) == 2
    assert Report.objects.count() == 2


def sent_and_changed(language: str = "id") -> tuple[Walk, str]:
    """Filed, gone back, changed, sent again: the page that answers, and the first code."""
    walk = Walk(language).to("summary")
    before = walk.sealed
    code = walk.post(go="send").code
    walk.sealed, walk.page = before, "who"
    walk.next(name="Melati Contohsari").to("summary")
    return walk.post(go="send"), code


@pytest.mark.parametrize(
    ("language", "told", "button"),
    [
        ("id", "Kiriman pertama Anda sudah tersimpan", "Kirim sebagai laporan baru"),
        ("en", "Your first report is already filed", "Send as a new report"),
    ],
)
def test_other_words_sent_after_filing_are_explained_and_kept_and_no_second_report(language, told, button):
    walk, _ = sent_and_changed(language)
    assert (walk.page, Report.objects.count()) == ("summary", 1)
    assert told in walk.text
    assert "Melati Contohsari" in walk.text and STORY in walk.text
    assert walk.tree.xpath("string(//button[@value='send'])") == button


def test_the_first_summary_offers_no_second_report():
    walk = Walk().to("summary")
    assert "Kiriman pertama" not in walk.text
    assert walk.tree.xpath("string(//button[@value='send'])") == "Kirim ke Bawaslu"


def test_sent_as_a_new_report_it_has_a_code_of_its_own_and_twice_is_still_one():
    walk, first = sent_and_changed()
    last = walk.sealed
    second = walk.post(go="send").code
    assert second != first
    walk.sealed, walk.page = last, "summary"
    assert walk.post(go="send").code == second
    assert Report.objects.count() == 2


def test_the_explanation_stays_when_an_answer_is_changed_once_more():
    walk, _ = sent_and_changed()
    walk.post(go="who").next(name="Kenanga Contohsari").to("summary")
    assert walk.page == "summary"
    assert "Kiriman pertama Anda sudah tersimpan" in walk.text
    walk.post(go="send")
    assert Report.objects.count() == 2


def test_a_report_after_the_deadline_is_kept_as_initial_information_and_the_page_says_so():
    late = {"happened_on": "2024-10-30", "known_on": "2024-11-01"}
    walk = Walk(answers=NAMED | {"when": late}).to("summary").post(go="send")
    assert "Batas waktu lapor sudah lewat" in walk.text
    assert "informasi awal" in walk.text
    assert Report.objects.get().kept_as == "initial_information"


def test_a_report_in_time_names_the_day_that_is_due():
    walk = Walk(answers=NAMED).to("summary").post(go="send")
    assert "Batas waktu lapor sudah lewat" not in walk.text
    assert walk.tree.xpath("//section[@aria-labelledby='batas']//details[contains(@class, 'clock')]//li")


def test_an_installation_of_a_city_shows_the_way_to_bawaslu_and_stores_nothing(settings):
    walk = Walk().to("summary")
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/id/lapor/"
    for answer in (
        Client().get(HERE["id"]),
        Client().post(HERE["id"], {"sealed": walk.sealed, "page": "summary", "go": "send"}),
    ):
        assert "https://bawaslu.example/id/lapor/" in answer.content.decode()
        assert "<textarea" not in answer.content.decode()
        assert not answer.cookies
    assert not Report.objects.exists()


def received(actor) -> Any:
    return report_view(actor("staf.bawaslu"), Report.objects.get().pk)


@pytest.mark.parametrize("story", ["a" * 10_000, "baris\r\n" * 1_666 + "xxxx", "🙂é" * 5_000])
def test_ten_thousand_characters_are_kept_whole(story, actor):
    walk = Walk(answers=ANSWERS | {"what": {"what": story, "acts": ["like"]}}).to("summary").post(go="send")
    assert walk.code, walk.faults
    assert received(actor).what == story.replace("\r\n", "\n")


def test_more_than_ten_thousand_are_told_beside_the_field_and_stay_typed():
    walk = Walk().to("what").next(what="a" * 10_001)
    assert walk.page == "what"
    assert walk.faults
    assert walk.typed()["what"] == "a" * 10_001


HOSTILE = "<script>alert('x')</script>\x00\u202e\u200f\"onmouseover=\"x\" {{ 7|add:7 }} {% now 'Y' %}"


def test_hostile_text_is_kept_as_text_and_shown_as_text(actor, signed_in):
    answers = ANSWERS | {
        "what": {"what": HOSTILE * 2, "acts": ["like"]},
        "where": {"region": "99.71.01", "where": HOSTILE},
        "who": {"role": "lurah", "name": HOSTILE, "unit": HOSTILE},
    }
    walk = Walk(answers=answers)
    while walk.page != "summary":
        before = walk.page
        walk.next()
        assert walk.page != before, walk.faults
        assert not walk.tree.xpath("//script[not(@src)] | //@onmouseover")
    kept = HOSTILE.replace("\x00", "")
    assert kept in str(walk.tree.text_content())
    walk.post(go="send")
    assert walk.code
    assert received(actor).what == kept * 2
    assert received(actor).reported[0].name == kept
    page = signed_in("staf.bawaslu").get(f"/kerja/id/laporan/{Report.objects.get().pk}/").content.decode()
    assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in page
    assert "\x00" not in page


def test_the_words_of_the_story_stand_in_no_row_in_clear():
    Walk(answers=NAMED).to("summary").post(go="send")
    report, identity = Report.objects.get(), Identity.objects.get()
    plain = repr([report.__dict__, identity.__dict__]).encode()
    for word in (b"menyukai", b"Gaharu", b"Teratai", b"Kamboja", b"0800-0000-0001"):
        assert word not in plain
        assert word not in bytes(report.what_sealed) + bytes(report.where_sealed) + bytes(report.reported_sealed)
        assert word not in bytes(identity.sealed)


def test_without_a_vault_a_name_is_not_taken_and_the_other_way_is_offered():
    CustodianKey.objects.update(retired_at=datetime.now(UTC))
    walk = Walk(answers=NAMED).to("summary").post(go="send")
    assert walk.page == "summary"
    assert "informasi awal" in walk.faults[0]
    assert not Report.objects.exists()


def test_staff_who_are_signed_in_file_as_anybody(signed_in):
    """The session cookie has the staff path; a browser never sends it here, and if it came it would not be read."""
    client = signed_in("staf.bawaslu")
    answer = client.get(HERE["id"])
    assert not answer.cookies
    assert "staf.bawaslu" not in answer.content.decode()
    assert User.objects.filter(username="staf.bawaslu").exists()


def test_a_key_ring_without_the_view_key_is_not_guessed():
    assert keyring.open_sealed("view", keyring.seal("view", b"x", b"form:a"), b"form:a") == b"x"
    with pytest.raises(Exception, match=r".+"):
        keyring.open_sealed("view", keyring.seal("view", b"x", b"form:a"), b"form:b")
