"""The map page on a phone and at a desk: by keyboard, for a screen reader, on the wire, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MOST_ON_THE_WIRE = 120_000
FOCUSED = """() => {
  const at = document.activeElement;
  const path = at.querySelector(':scope > path');
  return {region: at.matches('.areas a'), title: at.querySelector('title')?.textContent ?? at.textContent.trim(),
          stroke: path ? getComputedStyle(path).strokeWidth : '', href: at.href?.baseVal ?? at.href ?? ''};
}"""
FILL = "() => [...new Set([...document.querySelectorAll('.areas path')].map(path => getComputedStyle(path).fill))]"


@pytest.fixture(params=[360, 1280])
def glass(chromium, site, request) -> Iterator[Page]:
    made = chromium.new_context(viewport={"width": request.param, "height": 800}, base_url=site.url)
    made.set_default_timeout(15_000)
    yield made.new_page()
    made.close()


def is_phone(page: Page) -> bool:
    return bool(page.viewport_size and page.viewport_size["width"] < 768)


@pytest.mark.parametrize("path", ["/id/peta/", "/id/peta/63/", "/en/peta/63.72-kelurahan/", "/id/peta/kabupaten-kota/"])
def test_nothing_keeps_anybody_out(glass: Page, path: str):
    glass.goto(path)
    found: list[dict[str, Any]] = Axe().run(glass).response["violations"]
    assert [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found] == []
    assert glass.evaluate("document.scrollingElement.scrollWidth") == glass.viewport_size["width"]


def test_the_keyboard_reaches_every_region_in_the_order_of_the_table(glass: Page):
    glass.goto("/id/peta/63/")
    glass.locator("a[href='#tabel-peta']").focus()
    titles = []
    for _ in range(40):
        glass.keyboard.press("Tab")
        at = glass.evaluate(FOCUSED)
        if at["region"]:
            assert float(at["stroke"].removesuffix("px")) >= 4
            titles.append(at["title"])
        elif titles:
            break
    rows = glass.locator("#tabel-peta tbody tr th").all_inner_texts()
    assert [title.split(". ", 1)[1].split(":")[0] for title in titles] == [row.strip() for row in rows]
    assert len(titles) == 13
    unfocused = glass.locator(".areas a").first.locator("path").evaluate("path => getComputedStyle(path).strokeWidth")
    assert unfocused == "1px"


def test_enter_leads_down_and_the_way_back_up(glass: Page):
    glass.goto("/id/peta/63/")
    glass.locator(".areas a[href='/id/peta/63.72/']").focus()
    glass.keyboard.press("Enter")
    glass.wait_for_url("**/id/peta/63.72/")
    glass.locator("nav.breadcrumb a", has_text="Kalimantan Selatan").click()
    glass.wait_for_url("**/id/peta/63/")


def test_the_table_is_one_step_away(glass: Page):
    glass.goto("/id/peta/kabupaten-kota/")
    glass.locator("a[href='#tabel-peta']").focus()
    glass.keyboard.press("Enter")
    glass.keyboard.press("Tab")
    at = glass.evaluate(FOCUSED)
    assert at["href"].endswith("/id/peta/11.01/") and not at["region"]


@pytest.mark.parametrize(("path", "at_a_desk"), [("/id/peta/63/", "c"), ("/id/peta/", "p")])
def test_a_map_that_is_drawn_small_has_the_coarser_patterns(glass: Page, path: str, at_a_desk: str):
    """On a phone, and at a desk beside its table; the country has the whole width there."""
    glass.goto(path)
    # The demonstration computes no province.
    glass.evaluate("document.querySelector('.areas path').setAttribute('class', 'z-red')")
    fills = [fill for fill in glass.evaluate(FILL) if fill.startswith("url")]
    assert fills
    prefix = '"#c-' if is_phone(glass) else f'"#{at_a_desk}-'
    assert all(prefix in fill for fill in fills)
    for fill in fills:
        name = fill.split("#", 1)[1].split('"')[0]
        assert glass.locator(f"pattern[id='{name}']").count() == 1


def test_a_browser_that_does_not_read_svg_text_hears_the_regions(glass: Page):
    """Each link of the map has its region and zone as its name."""
    glass.goto("/id/peta/63/")
    link = glass.get_by_role("link", name="13. Kota Banjarbaru: abu-abu", exact=True)
    assert link.count() == 1
    assert glass.get_by_role("group", name="Peta Kalimantan Selatan; setiap wilayah adalah tautan").count() == 1


def test_the_page_of_514_is_at_most_120_kb_on_the_wire(chromium, site):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=site.url)
    page = context.new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    octets: list[float] = []
    network.on("Network.loadingFinished", lambda event: octets.append(event["encodedDataLength"]))
    page.goto("/id/peta/kabupaten-kota/", wait_until="networkidle")
    assert page.locator(".areas a").count() == 514
    context.close()
    assert len(octets) >= 5 and 20_000 < sum(octets) <= MOST_ON_THE_WIRE, octets


def test_paper_has_the_map_its_legend_and_its_table_and_no_buttons(glass: Page):
    glass.goto("/id/peta/63/")
    glass.emulate_media(media="print")
    assert glass.locator(".zone-map svg").first.is_visible() and glass.locator("#tabel-peta table").is_visible()
    assert glass.locator(".map-keys").is_visible() and glass.locator("figcaption").is_visible()
    assert not glass.locator("a", has_text="Unduh PNG").is_visible()
    # A page of A4 is as narrow as a tablet; nobody points at paper to read a name.
    glass.set_viewport_size({"width": 718, "height": 1000})
    numbers = glass.locator(".zone-map .numbers text")
    assert numbers.count() >= 10 and all(item.is_visible() for item in numbers.all())
    assert glass.pdf()[:5] == b"%PDF-"
