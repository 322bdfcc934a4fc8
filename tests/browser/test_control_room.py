"""The eight views on a phone, at a desk and on paper: nothing keeps anybody out, nothing runs over the edge."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from staff_walk import sign_in

from sinetra.web.staff.control_room.tabs import TABS

pytestmark = pytest.mark.browser
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 800}}


def barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"] if item["impact"] != "minor"
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", ["pleno", "auditor.bkn", "petugas.bkpsdm"])
def test_every_view_fits_its_glass_and_keeps_nobody_out(page: Page, who: str, size: str, tmp_path: Path) -> None:
    page.set_viewport_size(SIZES[size])
    sign_in(page, "id", who)
    page.goto("/kerja/id/ruang-kendali/")
    ways = page.eval_on_selector_all("nav.tabs a", "links => links.map(link => link.getAttribute('href'))")
    assert len(ways) == (7 if who == "auditor.bkn" else len(TABS))
    found = {}
    for address in ways:
        answer = page.goto(address)
        assert answer is not None and answer.status == 200, address
        page.screenshot(path=tmp_path / f"{len(found)}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth") > SIZES[size]["width"]
        found[address] = (*barriers(page), *(["too wide"] if wide else []))
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_on_paper_there_are_numbers_and_no_buttons(page: Page) -> None:
    sign_in(page, "id", "pleno")
    page.goto("/kerja/id/ruang-kendali/corong/")
    page.emulate_media(media="print")
    assert page.locator("main table").first.is_visible()
    for name in ("Perbarui", "Hitung sekarang", "Unduh Excel"):
        assert not any(item.is_visible() for item in page.get_by_text(name).all()), name


def test_refreshing_comes_back_to_the_section(page: Page) -> None:
    sign_in(page, "id", "pleno")
    page.goto("/kerja/id/ruang-kendali/corong/")
    page.locator("#umur a", has_text="Perbarui").click()
    page.wait_for_url("**segar=**#umur")
    assert page.locator("#umur").evaluate("part => Math.abs(part.getBoundingClientRect().top) < innerHeight")
