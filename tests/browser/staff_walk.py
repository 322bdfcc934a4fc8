"""A walk over the pages of the staff in one language: each of the cast, each kind of page, each verb once."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html
from every_page import UNREACHED, name_of, plain, press
from playwright.sync_api import Page

from sinetra.web.staff.urls import urlpatterns as staff_patterns

# Who sees what: each office, each kind of role, and somebody without any.
CAST = (
    "staf.bawaslu",
    "pleno",
    "auditor.bkn",
    "tim.netralitas",
    "humas",
    "petugas.bkpsdm",
    "kepala.bkpsdm",
    "penyelenggara.dputr",
    "admin",
    "kustodian",
    "pemeriksa.jejak",
    "orang.luar",
)
# Lists whose rows each of the cast may find different.
LISTS = {
    "interests",
    "inbox",
    "matters",
    "articles",
    "activities",
    "opinions",
    "mediations",
    "invitations",
    "circulars",
    "coverage",
    "own_index",
    "stories",
    "watch_lists",
    "digest",
    "career_steps",
    "career_policies",
    "agreements",
    "data_requests",
    "disclosures",
}
# Lists whose rows have pages of verbs of their own.
WITH_VERBS = {
    "inbox",
    "matters",
    "accounts",
    "opinions",
    "mediations",
    "programmes",
    "activities",
    "coverage",
    "circulars",
    "pledges",
    "question_bank",
    "test_activities",
    "watch_lists",
    "career_steps",
    "career_policies",
    "people",
    "agreements",
    "data_requests",
    "disclosures",
}
# What offers each of the cast pages of its own below it.
LEADS_ON = {"session", "certificates"}
# Pages whose links lead on without a table.
WITH_LINKS = {"digest", "heads", "office", "reply_texts"}


def sign_in(page: Page, language: str, who: str) -> None:
    page.context.clear_cookies()
    page.goto(f"/kerja/{language}/masuk/")
    press(page, f".cast button[value='{who}']")


def staff_pages(page: Page, language: str, cast: tuple[str, ...] = CAST) -> Iterator[str]:
    """The workspace and menu of each of the cast; every other kind of page once, and every verb of a matter once."""
    home = f"/kerja/{language}/"
    page.goto(f"{home}masuk/")
    yield "sign-in"
    page.locator("main details summary").last.click()
    press(page, "main details form button[type=submit]")
    yield "sign-in, nothing answered"
    seen = {"workspace", "sign_in"}
    yield from _registered(page, language, seen)
    for who in cast:
        sign_in(page, language, who)
        yield f"{who}: workspace"
        for address in plain(staff_patterns, home)[1:]:
            kind = name_of(address, language)
            if kind in seen and kind not in LISTS | WITH_VERBS:
                continue
            rows = _links(page, address, "//main//tbody//a/@href")
            if rows is None:
                continue
            if kind not in seen:
                seen.add(kind)
                page.goto(address)
                yield f"{who}: {address}"
            if kind in WITH_LINKS:
                yield from _below(page, language, who, address, seen)
            for row in dict.fromkeys(rows):
                yield from _once(page, language, who, row, seen)
                if kind in WITH_VERBS:
                    yield from _below(page, language, who, row, seen)
    page.goto(f"{home}perkara/")
    yield f"{cast[-1]}: refused"


def _registered(page: Page, language: str, seen: set[str]) -> Iterator[str]:
    """A report is opened as a matter and registered, and has a study, so that the later verbs have something to
    stand on."""
    sign_in(page, language, "staf.bawaslu")
    page.goto(f"/kerja/{language}/laporan/")
    for address in _addresses(page, "main tbody a[href*='/laporan/']:not([href$='/pesan/'])"):
        yield from _once(page, language, "staf.bawaslu", address, seen)
        page.goto(address)
        press(page, "form.confirm button")
        matter = page.url
        for verb in ("start_study", "syarat", "find_complete", "register"):
            if any(link.endswith(f"/{verb}/") for link in _addresses(page, "main .actions a")):
                yield from _once(page, language, "staf.bawaslu", f"{matter}{verb}/", seen)
                page.goto(f"{matter}{verb}/")
                if verb == "syarat":
                    for met in page.locator("input[type=radio][value=met]").all():
                        met.check()
                press(page, "form:is(.confirm, .requirements) .actions button")
        if "register" in seen:
            yield from _once(page, language, "staf.bawaslu", f"{matter}kajian/", seen)
            for status in page.locator("select[name$='.status']").all():
                status.select_option("pns")
            press(page, "button[value=examine]")
            yield "staf.bawaslu: study with its findings"
            for accepted in page.locator("input[name^='ruling_'][value=accepted]").all():
                accepted.check()
            page.locator("[name=conclusion]").fill("Contoh.")
            page.locator("input[name=proposal][value=proven]").check()
            press(page, "button[value=save]")
            return


def _opens(page: Page, address: str) -> bool:
    answer = page.goto(address)
    return answer is not None and answer.ok


def _addresses(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("found => found.map(a => a.getAttribute('href'))")
    return found


def _links(page: Page, address: str, which: str = "//main//a/@href") -> list[str] | None:
    """Where a page leads, read without showing it; None where it does not open."""
    answer = page.context.request.get(address)
    if not answer.ok:
        return None
    if not answer.headers["content-type"].startswith("text/html"):
        return []
    return [str(found) for found in lxml.html.fromstring(answer.body()).xpath(which)]


def _once(page: Page, language: str, who: str, address: str, seen: set[str]) -> Iterator[str]:
    """The page, if none of its kind was walked yet; a verb is a kind of its own."""
    kind = name_of(address, language)
    kind = address.rstrip("/").rsplit("/", 1)[-1] if kind in {"verb", "examination_verb"} else kind
    if kind and kind not in UNREACHED | seen and _opens(page, address):
        seen.add(kind)
        yield f"{who}: {address}"


def _below(page: Page, language: str, who: str, row: str, seen: set[str], depth: int = 2) -> Iterator[str]:
    """What a row leads to, and what that leads to: its verbs, its parts, the sessions of an activity. Lists, and the
    activities in theirs, have their own turn."""
    for address in dict.fromkeys(_links(page, row) or []):
        kind = name_of(address, language)
        if kind in LISTS | WITH_VERBS or kind == "activity":
            continue
        if kind in LEADS_ON:
            if depth > 1 and f"{who} {address}" not in seen:
                seen.add(f"{who} {address}")
                yield from _once(page, language, who, address, seen)
                yield from _below(page, language, who, address, seen, depth - 1)
            continue
        for name in _once(page, language, who, address, seen):
            yield name
            if depth > 1:
                yield from _below(page, language, who, address, seen, depth - 1)
