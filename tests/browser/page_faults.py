"""What is wrong with a page as a phone shows it, and what a browser saw of it: other hosts, its console, cookies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage, Page

# Controls that a finger must hit; links inside sentences are as high as their line (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll(
    'button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]), .choice, nav a')]
  .filter(found => found.checkVisibility() && found.getBoundingClientRect().height < 44)
  .map(found => `${found.outerHTML.slice(0, 120)} ${found.getBoundingClientRect().height}`)"""
TINY = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const box = words.currentNode.parentElement;
    if (words.currentNode.data.trim() && box.checkVisibility() && !box.closest('svg')
        && parseFloat(getComputedStyle(box).fontSize) < 16) found.push(words.currentNode.data.trim().slice(0, 80));
  }
  return found;
}"""
WIDTH = "document.scrollingElement.scrollWidth"
MENU = "document.querySelectorAll('nav.menu li').length"


@dataclass
class Watch:
    """What the browser itself saw: requests, its console, and the cookies in the answers as they came."""

    home: str
    foreign: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("request", lambda request: self._request(request.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.told.append(str(error)))
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceivedExtraInfo", self._answer)

    def _request(self, url: str) -> None:
        if not url.startswith((self.home, "data:")):
            self.foreign.append(url)

    def _console(self, message: ConsoleMessage) -> None:
        refused = message.text.startswith("Failed to load resource") and "status of 4" in message.text
        if message.type == "error" and not refused:
            self.told.append(message.text)

    def _answer(self, event: dict[str, Any]) -> None:
        self.cookies += [value for name, value in event["headers"].items() if name.lower() == "set-cookie"]


def faults_of(page: Page) -> list[str]:
    """What is too wide, too small or too long on the page as it stands on a phone."""
    wide = page.evaluate(WIDTH)
    entries = page.evaluate(MENU)
    return [
        *([f"{wide} px wide"] if wide > 360 else []),
        *([f"{entries} entries in the menu"] if entries > 7 else []),
        *(f"hard to hit: {found}" for found in page.evaluate(SMALL)),
        *(f"small type: {found}" for found in page.evaluate(TINY)),
    ]
