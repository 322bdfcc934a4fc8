"""Evidence from a phone: by itself in pieces with JavaScript, also through a lost connection; with the form without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench.site import Site
from every_page import press
from public_walk import at_evidence

from conftest import PHONE

pytestmark = pytest.mark.browser
FILM = b"\x00\x00\x00\x18ftypisom" + bytes(244) + bytes(range(256)) * 40_000  # three pieces
MEMO = b"Undangan apel hari Senin." * 99


def chosen(page: Page, *files: tuple[str, bytes]) -> None:
    given = [{"name": name, "mimeType": "image/jpeg", "buffer": content} for name, content in files]
    page.locator("#id_files").set_input_files(given)


def lost(route: Route) -> None:
    """No piece of a file gets through."""
    if route.request.method == "PATCH":
        route.abort()
    else:
        route.continue_()


@pytest.fixture
def plain_page(chromium: Browser, site: Site) -> Iterator[Page]:
    made = chromium.new_context(viewport=PHONE, base_url=site.url, java_script_enabled=False)
    made.set_default_timeout(15_000)
    yield made.new_page()
    made.close()


def sent(page: Page) -> str:
    press(page, "button[name=go][value=next]")
    press(page, "button[name=go][value=send]")
    return page.locator("#report-code").inner_text()


def test_a_film_goes_on_by_itself_after_the_connection_was_lost(page: Page) -> None:
    at_evidence(page, "id")
    offsets: list[str] = []

    def flaky(route: Route) -> None:
        if route.request.method == "PATCH":
            offsets.append(route.request.headers["upload-offset"])
            if len(offsets) == 2:
                route.abort("connectionreset")
                return
        route.continue_()

    page.route("**/api/v1/uploads", flaky)
    chosen(page, ("apel.mp4", FILM))
    page.locator("input[name=upload]").wait_for(state="attached")
    expect(page.locator(".upload-list li").first).to_contain_text("Sudah diunggah, tersegel")
    assert offsets[1] == offsets[2] != "0", "the piece that was lost is sent again, and no other"
    press(page, "button[name=go][value=add]")
    expect(page.locator(".upload-list").last).to_contain_text("video MP4")
    assert len(sent(page).split()) == 9


def test_going_on_waits_until_a_file_is_whole(page: Page) -> None:
    at_evidence(page, "id")
    page.route("**/api/v1/uploads", lost)
    chosen(page, ("apel.mp4", FILM))
    expect(page.locator(".upload-list li").first).to_contain_text("Sambungan terputus")
    page.locator("button[name=go][value=next]").click()
    expect(page.locator("[data-said]")).to_contain_text("Tunggu sampai")
    page.locator(".upload-list li button").click()
    assert len(sent(page).split()) == 9


def test_a_program_is_refused_in_words_and_the_rest_is_sent(page: Page) -> None:
    at_evidence(page, "id")
    chosen(page, ("foto.jpg", b"MZ" + bytes(99)), ("undangan.txt", MEMO))
    expect(page.locator(".upload-list li.wrong")).to_contain_text("program tidak diterima")
    page.locator("input[name=upload]").wait_for(state="attached")
    press(page, "button[name=go][value=next]")
    expect(page.locator("dl.summary")).to_contain_text("undangan.txt")
    expect(page.locator("dl.summary")).not_to_contain_text("foto.jpg")


def test_without_javascript_the_form_sends_the_files(plain_page: Page) -> None:
    page = plain_page
    at_evidence(page, "id")
    chosen(page, ("foto.jpg", b"MZ" + bytes(99)), ("undangan.txt", MEMO), ("apel.mp4", FILM))
    press(page, "button[name=go][value=next]")
    expect(page.locator(".errors")).to_contain_text("foto.jpg: Berkas ini program")
    expect(page.locator(".upload-list").last).to_contain_text("apel.mp4")
    press(page, "button[name=go][value='remove-0']")
    expect(page.locator(".upload-list").last).not_to_contain_text("undangan.txt")
    code = sent(page)
    page.goto("/id/ikuti/")
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    expect(page.locator("section[aria-labelledby=bukti]")).to_contain_text("apel.mp4")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_question_fits_a_phone_and_harms_nobody_who_reads_otherwise(page: Page, language: str) -> None:
    at_evidence(page, language)
    chosen(page, ("foto.jpg", b"MZ" + bytes(99)), ("n" * 140 + ".txt", MEMO))
    page.locator("input[name=upload]").wait_for(state="attached")
    page.locator(".upload-list li.wrong").wait_for()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert Axe().run(page).response["violations"] == []
