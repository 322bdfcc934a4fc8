"""Evidence of the demonstration on a phone: looked at, drawn over with a finger, covered by numbers without scripts,
its original taken for a reason; no page of it keeps anybody out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from barriers import barriers
from bench.site import Site
from test_one_path_walks import sign_in_as

from conftest import PHONE

pytestmark = pytest.mark.browser
SIDES = ("left", "top", "width", "height")


def _photo(page: Page) -> str:
    sign_in_as(page, "Staf Bawaslu|Dahlia")
    page.goto("/kerja/id/perkara/")
    page.get_by_role("link", name="001/2024").first.click()
    page.get_by_role("link", name="foto-lapangan.jpg").click()
    expect(page.locator("figure img")).to_be_visible()
    return page.url


def _is_open_to_all(page: Page) -> None:
    assert barriers(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_photo_is_looked_at_drawn_over_and_its_original_taken(page: Page) -> None:
    address = _photo(page)
    expect(page.get_by_text("mirip, mungkin dipotong atau tangkapan layar")).to_be_visible()
    expect(page.locator("figure img")).to_have_js_property("naturalWidth", 1200)
    _is_open_to_all(page)

    page.get_by_role("link", name="Samarkan").click()
    _is_open_to_all(page)
    place = page.locator("#gambar").bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 20, place["y"] + place["height"] * 0.7)
    page.mouse.down()
    page.mouse.move(place["x"] + 90, place["y"] + place["height"] * 0.9)
    page.mouse.up()
    assert all(page.locator(f"[name=box-0-{side}]").input_value() for side in SIDES)
    page.locator("[name=note]").fill("orang lewat di kiri")
    page.get_by_role("button", name="Buat salinan tersamar").click()
    expect(page.get_by_text("Salinan tersamar dibuat")).to_be_visible()
    _is_open_to_all(page)

    page.goto(f"{address}asli/")
    _is_open_to_all(page)
    page.locator("[name=reason]").fill("Pemeriksaan keaslian atas permintaan pleno.")
    with page.expect_download() as leaving:
        page.get_by_role("button", name="Unduh berkas asli").click()
    assert leaving.value.suggested_filename == "foto-lapangan.jpg"
    page.goto(f"{address}jejak/")
    for said in ("berkas asli diambil", "salinan tersamar dibuat", "orang lewat di kiri", "dilihat"):
        expect(page.get_by_text(said).first).to_be_visible()
    _is_open_to_all(page)


def test_without_scripts_numbers_cover_as_well(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(viewport=PHONE, base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{_photo(page)}samarkan/")
    for side, value in zip(SIDES, ("5", "70", "20", "20"), strict=True):
        page.locator(f"[name=box-1-{side}]").fill(value)
    page.get_by_role("button", name="Lihat pratinjau").click()
    assert page.locator("#gambar rect").last.get_attribute("width") == "240.0"
    page.locator("[name=note]").fill("nomor telepon")
    page.get_by_role("button", name="Buat salinan tersamar").click()
    expect(page.get_by_text("Salinan tersamar dibuat")).to_be_visible()
    context.close()
