"""axe-core finds nothing serious on any page, in both languages, on a phone; and it finds what is planted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench.site import Site, fill, served
from every_page import UNREACHED, name_of, names
from public_walk import public_pages
from staff_walk import staff_pages

from sinetra.web.public.urls import urlpatterns as public_patterns
from sinetra.web.staff.urls import urlpatterns as staff_patterns

pytestmark = pytest.mark.browser
SERIOUS = {"serious", "critical"}
AXE = Axe()


@pytest.fixture(scope="module", params=["id", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo as it is filled: what other tests leave behind decides which of two rows a walk meets first."""
    data = tmp_path_factory.mktemp(f"demo-{language}")
    fill(data)
    with served(data) as running:
        yield running


def barriers(page: Page) -> list[str]:
    """``rule: where`` for each violation that keeps somebody out."""
    found: list[dict[str, Any]] = AXE.run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def test_no_public_page_keeps_anybody_out(page: Page, language: str):
    found, seen = {}, set()
    for name in public_pages(page, language):
        seen.add(name_of(page.url, language))
        if wrong := barriers(page):
            found[name] = wrong
    assert found == {}
    assert not (left := sorted(names(public_patterns) - seen)), " ".join(left)


def test_no_staff_page_keeps_anybody_out(page: Page, language: str):
    found, seen = {}, set()
    for name in staff_pages(page, language):
        seen.add(name_of(page.url, language))
        if wrong := barriers(page):
            found[name] = wrong
    assert found == {}
    assert not (left := sorted(names(staff_patterns) - seen)), " ".join(left)


def test_what_is_no_page_is_still_an_address():
    assert {str(pattern.name) for pattern in [*public_patterns, *staff_patterns]} >= UNREACHED


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("<img src='data:,' width='9' height='9'>", "image-alt"),
        ("<input type='text' name='planted'>", "label"),
        ("<p class='planted'>terlalu pucat</p>", "color-contrast"),
    ],
)
def test_what_is_planted_is_found(page: Page, planted: str, rule: str):
    page.goto("/id/lapor/")
    assert barriers(page) == []
    page.evaluate(
        """html => {
            document.querySelector('main .width').insertAdjacentHTML('beforeend', html);
            const pale = document.querySelector('.planted');
            if (pale) pale.style.color = '#bbb';
        }""",
        planted,
    )
    assert [line.split(":")[0] for line in barriers(page)] == [rule]
