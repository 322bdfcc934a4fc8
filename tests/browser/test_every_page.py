"""Every page in both languages on a phone: axe-core finds nothing serious, it keeps to itself, fits and leads on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from barriers import barriers
from bench.site import Site, fill, served
from every_page import UNREACHED, name_of, names
from page_faults import Watch, faults_of
from public_walk import public_pages
from staff_walk import staff_pages

from sinetra.web.public.urls import urlpatterns as public_patterns
from sinetra.web.staff.urls import urlpatterns as staff_patterns

pytestmark = pytest.mark.browser


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(f"every page {name}")) for name in ("id", "en")],
)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo as it is filled: what other tests leave behind decides which of two rows a walk meets first."""
    data = tmp_path_factory.mktemp(f"demo-{language}")
    fill(data)
    with served(data) as running:
        yield running


def walked(page: Page, language: str, pages: Iterator[str]) -> tuple[dict[str, list[str]], set[str]]:
    """What is wrong on each page, and the names of all that were seen."""
    found, seen = {}, set()
    for name in pages:
        seen.add(name_of(page.url, language))
        # What fits is looked at first: the program of axe is another thing on the page.
        if wrong := [*faults_of(page), *barriers(page)]:
            found[name] = wrong
    return found, seen


def test_no_public_page_keeps_anybody_out(page: Page, site: Site, language: str):
    watch = Watch(site.url)
    watch.follow(page)
    found, seen = walked(page, language, public_pages(page, language))
    assert found == {}
    assert not (left := sorted(names(public_patterns) - seen)), " ".join(left)
    assert (watch.foreign, watch.told) == ([], [])
    assert (watch.cookies, page.context.cookies()) == ([], [])


def test_no_staff_page_keeps_anybody_out(page: Page, site: Site, language: str):
    watch = Watch(site.url)
    watch.follow(page)
    found, seen = walked(page, language, staff_pages(page, language))
    assert found == {}
    assert not (left := sorted(names(staff_patterns) - seen)), " ".join(left)
    assert (watch.foreign, watch.told) == ([], [])


def test_what_is_no_page_is_still_an_address():
    assert {str(pattern.name) for pattern in [*public_patterns, *staff_patterns]} >= UNREACHED
