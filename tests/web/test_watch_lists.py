"""The pages of watch lists and of the week: what they show, what they refuse with its reason, and who may not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of

from sinetra.apps.monitoring.models import WatchHit, WatchList
from sinetra.apps.monitoring.week import last_week, this_week
from sinetra.catalogue import ROOT
from sinetra.web.article_view import QUOTED

pytestmark = pytest.mark.django_db
SAMPLES = sorted((ROOT / "samples" / "articles").glob("*.txt"))


@pytest.fixture
def press(signed_in, places) -> Client:
    return signed_in("humas")


def make(client: Client, **more: Any) -> Any:
    given = {"name": "Edaran dan sanksi", "words": "surat edaran\r\nsanksi\r\n", **more}
    return client.post(reverse("new_watch_list"), given, follow=True)


def bring_in(client: Client) -> None:
    for path in SAMPLES:
        client.post(reverse("add_articles"), {"text": path.read_text(encoding="utf-8")})


def test_no_list_yet_teaches_the_next_step(press):
    tree = tree_of(press.get(reverse("watch_lists")))
    assert tree.xpath("//div[@class='empty']//a/@href") == [reverse("new_watch_list")]


def test_a_list_is_made_changed_and_stopped(press):
    answer = make(press)
    row = WatchList.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("watch_list", args=[row.pk])
    assert row.words == ["surat edaran", "sanksi"]
    tree = tree_of(press.get(reverse("change_watch_list", args=[row.pk])))
    assert tree.xpath("string(//textarea[@name='words'])").strip() == "surat edaran\nsanksi"
    changed = {"name": "Edaran", "words": "surat edaran", "event_types": ["circular"], "regions": "63.72"}
    press.post(reverse("change_watch_list", args=[row.pk]), changed)
    row.refresh_from_db()
    assert (row.words, row.event_types, row.regions) == (["surat edaran"], ["circular"], ["63.72"])
    assert "dihentikan" in text_of(press.post(reverse("stop_watch_list", args=[row.pk]), follow=True))
    assert press.post(reverse("stop_watch_list", args=[row.pk])).status_code == 409
    assert not tree_of(press.get(reverse("watch_list", args=[row.pk]))).xpath("//div[@class='actions']")


@pytest.mark.parametrize(
    ("field", "term", "why"),
    [
        ("words", "@budi", "akun"),
        ("words", "Budi Santoso", "nama orang"),
        ("offices", "081234567890", "nomor"),
        ("name", "Rangga Wiratmaja", "nama orang"),
        ("offices", "lentera", "bukan kantor"),
        ("regions", "77.99", "tidak dikenal"),
    ],
)
def test_a_refusal_stands_at_its_field_with_the_term_and_keeps_what_was_typed(press, field, term, why):
    answer = make(press, **{field: term})
    tree = tree_of(answer)
    assert tree.xpath("//div[@class='errors']//a/@href") == [f"#id_{field}"]
    assert why in text_of(answer)
    assert term in answer.content.decode()
    if field != "words":
        assert "surat edaran" in tree.xpath("string(//textarea[@name='words'])")
    assert not WatchList.objects.exists()


def test_what_was_found_leads_to_its_words_in_the_text(press):
    make(press)
    bring_in(press)
    row = WatchList.objects.get()
    tree = tree_of(press.get(reverse("watch_list", args=[row.pk])))
    links = tree.xpath("//tbody//td[2]//a/@href")
    assert len(links) > 2
    for link in links:
        address, _hash, mark = link.partition("#")
        page = tree_of(press.get(address))
        assert page.xpath("//mark[@id=$id]", id=mark), link
    own = next(link for link in links if link.endswith(QUOTED))
    assert tree_of(press.get(own.partition("#")[0])).xpath("string(//mark[@id='fakta-kutipan'])").lower() in (
        "surat edaran",
        "sanksi",
    )


def test_marking_as_seen_says_by_whom(press):
    make(press)
    bring_in(press)
    row = WatchList.objects.get()
    assert "ada" in text_of(press.get(reverse("watch_lists")))
    hit = WatchHit.objects.all()[0]
    answer = press.post(reverse("see_watch_hit", args=[hit.pk]), follow=True)
    hit.refresh_from_db()
    assert answer.redirect_chain[-1][0] == reverse("watch_list", args=[row.pk])
    assert hit.seen_by is not None
    assert f"oleh {hit.seen_by.name}" in text_of(answer)
    assert press.get(reverse("see_watch_hit", args=[hit.pk])).status_code == 405


def numbers_of(tree: Any) -> list[tuple[int, str]]:
    return [
        (int(link.text), link.get("href")) for link in tree.xpath("//dl[@class='pairs']//dd/a") if link.text.isdigit()
    ]


def test_every_number_of_the_week_opens_a_list_of_that_length(press):
    make(press)
    bring_in(press)
    numbers = numbers_of(tree_of(press.get(reverse("digest"))))
    assert len(numbers) >= 6
    for number, address in numbers:
        answer = press.get(address.partition("#")[0])
        assert answer.status_code == 200
        if "/artikel/" not in address:
            assert len(tree_of(answer).xpath("//tbody/tr")) == number, address


def test_confirmed_circulars_and_agreements_of_the_press_are_listed(signed_in, articles):
    press = signed_in("humas")
    week = this_week("99.71").monday.isoformat()
    for name, said in (("circulars", "05/12/EDR/IX/HKU/2024"), ("agreements", "Banjarmasin")):
        answer = press.get(reverse("digest_list", args=[week, name]))
        assert said in text_of(answer)
        assert len(tree_of(answer).xpath("//tbody/tr")) == 1


def test_the_week_is_also_paper_and_data(press):
    make(press)
    bring_in(press)
    week = this_week("99.71").monday.isoformat()
    paper = press.get(reverse("digest_file", args=[week]))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert paper.content == press.get(reverse("digest_file", args=[week])).content
    data = press.get(reverse("digest_data", args=[week])).json()
    assert sum(row["number"] for row in data["events"]) == 4
    assert data["watch_lists"][0]["number"] == WatchHit.objects.count()
    assert data["differing"] == 1
    assert data["cases"][0]["value"] == 0


def test_an_empty_week_says_so_on_page_paper_and_data(press):
    week = last_week("99.71").monday.isoformat()
    answer = press.get(reverse("digest_week", args=[week]))
    assert "Tidak ada berita baru dalam minggu ini" in text_of(answer)
    assert press.get(reverse("digest_file", args=[week])).content.startswith(b"%PDF")
    assert press.get(reverse("digest_data", args=[week])).json()["empty"] is True


@pytest.mark.parametrize("week", ["2024-11-19", "kemarin", "9999-12-27", "0001-01-01"])
def test_a_week_that_is_none_is_not_found(press, week):
    for name in ("digest_week", "digest_file", "digest_data"):
        assert press.get(reverse(name, args=[week])).status_code == 404
    assert press.get(reverse("digest_list", args=[this_week("99.71").monday.isoformat(), "semua"])).status_code == 404


PLAIN = ("watch_lists", "new_watch_list", "digest")
OF_LIST = ("watch_list", "change_watch_list", "stop_watch_list")


@pytest.mark.parametrize("username", ["auditor.bkn", "admin", "orang.luar", "kustodian", "ppk", "inspektorat"])
def test_who_has_no_part_in_the_press_room_is_refused(username, press, signed_in):
    make(press)
    bring_in(press)
    other = signed_in(username)
    row, hit = WatchList.objects.get(), WatchHit.objects.all()[0]
    week = this_week("99.71").monday.isoformat()
    answers = [other.get(reverse(name)) for name in PLAIN]
    answers += [other.get(reverse(name, args=[row.pk])) for name in OF_LIST]
    answers += [other.get(reverse(name, args=[week])) for name in ("digest_week", "digest_file", "digest_data")]
    answers += [other.get(reverse("digest_list", args=[week, "events"])), make(other)]
    answers += [other.post(reverse("stop_watch_list", args=[row.pk]))]
    answers += [other.post(reverse("see_watch_hit", args=[hit.pk]))]
    assert {answer.status_code for answer in answers} == {403}


def test_another_office_finds_none_of_it(press, signed_in):
    make(press)
    bring_in(press)
    other = signed_in("staf.bawaslu")
    row, hit = WatchList.objects.get(), WatchHit.objects.all()[0]
    assert {other.get(reverse(name, args=[row.pk])).status_code for name in OF_LIST} == {404}
    assert other.post(reverse("see_watch_hit", args=[hit.pk])).status_code == 404
    assert not tree_of(other.get(reverse("watch_lists"))).xpath("//tbody/tr")
    assert "Tidak ada berita baru" in text_of(other.get(reverse("digest")))


def test_the_team_reads_and_has_no_buttons(press, signed_in):
    make(press)
    bring_in(press)
    team = signed_in("tim.netralitas")
    row = WatchList.objects.get()
    page = tree_of(team.get(reverse("watch_list", args=[row.pk])))
    assert page.xpath("//tbody/tr")
    assert not page.xpath("//tbody//form | //main//div[@class='actions']")
    assert team.get(reverse("new_watch_list")).status_code == 403
