"""The pictures of the README and the guides, from a fresh demo: ``.venv/bin/python tools/screenshots.py [NAME …]``.

Each is the part of a page that matters, as a phone of 390 px shows it: docs/images/<name>.<id|en>.png. The path of a
report is shown page by page at 360 px, in Indonesian. A picture above 120 kB is refused, so that the repository stays
light.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

sys.path.insert(0, str(ROOT / "tests" / "browser"))

from bench.site import fill, served  # noqa: E402
from report_steps import Hand, answer, send  # noqa: E402

IMAGES = ROOT / "docs" / "images"
LIMIT = 120_000
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 360, "height": 740}
# A picture ends here even where the part goes on: the first screens say what the page is.
TALLEST = 1100
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def may_i(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/bolehkah/?perbuatan=like&siapa=pns")
    return page.locator("article.answer").first


def report(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/lapor/")
    return page.locator("main")


def report_page(name: str, way: str = "report") -> Callable[[Page, str], Locator]:
    """One page of the report, with everything before it answered."""

    def show(page: Page, language: str) -> Locator:
        page.goto(f"/{language}/lapor/")
        answer(Hand(page), until=name, way=way)
        return page.locator("main")

    return show


def report_filed(page: Page, language: str) -> Locator:
    report_page("summary")(page, language)
    send(Hand(page))
    return page.locator("main")


def report_followed(page: Page, language: str) -> Locator:
    report_filed(page, language)
    code = page.locator("#report-code").inner_text()
    page.goto(f"/{language}/ikuti/")
    page.locator("#id_code").fill(code)
    page.locator("main form button").click()
    page.locator("#lengkapi").wait_for()
    return page.locator("main")


def report_draft(page: Page, language: str) -> Locator:
    """What is said before a draft is kept."""
    report_page("who")(page, language)
    page.locator("[data-draft-ask]").click()
    page.locator("#draft-pin").wait_for()
    return page.locator("#draft")


def tour(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/tur/")
    return page.locator("main")


def story_map(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/tur/2/")
    return page.locator("main")


def matter(page: Page, language: str) -> Locator:
    """The first matter that has a hand-over, with one deadline opened."""
    page.goto(f"/kerja/{language}/masuk/")
    page.locator(".cast button[value='pleno']").click()
    page.goto(f"/kerja/{language}/perkara/")
    for address in page.locator("main tbody a").evaluate_all("found => found.map(a => a.getAttribute('href'))"):
        page.goto(address)
        if page.locator(".trail").count() and page.locator("details.clock").count():
            break
    page.locator("details.clock summary").first.click()
    return page.locator("main")


PICTURES: dict[str, Callable[[Page, str], Locator]] = {
    "may-i": may_i,
    "report": report,
    "matter": matter,
    "tour": tour,
    "map": story_map,
}
PATH: dict[str, Callable[[Page, str], Locator]] = {
    **{
        f"report-{name}": report_page(name)
        for name in ("what", "when", "where", "who", "evidence", "reporter", "summary")
    },
    "report-filed": report_filed,
    "report-followed": report_followed,
    "report-draft": report_draft,
}


def take(page: Page, part: Locator, path: Path) -> int:
    """Bytes of the picture of ``part``, written to ``path``."""
    page.mouse.move(0, 0)
    # A box is measured from the screen's edge, a picture from the page's.
    page.evaluate("scrollTo(0, 0)")
    box = part.bounding_box()
    if box is None:
        raise SystemExit(f"{path.name}: the page does not show it")
    clip = {"x": box["x"], "y": box["y"], "width": box["width"], "height": min(box["height"], TALLEST)}
    size = len(page.screenshot(path=path, clip=clip, full_page=True, scale="css"))
    if size > LIMIT:
        raise SystemExit(f"{path.name}: {size} bytes, at most {LIMIT}")
    return size


def main() -> None:
    chromium = os.environ.get("SINETRA_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Chromium is not there: install it, or name it with SINETRA_CHROMIUM")
    wanted = set(sys.argv[1:])
    if unknown := wanted - PICTURES.keys() - PATH.keys():
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join([*PICTURES, *PATH])}")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder))
        with served(Path(folder)) as site:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for pictures, viewport, language in (
                (PICTURES, PHONE, "id"),
                (PICTURES, PHONE, "en"),
                (PATH, SMALL_PHONE, "id"),
            ):
                page = browser.new_context(viewport=viewport, base_url=site.url, device_scale_factor=1).new_page()
                for name, show in pictures.items():
                    if wanted and name not in wanted:
                        continue
                    path = IMAGES / f"{name}.{language}.png"
                    print(f"{path.relative_to(ROOT)}  {take(page, show(page, language), path):>7,} bytes")
            browser.close()


if __name__ == "__main__":
    main()
