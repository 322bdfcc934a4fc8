"""One person at the report on a phone: what is typed and pressed on each page, counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from every_page import NEXT, press
from playwright.sync_api import Page

STORY = "Seorang lurah membagikan unggahan pasangan calon di grup warga."
NAME, ADDRESS = "Warga Contoh", "Jalan Contoh 1"


@dataclass
class Hand:
    """Presses and signs, as a thumb makes them. ``pages``: pages that were answered."""

    page: Page
    presses: int = 0
    signs: int = 0
    required: int = 0
    pages: list[str] = field(default_factory=list)

    def write(self, css: str, text: str, *, required: bool = False) -> None:
        self.page.locator(css).fill(text)
        self.presses += 1
        self.signs += len(text)
        self.required += required

    def choose(self, css: str, *, required: bool = True) -> None:
        self.page.locator(css).first.check()
        self.presses += 1
        self.required += required

    def fold(self, css: str) -> None:
        self.page.locator(css).first.click()
        self.presses += 1

    def go(self, button: str = NEXT) -> None:
        if button == NEXT:
            self.pages.append(self.page.locator("input[name=page]").get_attribute("value") or "")
        press(self.page, button)
        self.presses += 1


def answer(hand: Hand, *, until: str, way: str = "initial_information") -> None:
    """From the first page until ``until`` stands there, with as few answers as are asked for."""
    page = hand.page
    for _ in range(9):
        name = page.locator("input[name=page]").get_attribute("value")
        if name == until:
            return
        match name:
            case "channel":
                hand.choose(f"input[name=channel][value={way}]")
            case "what":
                hand.write("#id_what", STORY, required=True)
                hand.fold("#id_acts summary")
                hand.choose("details[open] input[name=acts]")
            case "when":
                hand.write("#id_happened_on", "2024-11-20", required=True)
                hand.write("#id_known_on", "2024-11-21", required=True)
            case "where":
                hand.write("#id_search", "akar wangi")
                hand.go("button[name=go][value=find]")
                hand.choose("input[name=region]")
            case "who":
                hand.choose("input[name=role]")
            case "reporter":
                hand.write("#id_name", NAME, required=True)
                hand.write("#id_address", ADDRESS, required=True)
        hand.go()
    raise AssertionError(f"{until} is not on the way; {page.locator('input[name=page]').get_attribute('value')}")


def send(hand: Hand) -> str:
    """The code."""
    hand.pages.append("summary")
    hand.go("button[name=go][value=send]")
    return hand.page.locator("#report-code").inner_text()
