"""The report on a phone of 360 px: in three minutes, with and without JavaScript, and nothing left on the phone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

sys.path.insert(0, str(Path(__file__).resolve().parent))

from every_page import press
from report_steps import NAME, STORY, Hand, answer, send

pytestmark = pytest.mark.browser

# Everything a page could leave on a phone.
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: (await indexedDB.databases()).map(found => found.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": 0}
PIN = "kopi-tubruk-7"
# A thumb on glass: one sign in 0.3 s, one press in 1.5 s, and every other word of a page read, at 200 a minute.
SIGN, PRESS, WORD = 0.3, 1.5, 0.5 * 60 / 200

# Longer than a PIN takes to become a key (a million rounds).
SEALING = 4000


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(KEPT)
    return found


@pytest.mark.parametrize("way", ["initial_information", "confidential", "report"])
def test_a_report_goes_its_way_with_and_without_javascript(reporter_page: Page, way: str):
    reporter_page.goto("/id/lapor/")
    hand = Hand(reporter_page)
    answer(hand, until="summary", way=way)
    assert STORY in reporter_page.locator("main").inner_text()
    assert len(send(hand).split()) == 9
    named = way != "initial_information"
    assert len(hand.pages) == 7 + named
    assert reporter_page.locator("text=Lengkapi laporan Anda").count() == (way == "report")


def test_a_person_needs_at_most_eight_pages_ten_answers_and_three_minutes(page: Page):
    """Counted and not only promised, with the page of evidence, which is left empty."""
    page.goto("/id/lapor/")
    hand, words = Hand(page), 0

    for name in ("channel", "what", "when", "where", "who", "evidence", "reporter", "summary"):
        answer(hand, until=name, way="report")
        words += len(page.locator("main").inner_text().split())
    send(hand)
    assert len(hand.pages) == 8
    assert hand.required <= 10
    assert hand.presses <= 28
    seconds = hand.signs * SIGN + hand.presses * PRESS + words * WORD
    assert seconds <= 180, f"{seconds:.0f} s: {hand.signs} signs, {hand.presses} presses, {words} words"


def test_a_region_is_chosen_step_by_step(reporter_page: Page):
    reporter_page.goto("/id/lapor/")
    answer(Hand(reporter_page), until="where")
    reporter_page.locator("details.more summary").click()
    for code in ("99", "99.71", "99.71.03"):
        reporter_page.locator("#id_step").select_option(code)
        press(reporter_page, "button[name=go][value=step]")
    reporter_page.locator("#id_step").select_option("99.71.03.1002")
    press(reporter_page, "main form .actions button:not([name])")
    assert reporter_page.locator("input[name=page]").get_attribute("value") == "who"
    answer(Hand(reporter_page), until="summary")
    assert "Hanjuang" in reporter_page.locator("main").inner_text()


def test_without_a_draft_nothing_is_left_on_the_phone(page: Page):
    page.goto("/id/lapor/")
    hand = Hand(page)
    answer(hand, until="summary", way="report")
    assert kept(page) == NOTHING
    code = send(hand)
    assert kept(page) == NOTHING
    page.goto("/id/ikuti/")
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    assert kept(page) == NOTHING
    assert page.context.cookies() == []


def test_with_a_draft_one_sealed_entry_is_left_and_no_other(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who", way="report")
    seal(page)
    assert kept(page) == NOTHING | {"local": ["sinetra.konsep"]}
    entry = page.evaluate("localStorage.getItem('sinetra.konsep')")
    for clear in (STORY, "lurah", "99.71", PIN, "2024-11-20"):
        assert clear not in entry
    assert page.context.cookies() == []


def seal(page: Page, pin: str = PIN) -> None:
    press(page, "[data-draft-ask]")
    page.locator("#draft-pin").fill(pin)
    page.locator("#draft-pin-again").fill(pin)
    page.locator("#draft-save").click()
    page.locator("#draft-kept").wait_for()


def reopened(page: Page) -> Page:
    """The page is closed, and another one opened on the same phone."""
    context = page.context
    page.close()
    found = context.new_page()
    found.goto("/id/lapor/")
    return found


def unlock(page: Page, pin: str = PIN) -> None:
    page.locator("#draft-old-pin").fill(pin)
    with page.expect_navigation():
        page.locator("#draft-unlock").click()


def test_a_draft_is_kept_opened_sent_and_wiped(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="reporter", way="report")
    page.locator("#id_name").fill(NAME)
    seal(page)
    page.locator("#id_address").fill("Jalan yang belum")
    page.wait_for_timeout(1500)
    page = reopened(page)
    unlock(page)
    assert page.locator("#id_name").input_value() == NAME
    assert page.locator("#id_address").input_value() == "Jalan yang belum", "also what was typed and not sent"
    hand = Hand(page)
    answer(hand, until="summary", way="report")
    page = reopened(page)
    unlock(page)
    assert STORY in page.locator("main").inner_text(), "each page renewed the draft without the PIN"
    send(Hand(page))
    assert kept(page) == NOTHING


def test_the_pin_is_never_sent(page: Page):
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    page.wait_for_timeout(600)
    page = reopened(page)
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    unlock(page)
    assert len(sent) > 8
    assert [one for one in sent if PIN in one] == []


def test_five_wrong_pins_wipe_the_draft(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    page = reopened(page)
    for left in (4, 3, 2, 1):
        page.locator("#draft-old-pin").fill("salah-sekali")
        page.locator("#draft-unlock").click()
        page.locator(f"#draft-left:text-is('{left}')").wait_for()
    assert kept(page)["local"] == ["sinetra.konsep"]
    page.locator("#draft-old-pin").fill("salah-sekali")
    page.locator("#draft-unlock").click()
    page.locator("#draft-gone").wait_for()
    assert kept(page) == NOTHING


def test_a_weak_pin_and_a_pin_mistyped_are_told(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    press(page, "[data-draft-ask]")
    for pin, again, told in (("12345", "12345", "#draft-pin-short"), ("111111", "111111", "#draft-pin-short")):
        page.locator("#draft-pin").fill(pin)
        page.locator("#draft-pin-again").fill(again)
        page.locator("#draft-save").click()
        assert page.locator(told).is_visible()
    page.locator("#draft-pin").fill(PIN)
    page.locator("#draft-pin-again").fill("kopi-susu-7")
    page.locator("#draft-save").click()
    assert page.locator("#draft-pin-other").is_visible()
    assert kept(page) == NOTHING


def test_after_seven_days_the_draft_is_gone_and_shortly_before_it_is_there(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    older = """days => {
        const kept = JSON.parse(localStorage.getItem('sinetra.konsep'));
        localStorage.setItem('sinetra.konsep', JSON.stringify({...kept, at: Date.now() - days * 86400000}));
    }"""
    page.evaluate(older, 6.9)
    page.goto("/id/ikuti/")
    assert kept(page)["local"] == ["sinetra.konsep"]
    page.evaluate(older, 7.1)
    page.goto("/id/ikuti/")
    assert kept(page) == NOTHING


def test_keluar_cepat_wipes_the_draft_and_takes_the_place_of_the_page(page: Page):
    page.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="<p>Cuaca</p>", content_type="text/html"))
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    page.locator("[data-leave]").click()
    page.wait_for_url("https://www.bmkg.go.id/**")
    page.goto("/id/ikuti/")
    assert kept(page) == NOTHING
    assert page.evaluate("document.referrer") == ""


def leave(page: Page, pressed_before: str = "") -> None:
    """The page outside is slow to answer: this page stays, emptied, while its work goes on.

    ``pressed_before``: a button, right before, so that a busy machine does not end its work in between.
    """
    held: list[Route] = []
    page.route("https://www.bmkg.go.id/**", lambda route: held.append(route))
    page.evaluate(
        "buttons => buttons.forEach(button => document.querySelector(button).click())",
        [button for button in (pressed_before, "[data-leave]") if button],
    )
    page.wait_for_timeout(SEALING)
    [route] = held
    route.fulfill(body="<p>Cuaca</p>", content_type="text/html")
    page.wait_for_url("https://www.bmkg.go.id/**")
    page.goto("/id/ikuti/")


def test_a_draft_that_is_being_sealed_at_keluar_cepat_is_not_kept(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    press(page, "[data-draft-ask]")
    page.locator("#draft-pin").fill(PIN)
    page.locator("#draft-pin-again").fill(PIN)
    leave(page, pressed_before="#draft-save")
    assert kept(page) == NOTHING


@pytest.mark.parametrize("pin", [PIN, "salah-sekali"])
def test_a_draft_that_is_being_opened_at_keluar_cepat_is_gone_and_sends_nothing(page: Page, pin: str):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    page = reopened(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.locator("#draft-old-pin").fill(pin)
    leave(page, pressed_before="#draft-unlock")
    assert kept(page) == NOTHING
    assert "POST" not in sent
    assert faults == []


def test_a_draft_that_is_wiped_while_it_is_being_opened_is_gone_and_sends_nothing(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    seal(page)
    page = reopened(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.locator("#draft-old-pin").fill(PIN)
    page.evaluate("""() => {
        document.querySelector('#draft-unlock').click();
        document.querySelector('#draft-open [data-draft-wipe]').click();
    }""")
    page.wait_for_timeout(SEALING)
    assert page.locator("#draft-gone").is_visible()
    assert kept(page) == NOTHING
    assert "POST" not in sent


def test_keluar_cepat_is_on_every_page_of_the_path_without_javascript_too(reporter_page: Page):
    page = reporter_page
    page.goto("/id/lapor/")
    hand = Hand(page)
    for name in ("what", "when", "where", "who", "reporter", "summary"):
        box = page.locator("[data-leave]").bounding_box()
        assert box is not None
        assert box["y"] < 400, "in sight without scrolling"
        answer(hand, until=name, way="report")
    code = send(hand)
    assert page.locator("[data-leave]").is_visible()
    page.goto("/id/ikuti/")
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    link = page.locator("[data-leave]")
    assert link.get_attribute("href", timeout=1000)
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_tidak_jadi_closes_the_draft_and_nothing_is_kept(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    page.locator("#id_name").fill(NAME)
    press(page, "[data-draft-ask]")
    page.locator("#draft-pin").fill(PIN)
    page.locator("#draft-pin-again").fill(PIN)
    press(page, "#draft-decline")
    assert not page.locator("#draft-seal").is_visible()
    assert page.locator("#draft-pin").input_value() == page.locator("#draft-pin-again").input_value() == ""
    assert page.locator("#id_name").input_value() == NAME
    answer(Hand(page), until="summary")
    assert not page.locator("#draft-seal").is_visible(), "nobody is asked on each page again"
    assert kept(page) == NOTHING


def test_tidak_jadi_while_it_is_being_sealed_keeps_nothing(page: Page):
    page.goto("/id/lapor/")
    answer(Hand(page), until="who")
    press(page, "[data-draft-ask]")
    page.locator("#draft-pin").fill(PIN)
    page.locator("#draft-pin-again").fill(PIN)
    # The answer is slow to come: the sealing ends on this page.
    held: list[Route] = []
    page.route("**/id/lapor/", lambda route: held.append(route))
    page.evaluate("""() => {
        document.querySelector('#draft-save').click();
        document.querySelector('#draft-decline').click();
    }""")
    page.wait_for_timeout(SEALING)
    [route] = held
    with page.expect_navigation():
        route.continue_()
    assert kept(page) == NOTHING
    assert page.locator("[data-draft-ask]").is_visible()


def test_without_javascript_no_draft_is_offered(chromium: Any, site: Any):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/id/lapor/")
    assert not page.locator("[data-draft-ask]").is_visible()
    assert not page.locator("#draft").is_visible()
    context.close()


def test_the_form_comes_as_a_file_at_filing_and_later(page: Page):
    page.goto("/id/lapor/")
    hand = Hand(page)
    answer(hand, until="summary", way="report")
    code = send(hand)
    with page.expect_download() as first:
        page.locator("button[name=kertas][value=f4]").click()
    assert first.value.suggested_filename.startswith("formulir-")
    page.goto("/id/ikuti/")
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    with page.expect_download() as later:
        page.locator("button[name=kertas][value=a4]").click()
    assert Path(later.value.path()).read_bytes().startswith(b"%PDF")
