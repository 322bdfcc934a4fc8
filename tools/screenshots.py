"""The pictures of the README and the guides, from a fresh demo: ``.venv/bin/python tools/screenshots.py``.

Each is the part of a page that matters, as a phone of 390 px shows it: docs/images/<name>.<id|en>.png. A picture above
120 kB is refused, so that the repository stays light.
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

from bench.site import fill, served  # noqa: E402

IMAGES = ROOT / "docs" / "images"
LIMIT = 120_000
PHONE = {"width": 390, "height": 844}
# A picture ends here even where the part goes on: the first screens say what the page is.
TALLEST = 1100
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def may_i(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/bolehkah/?perbuatan=like&siapa=pns")
    return page.locator("article.answer").first


def report(page: Page, language: str) -> Locator:
    page.goto(f"/{language}/lapor/")
    return page.locator("main")


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


def take(page: Page, part: Locator, path: Path) -> int:
    """Bytes of the picture of ``part``, written to ``path``."""
    page.mouse.move(0, 0)
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
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder))
        with served(Path(folder)) as site:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for language in ("id", "en"):
                page = browser.new_context(viewport=PHONE, base_url=site.url, device_scale_factor=1).new_page()
                for name, show in PICTURES.items():
                    path = IMAGES / f"{name}.{language}.png"
                    print(f"{path.relative_to(ROOT)}  {take(page, show(page, language), path):>7,} bytes")
            browser.close()


if __name__ == "__main__":
    main()
