"""How pages behave: what the walk over every page looks for is found where it is planted, keyboard, motion, size."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from page_faults import MENU, WIDTH, Watch, faults_of
from staff_walk import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def watch(page: Page, site) -> Watch:
    found = Watch(site.url)
    found.follow(page)
    return found


def test_a_cookie_is_seen_where_there_is_one(page: Page, watch: Watch):
    page.goto("/kerja/id/masuk/")
    assert any("csrf" in cookie for cookie in watch.cookies)
    assert all("path=/kerja" in cookie.lower() for cookie in watch.cookies)


def test_another_host_is_seen_and_refused(page: Page, watch: Watch):
    page.goto("/id/")
    assert watch.foreign == []
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://192.0.2.1/dot.gif', alt: ''}))")
    page.wait_for_timeout(300)
    assert any("Content Security Policy" in text for text in watch.told)

    def without_policy(route: Any) -> None:
        answer = route.fetch()
        headers = {k: v for k, v in answer.headers.items() if k != "content-security-policy"}
        planted = answer.text() + "<img src='http://192.0.2.1/b.gif' alt=''>"
        route.fulfill(response=answer, headers=headers, body=planted)

    page.route("**/id/tentang/", without_policy)
    page.goto("/id/tentang/", wait_until="commit")
    page.wait_for_timeout(300)
    assert "http://192.0.2.1/b.gif" in watch.foreign


def test_an_inline_script_is_refused_and_told(page: Page, watch: Watch):
    page.goto("/id/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.planted = 1'}))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.planted") is None
    assert watch.told


def test_what_does_not_fit_is_found(page: Page):
    page.goto("/id/lapor/")
    assert faults_of(page) == []
    page.evaluate(
        """() => {
            const box = document.createElement('button');
            box.textContent = 'kecil';
            Object.assign(box.style, {width: '500px', fontSize: '10px', height: '20px'});
            document.querySelector('main .width').append(box);
            document.querySelector('nav.menu ul').insertAdjacentHTML('beforeend', '<li>x</li>'.repeat(7));
        }"""
    )
    found = " ".join(faults_of(page))
    for fault in ("px wide", "entries in the menu", "hard to hit", "small type"):
        assert fault in found


@pytest.mark.parametrize("address", ["/id/", "/id/lapor/", "/kerja/id/masuk/", "/id/tur/1/"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(page: Page, address: str):
    page.goto(address)
    wanted = page.evaluate("document.querySelectorAll('[tabindex]:not([tabindex=\"-1\"])').length")
    assert wanted == 0
    last = -1
    for _ in range(12):
        page.keyboard.press("Tab")
        at, outline = page.evaluate(
            """() => {
                const here = document.activeElement;
                const box = here.closest('.card.link') ?? here;
                return [[...document.querySelectorAll('*')].indexOf(here), getComputedStyle(box).outlineStyle];
            }"""
        )
        assert at > last
        assert outline != "none"
        last = at


def test_nothing_moves_for_who_wants_no_motion(page: Page):
    page.goto("/id/")
    moving = "getComputedStyle(document.querySelector('.button')).transitionDuration"
    assert page.evaluate(moving) != "0s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "0s"


def test_text_twice_as_large_still_fits(page: Page):
    """WCAG 1.4.4 and 1.4.10: 200 % of the type, or 320 px of width, without scrolling sideways."""
    for address in ("/id/", "/id/lapor/", "/id/ikuti/", "/id/tur/2/", "/id/bolehkah/?perbuatan=like"):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(WIDTH) <= 360, address
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(WIDTH) <= 320, address
        page.set_viewport_size({"width": 360, "height": 740})


def test_each_of_the_cast_has_a_menu_of_at_most_seven(page: Page):
    page.goto("/kerja/id/masuk/")
    everybody = page.locator(".cast button").evaluate_all("found => found.map(one => one.value)")
    assert len(everybody) >= 10
    for who in everybody:
        sign_in(page, "id", who)
        assert 1 <= page.evaluate(MENU) <= 7, who


def test_a_fact_leads_to_its_place_in_the_article(page: Page):
    page.goto("/id/tur/1/")
    link = page.locator("dl.pairs a[href^='#fakta-']").last
    mark = page.locator(f"mark{link.get_attribute('href')}")
    before = mark.evaluate("found => getComputedStyle(found).outlineStyle")
    link.click()
    assert mark.evaluate("found => found.matches(':target')")
    assert before == "none" != mark.evaluate("found => getComputedStyle(found).outlineStyle")
    place = mark.bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 740
    assert page.locator(".thrown del").count() > 3


def test_marks_on_the_map_do_not_cover_each_other_and_stand_in_the_table(page: Page):
    page.goto("/id/tur/2/")
    boxes = page.locator(".map .mark").evaluate_all(
        "found => found.map(one => { const box = one.getBoundingClientRect(); return [box.x, box.y, box.width]; })"
    )
    numbers = page.locator(".map .marks text").all_text_contents()
    assert len(boxes) == len(numbers) > 1
    assert all(
        (x - a) ** 2 + (y - b) ** 2 >= width**2 for at, (x, y, width) in enumerate(boxes) for a, b, _ in boxes[at + 1 :]
    )
    assert set(numbers) <= set(page.locator("table").first.locator("tbody th").all_inner_texts())


def test_every_sheet_of_paper_says_that_it_is_an_exercise(page: Page):
    sign_in(page, "id", "pleno")
    page.goto("/kerja/id/perkara/")
    with page.expect_navigation():
        page.locator("main tbody a").first.click()
    mark = "(({content, position}) => [content, position])(getComputedStyle(document.body, '::after'))"
    assert page.evaluate(mark)[0] == "none"
    page.emulate_media(media="print")
    assert page.evaluate(mark) == ['"LATIHAN"', "fixed"]
    assert not page.locator(".account-bar, .menu, .actions").locator("visible=true").count()


def test_the_menu_is_open_where_the_browser_knows_no_popover(page: Page):
    """Without ``popover`` the attribute means nothing: the list stands there, and the button is not offered."""
    page.goto("/id/")
    assert page.locator(".menu-button").is_visible()
    assert not page.locator("nav.menu").is_visible()
    page.locator("nav.menu").evaluate("found => found.removeAttribute('popover')")
    assert page.locator("nav.menu a").first.is_visible()
    rules = (Path(__file__).resolve().parents[2] / "src/sinetra/web/static/sinetra/sinetra.css").read_text()
    shown = rules.split("@supports selector(:popover-open)")
    assert ".menu-button { display: none;" in shown[0]
    assert shown[1].lstrip().startswith("{ .menu-button { display: inline-flex;")
