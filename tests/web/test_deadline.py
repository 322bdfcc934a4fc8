"""Hitung tenggat: the page counts as core does, shows every line and reading, and names what cannot be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import main_words, tree_of

from sinetra.apps.base.catalogue import clock
from sinetra.apps.registry.regions import import_regions

pytestmark = pytest.mark.django_db


@pytest.fixture
def papua(tmp_path: Path) -> Path:
    table = tmp_path / "wilayah.csv"
    table.write_text("kode,nama\n91,Papua\n91.71,Kota Jayapura\n", "utf-8")
    return table


def page(language: str = "id", **query: str) -> Any:
    answer = Client().get(f"/{language}/tenggat/", query)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    return tree_of(answer)


def verdict(tree: Any) -> str:
    return " ".join("".join(found.itertext()) for found in tree.xpath("//h2[@class='verdict']"))


def lines(tree: Any) -> list[str]:
    return ["".join(item.itertext()) for item in tree.xpath("//article//ol/li")]


def errors(tree: Any) -> str:
    return " ".join("".join(found.itertext()) for found in tree.xpath("//div[@role='alert']"))


def test_the_empty_page_offers_every_rule_of_the_catalogue_and_computes_nothing() -> None:
    tree = page()
    assert {value for value in tree.xpath("//select[@name='aturan']//option/@value") if value} == set(clock().rules.ids)
    assert not verdict(tree)
    assert not errors(tree)
    assert len(tree.xpath("//script")) == 0
    assert tree.xpath("//main//form/@method") == ["get"]


def test_voting_day_is_skipped_with_its_decree_and_was_counted_before_it() -> None:
    after = page(aturan="pp94.summons", dari="2024-11-20")
    assert "Senin, 2 Desember 2024" in verdict(after)
    assert any("27 November 2024: hari libur (Keppres 33/2024)" in line for line in lines(after))
    before = page(aturan="pp94.summons", dari="2024-11-20", per="2024-11-20")
    assert "Jumat, 29 November 2024" in verdict(before)
    assert any("Keppres 33/2024 baru terbit 21 November 2024" in line for line in lines(before))


def test_bengkulu_shows_both_readings_and_says_that_nobody_read_the_text() -> None:
    shown = main_words(page(aturan="skb.follow_up", dari="2022-10-25"))
    assert "Senin, 14 November 2022" in shown
    assert "Selasa, 8 November 2022" in shown
    assert "14 hari kalender" in shown
    assert "belum dibaca pada naskah resmi" in shown
    sure = main_words(page(aturan="pilkada.filing", dari="2024-10-28"))
    assert "belum dibaca pada naskah resmi" not in sure


def test_the_place_gives_the_zone_and_a_zone_stands_above_it(papua: Path) -> None:
    import_regions(papua)
    asked = {"aturan": "pilkada.criminal_referral", "dari": "2024-11-20", "jam": "23:30"}
    assert "21 November 2024 (23.30 WIB)" in verdict(page(**asked))
    assert "23.30 WIT)" in verdict(page(**asked, wilayah="Kota Jayapura"))
    assert "23.30 WITA)" in verdict(page(**asked, wilayah="91.71", zona="WITA"))


def test_a_six_day_week_joint_leave_and_an_own_length_change_the_day() -> None:
    assert "Sabtu, 30 November 2024" in verdict(page(aturan="pp94.summons", dari="2024-11-21", minggu="6"))
    assert "12 April 2024" in verdict(page(aturan="sbt.bawaslu_study", dari="2024-04-05", cuti="count"))
    assert "21 November 2024" in verdict(page(aturan="ppk.follow_up", dari="2024-11-18", lama="3"))


def test_a_window_says_from_when_it_holds_and_what_is_disputed() -> None:
    shown = page(aturan="pilkada.consent_before_determination", dari="2024-09-22")
    assert verdict(shown) == "Berlaku sejak Jumat, 22 Maret 2024"
    assert any("diperselisihkan" in line for line in lines(shown))


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ({"aturan": "tidak.ada", "dari": "2024-11-20"}, "aturan", ""),
        ({"aturan": "pp94.summons", "dari": ""}, "dari", ""),
        ({"aturan": "pp94.summons", "dari": "besok"}, "dari", ""),
        ({"aturan": "pp94.summons", "dari": "2040-01-02"}, "dari", "2027"),
        ({"aturan": "pp94.summons", "dari": "2010-01-04"}, "dari", "2021-08-31"),
        ({"aturan": "pilkada.criminal_referral", "dari": "2024-11-20"}, "dari", "jam"),
        ({"aturan": "pp94.summons", "dari": "2024-11-20", "wilayah": "Atlantis"}, "wilayah", "Atlantis"),
        ({"aturan": "pp94.summons", "dari": "2024-11-20", "wilayah": "98.01"}, "wilayah", "98"),
        ({"aturan": "pp94.summons", "dari": "2024-11-20", "minggu": "7"}, "minggu", ""),
        ({"aturan": "pp94.summons", "dari": "2024-11-20", "per": "kapan"}, "per", ""),
        ({"aturan": "pp94.summons", "dari": "2024-11-20", "lama": "30"}, "lama", "7"),
    ],
)
def test_what_cannot_be_counted_is_named_and_what_was_typed_stays(
    query: dict[str, str], field: str, words: str
) -> None:
    tree = page(**query)
    assert not verdict(tree)
    assert tree.xpath(f"//div[@role='alert']//a[@href='#id_{field}']")
    assert words in errors(tree)
    kept = query["dari"]
    assert tree.xpath("//input[@name='dari']/@value") == [kept]


def test_the_machine_form_has_the_same_due_day() -> None:
    tree = page(aturan="pp94.summons", dari="2024-11-20", jam="23:30", zona="WIT", minggu="6", per="2024-11-20")
    (address,) = tree.xpath("//a[starts-with(@href, '/api/v1/deadlines/')]/@href")
    found = Client().get(address).json()
    assert found["due_at"] == "2024-11-28T23:59:59+09:00"
    assert "28 November 2024" in verdict(tree)


def test_english_is_complete_on_the_page() -> None:
    shown = main_words(page("en", aturan="pp94.effect", dari="2024-12-02"))
    assert "In effect from Monday, 23 December 2024" in shown
    assert "15 calendar days" in shown
    assert not [word for word in ("Berlaku", "dilewati", "hari kerja", "Sumber") if word in shown]


def test_it_is_linked_from_where_people_look() -> None:
    for address in ("/id/", "/id/aturan/"):
        tree = tree_of(Client().get(address))
        assert tree.xpath("//a[@href='/id/tenggat/']"), address
    norm = tree_of(Client().get("/id/aturan/skb2022.pd-6/", {"pada": "2024-11-22"}))
    links = norm.xpath("//a[starts-with(@href, '/id/tenggat/?aturan=')]/@href")
    assert links
    assert all(Client().get(link).status_code == 200 for link in links)
