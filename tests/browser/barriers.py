"""What axe-core finds on a page that keeps somebody out."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
AXE = Axe()


def barriers(page: Page) -> list[str]:
    """``rule: where`` for each serious violation."""
    found: list[dict[str, Any]] = AXE.run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
