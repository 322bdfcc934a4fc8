"""Charts as a browser sets their words: inside the drawing, clear of each other, wide enough to read on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# Real widths of the fonts of this machine; lines may touch by the room that no letter fills.
FAULTS = """() => {
  const found = [];
  for (const drawing of document.querySelectorAll('svg.chart')) {
    const {width, height} = drawing.viewBox.baseVal;
    const words = [...drawing.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
    words.forEach(([text, box], at) => {
      const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
      if (!inside) found.push(`outside: ${text}`);
      for (const [other, its] of words.slice(0, at)) {
        const across = box.x < its.x + its.width && its.x < box.x + box.width;
        const down = box.y + 3 < its.y + its.height - 3 && its.y + 3 < box.y + box.height - 3;
        if (across && down) found.push(`covered: ${other} by ${text}`);
      }
    });
  }
  return found;
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg.chart text')].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_words_stay_inside_their_drawing_and_clear_of_each_other(page: Page, language: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{language}/gaya/")
    assert page.locator("svg.chart text").count() > 50
    assert page.evaluate(FAULTS) == []
    assert page.evaluate(SMALLEST) >= 12


def test_a_planted_fault_is_found(page: Page):
    page.goto("/id/gaya/")
    page.evaluate("document.querySelector('svg.chart text').setAttribute('x', '310')")
    assert any(fault.startswith("outside") for fault in page.evaluate(FAULTS))
    page.reload()
    page.evaluate("""() => {
      const [one, other] = document.querySelectorAll('svg.chart text');
      for (const name of ['x', 'y']) other.setAttribute(name, one.getAttribute(name));
    }""")
    assert any(fault.startswith("covered") for fault in page.evaluate(FAULTS))


def test_on_paper_areas_are_told_apart_without_colour(page: Page):
    page.goto("/id/gaya/")
    page.emulate_media(media="print")
    fills = page.evaluate("""() => {
      const areas = [...document.querySelectorAll('svg.chart :is(rect, circle, polygon)')];
      return [...new Set(areas.map(item => getComputedStyle(item).fill).filter(fill => fill.startsWith('rgb')))];
    }""")
    assert fills
    assert all(len(set(fill.removeprefix("rgb(").removesuffix(")").split(", "))) == 1 for fill in fills), fills
    assert page.locator(".chart-files").first.is_hidden()


def test_each_table_opens_and_fits_the_phone(page: Page):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/id/gaya/")
    for summary in page.locator(".chart-frame summary").all():
        summary.click()
    assert page.locator(".chart-frame table").first.is_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
