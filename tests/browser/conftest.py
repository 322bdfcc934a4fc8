"""A real installation, served by the real command, looked at with Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.site import Site, fill, served

PHONE = {"width": 360, "height": 740}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a file look at one installation and may build on each other: one worker has them all."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.name))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = tmp_path_factory.mktemp("demo")
    fill(data)
    with served(data) as running:
        yield running


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    path = os.environ.get("SINETRA_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail("Chromium is not there: install it, or name it with SINETRA_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium, site):
    made = chromium.new_context(viewport=PHONE, base_url=site.url)
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reporter_page(chromium, site, request):
    """A phone, with and without JavaScript."""
    made = chromium.new_context(viewport=PHONE, base_url=site.url, java_script_enabled=request.param)
    made.set_default_timeout(15_000)
    yield made.new_page()
    made.close()


@pytest.fixture
def organiser(chromium: Browser, site: Site) -> Iterator[Page]:
    """Somebody of the personnel office, signed in at a desk."""
    from staff_walk import sign_in

    made = chromium.new_context(viewport={"width": 1280, "height": 800}, base_url=site.url, accept_downloads=True)
    made.set_default_timeout(15_000)
    page = made.new_page()
    sign_in(page, "id", "petugas.bkpsdm")
    yield page
    made.close()


@pytest.fixture
def phone(chromium: Browser, site: Site) -> Iterator[Callable[[], BrowserContext]]:
    """A telephone of its own for each person, without JavaScript."""
    made: list[BrowserContext] = []

    def another() -> BrowserContext:
        made.append(chromium.new_context(viewport=PHONE, base_url=site.url, java_script_enabled=False))
        return made[-1]

    yield another
    for context in made:
        context.close()
