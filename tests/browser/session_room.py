"""What happens in the room of a session: the code on the wall, telephones, the file without a network."""

from __future__ import annotations

from pathlib import Path

from every_page import press
from playwright.sync_api import Page

from sinetra.web.qr import qr_picture

PHONE = {"width": 360, "height": 740}


def scanned(organiser: Page, session: str) -> str:
    """What a telephone reads from the wall now. The picture is that of the address: no other program reads it here."""
    organiser.goto(f"/kerja/id/sesi/{session}/layar/")
    address = organiser.locator("#form-here").get_attribute("href") or ""
    assert organiser.locator(".qr path").get_attribute("d") in qr_picture(address)
    box = organiser.locator(".qr path").bounding_box() or {}
    assert box["width"] > 0.3 * organiser.evaluate("innerWidth"), "seen from the last row"
    return address


def check_in(page: Page, address: str, who: dict[str, str]) -> str:
    page.goto(address)
    for field, value in who.items():
        page.locator(f"#id_{field}").fill(value)
    press(page, "main form button[type=submit]")
    return page.locator("h1").inner_text()


def came(organiser: Page, session: str) -> str:
    organiser.goto(f"/kerja/id/sesi/{session}/layar/")
    return organiser.locator(".came b").inner_text()


def taken_along(organiser: Page, session: str, folder: Path) -> Path:
    organiser.goto(f"/kerja/id/sesi/{session}/luring/")
    with organiser.expect_download() as got:
        organiser.locator("form.confirm button").click()
    file = folder / "hadir.html"
    got.value.save_as(file)
    return file


def typed(page: Page, who: dict[str, str]) -> str:
    for field, value in who.items():
        page.locator(f"#{field}").fill(value)
    page.locator("#form button").click()
    return page.locator("#told").inner_text()
