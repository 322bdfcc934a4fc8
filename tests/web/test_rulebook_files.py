"""The rulebook as table, CSV and XLSX, and what changed between two days, as pages."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from lxml import html
from openpyxl import load_workbook

from sinetra.apps.base.catalogue import cases_of, rulebook
from sinetra.core.cells import as_text
from sinetra.core.law.changes import changes
from sinetra.core.law.checks import displaced, displacers
from sinetra.web.law_view import ladder
from sinetra.web.public.rulebook_files import COLUMNS
from sinetra.web.public.rulebook_rows import heaviest

pytestmark = pytest.mark.django_db
FILTERS = [
    {"pada": "2024-11-22"},
    {"pada": "2019-04-01", "siapa": "pns"},
    {"pada": "2024-11-22", "siapa": "pns", "jabatan": "camat", "perbuatan": "mobilise_asn", "jalur": "criminal"},
]

# What gives way to a norm, and to what it gives way; who receives and decides, by day.
YIELDING = (
    "//h2[contains(., 'didahulukan')]/following-sibling::p[contains(., 'mengalah')]/following-sibling::ul[1]//a/@href"
)
BODIES = "//h2[contains(., 'Siapa yang menerima')]/following-sibling::dl[1]"


def page(address: str, **query: str) -> Any:
    answer = Client().get(address, query)
    assert answer.status_code == 200
    return html.document_fromstring(answer.content.decode())


def links(tree: Any, part: str) -> list[str]:
    return [str(link) for link in tree.xpath("//main//a/@href") if part in link]


def rules(tree: Any, selector: str) -> set[str]:
    return {link.split("/aturan/")[1].split("/")[0] for link in tree.xpath(selector)}


@pytest.mark.parametrize("query", FILTERS)
def test_list_table_csv_and_xlsx_hold_the_same_norms(query):
    listed = page("/id/aturan/", **query)
    shown = rules(listed, "//a[@class='rule-title']/@href")
    assert shown
    table = page(links(listed, "tabel/")[0])
    assert rules(table, "//tbody//th//a/@href") == shown
    lines = list(csv.DictReader(Client().get(links(table, "daftar.csv")[0]).content.decode().splitlines()))
    assert {line["rule"] for line in lines} == shown
    sheet = load_workbook(BytesIO(Client().get(links(listed, "daftar.xlsx")[0]).content)).worksheets[0]
    first, *rest = sheet.iter_rows(values_only=True)
    assert first == COLUMNS
    assert [tuple(value or "" for value in row) for row in rest] == [tuple(line.values()) for line in lines]


def test_every_line_of_a_file_has_the_article_beside_the_rule():
    lines = list(csv.DictReader(Client().get("/id/aturan/daftar.csv?pada=2024-11-22").content.decode().splitlines()))
    book = rulebook()
    for line in lines:
        assert line["source"]
        assert line["source_confidence"] in {"terverifikasi", "pers", "perlu-cek"}
        assert line["title_en"] == book.norm(line["rule"]).title.en
        assert line["opened_by"]
        assert line["page"].endswith(f"/id/aturan/{line['rule']}/")


def test_a_cell_that_a_spreadsheet_would_compute_is_a_text():
    for value in ("=1+1", "+62", "-1", "@SUM(A1)", "\tx"):
        assert as_text(value) == f"'{value}"
    assert as_text("Pasal 5 - huruf n") == "Pasal 5 - huruf n"


def test_the_workbook_tells_its_date_and_filters_on_a_sheet_of_its_own():
    answer = Client().get("/en/aturan/daftar.xlsx?pada=2024-11-22&siapa=tni")
    assert answer["Content-Disposition"] == 'attachment; filename="sinetra-aturan-2024-11-22-tni.xlsx"'
    about = load_workbook(BytesIO(answer.content)).worksheets[1]
    text = "\n".join(str(row[0]) for row in about.iter_rows(values_only=True))
    assert "22 November 2024" in text
    assert "siapa=tni" in text
    assert "perlu-cek" in text


def test_a_row_says_since_when_and_by_which_event_with_sanction_and_body():
    tree = page("/id/aturan/", pada="2022-01-10", siapa="pns")
    [row] = tree.xpath("//ul[@class='rule-lines']/li[.//a[contains(@href, '/aturan/pp94.n-2/')]]")
    text = " ".join(row.text_content().split())
    assert "Hukuman disiplin sedang" in text
    assert "Bawaslu → KASN → PPK" in text
    assert "sejak 31 Agustus 2021 (PP 94/2021)" in text


def test_what_is_allowed_stands_before_what_is_forbidden():
    tree = page("/id/aturan/", pada="2024-11-22", siapa="pns")
    for section in tree.xpath("//section[@class='rules']"):
        heads = [head.text_content().strip() for head in section.xpath(".//h3")]
        assert heads == sorted(heads, key=["Yang boleh", "Dilarang"].index)
    assert tree.xpath("//h3[contains(., 'Yang boleh')]")


def test_the_filters_stay_in_the_form_and_an_unknown_one_is_explained():
    tree = page("/id/aturan/", pada="2024-11-22", siapa="pns", jabatan="camat")
    assert tree.xpath("//select[@name='siapa']/option[@selected]/@value") == ["pns"]
    assert tree.xpath("//select[@name='jabatan']/option[@selected]/@value") == ["camat"]
    wrong = page("/id/aturan/", siapa="raja")
    assert wrong.xpath("//div[@class='errors']//a/@href") == ["#id_siapa"]


def test_nothing_found_teaches_that_it_is_no_permission():
    tree = page("/id/aturan/", pada="2024-11-22", siapa="tni", jabatan="camat")
    assert rules(tree, "//a[@class='rule-title']/@href") == set()
    assert "itu bukan izin" in tree.text_content()
    assert page("/id/aturan/", pada="2024-11-22").xpath("//a[@class='rule-title']")


def test_the_page_of_changes_shows_every_norm_that_changed_and_the_day():
    found = changes(rulebook(), date(2024, 8, 1), date(2024, 11, 22))
    assert found
    tree = page("/id/aturan/perubahan/", dari="2024-08-01", sampai="2024-11-22")
    assert rules(tree, "//main//section//a/@href") == {item.norm.id for item in found}
    assert len(tree.xpath("//main//section[@class='rules']")) == len({item.day for item in found})
    assert tree.xpath("//ins[contains(., 'BKN')]")
    assert tree.xpath("//del[contains(., 'KASN')]")


def test_days_between_which_nothing_changed_say_so():
    tree = page("/id/aturan/perubahan/", dari="2024-08-24", sampai="2024-08-25")
    assert "Tidak ada yang berubah" in tree.text_content()
    assert tree.xpath("//main//section[@class='rules']") == []


def test_days_in_the_wrong_order_are_explained_beside_the_second():
    tree = page("/id/aturan/perubahan/", dari="2024-08-24", sampai="2024-08-20")
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_sampai"]


@pytest.mark.parametrize("wrong", [{"dari": "2024-08-24", "sampai": "2024-08-20"}, {"dari": "2024-13-40"}])
def test_days_that_cannot_be_used_have_no_changes_and_no_word_that_nothing_changed(wrong):
    tree = page("/id/aturan/perubahan/", **wrong)
    assert tree.xpath("//div[@class='errors']")
    assert not tree.xpath("//main//section[@class='rules']")
    assert "Tidak ada yang berubah" not in tree.text_content() and "Sesudah 24" not in tree.text_content()


def test_many_rules_are_folded_by_track_and_a_few_stand_open():
    every = page("/id/aturan/", pada="2024-11-22")
    assert len(every.xpath("//details[contains(@class, 'rules')]/summary/h2")) > 3
    assert not every.xpath("//details[contains(@class, 'rules')][@open]")
    few = page("/id/aturan/", pada="2024-11-22", siapa="pns", perbuatan="like")
    folds = few.xpath("//details[contains(@class, 'rules')]")
    assert folds and all(item.get("open") is not None for item in folds)


def test_a_rule_of_the_list_opens_on_the_day_of_the_list():
    tree = page("/id/aturan/", pada="2023-02-01")
    assert all(link.endswith("?pada=2023-02-01") for link in tree.xpath("//a[@class='rule-title']/@href"))


def test_the_changes_can_be_asked_for_one_track():
    tree = page("/id/aturan/perubahan/", dari="2024-08-01", sampai="2024-11-22", jalur="criminal")
    found = rules(tree, "//main//section//a/@href")
    assert found
    assert {str(rulebook().norm(name).track) for name in found} == {"criminal"}


def test_a_norm_shows_what_opened_and_closed_its_versions_and_what_gives_way():
    book = rulebook()
    several = next(norm for norm in book.norms if len(norm.versions) > 1)
    tree = page(f"/id/aturan/{several.id}/")
    text = " ".join(tree.xpath("//ul[@class='timeline']")[0].text_content().split())
    for version in several.versions:
        assert f"dibuka: {version.source_event}" in text
    assert f"ditutup: {several.versions[1].source_event}" in text
    special = next(norm for norm in book.norms if norm.displaces)
    general = [norm.id for norm in displaced(special, book.norms)]
    assert general
    assert set(general) <= rules(page(f"/id/aturan/{special.id}/"), YIELDING)
    for name in general:
        assert special.id in rules(page(f"/id/aturan/{name}/"), YIELDING)
    alone = next(norm for norm in book.norms if not displaced(norm, book.norms) and not displacers(norm, book.norms))
    assert not rules(page(f"/id/aturan/{alone.id}/"), YIELDING)


def test_a_norm_shows_its_bodies_by_date_and_its_deadlines():
    norm = next(norm for norm in rulebook().norms if len(norm.routes) > 1 and norm.clocks)
    tree = page(f"/id/aturan/{norm.id}/", pada="2024-11-22")
    bodies = [" ".join(row.text_content().split()) for row in tree.xpath(f"{BODIES}/div")]
    assert len(bodies) == len(norm.routes)
    assert any("KASN" in text for text in bodies)
    assert any("BKN" in text for text in bodies)
    assert tree.xpath("//h2[.='Tenggat']/following-sibling::ul[1]/li[contains(., 'sejak')]")


def test_an_older_version_can_be_looked_at_on_its_own_day():
    norm = next(norm for norm in rulebook().norms if len(norm.versions) > 1)
    tree = page(f"/id/aturan/{norm.id}/")
    older = tree.xpath("//ul[@class='timeline']//a/@href")[0]
    seen = page(f"/id/aturan/{norm.id}/{older}")
    assert seen.xpath("//ul[@class='timeline']//a/@href") != tree.xpath("//ul[@class='timeline']//a/@href")


def test_a_norm_shows_the_real_cases_with_what_was_found_and_where_it_was_read():
    with_cases = [norm for norm in rulebook().norms if cases_of(norm.id)]
    assert with_cases
    for norm in with_cases:
        tree = page(f"/id/aturan/{norm.id}/")
        shown = [str(name) for name in tree.xpath("//ul[@class='cases']/li/@id")]
        assert shown == [item.case.id for item in cases_of(norm.id)]
        assert len(tree.xpath("//ul[@class='cases']/li[.//a[starts-with(@href, 'http')]]")) == len(shown)
        assert "pelanggar " not in " ".join(tree.xpath("//ul[@class='cases']")[0].text_content().split()).lower()
    without = next(norm for norm in rulebook().norms if not cases_of(norm.id))
    assert "Perkara nyata" not in page(f"/id/aturan/{without.id}/").text_content()


def test_what_a_contract_says_is_no_rung_above_a_dismissal_and_not_the_heaviest():
    rungs = [rung.text for rung in ladder("discipline", ["employer_rule", "discipline_heavy"]).rungs]
    assert rungs.index("Menurut kontrak atau aturan pemberi kerja") < rungs.index("Hukuman disiplin ringan")
    both = next(
        norm
        for norm in rulebook().norms
        if {"employer_rule", "discipline_heavy"} <= {str(item.sanction_class) for item in norm.sanctions}
    )
    assert heaviest(both.sanctions) == "Hukuman disiplin berat"
