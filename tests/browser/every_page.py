"""A walk over every page of the demo, public and staff, in one language.

A page without anything variable in its address is found in the list of addresses, so a new one is walked by itself; a
page with a number in its address is opened from the list that leads to it. ``UNREACHED`` says what is no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import Resolver404, resolve
from django.urls.resolvers import URLPattern
from django.utils import translation
from playwright.sync_api import Page

from sinetra.web.public.urls import urlpatterns as public_patterns
from sinetra.web.staff.urls import urlpatterns as staff_patterns

# Addresses that answer with a file, or only take a form and lead on to a page.
UNREACHED = {
    "rulebook_csv",
    "rulebook_xlsx",
    "printed_poster",
    "printed_leaflet",
    "printed_card",
    "printed_message",
    "printed_talk_text",
    "fair_service_sheet",
    # Talking points are about a rule or a status that the address names: public_pages has it with one.
    "printed_talk",
    "statistics_csv",
    "public_circular_pdf",
    "public_circular_message",
    "public_circular_annex",
    "circular_pdf",
    "circular_message",
    "circular_annex",
    "circular_proof",
    "remove_annex",
    "coverage_xlsx",
    "package",
    "import_example",
    "store_import",
    "import_faults",
    "sign_in_as",
    "sign_out",
    "open_report",
    "decide_story",
    "retry_task",
    # A role that ends, a reset of an opened account and its second administrator: tests/web/test_accounts.py has them.
    "end_role",
    "request_reset",
    "confirm_reset",
    # Open only when two people have agreed, or met: tests/web/test_mediation.py has them.
    "hold_mediation",
    "close_mediation",
    # What stands behind a code or a link: tests/browser/test_check_in.py and test_session_walk.py go there.
    "check_in",
    "participant",
    "participant_test",
    "participant_pledge",
    "participant_certificate",
    "own_page",
    "certificate",
    "session_open",
    "session_close",
    "session_screen",
    "session_offline",
    "session_sync",
    "attendance_link",
    "attendance_match",
    "attendance_remove",
    "unit_slips",
    "new_letter",
    "prepare_test",
    "open_after_test",
    # Only where something is as it is not in the demo: tests/web has them by their noun.
    "circular_unit",
    "enter_pledge_sheet",
    "pledge_sheet",
    "pledge_text",
    "rewrite_pledge_text",
    "unit_pledges",
    "programme_understanding",
    "quote_fact",
    "remove_activity_file",
    "remove_part",
    "retire_question",
    "reword_question",
    "settle_commitment",
    # Files.
    "attendance_scan",
    "attendance_xlsx",
    "test_items_xlsx",
    "certificates_pdf",
    "pledges_xlsx",
    "pledge_scan",
    "letter_file",
    "run_sheet_file",
    "programme_calendar_file",
    "activity_file",
}
# Who sees what: each office, each kind of role, and somebody without any.
CAST = (
    "staf.bawaslu",
    "pleno",
    "auditor.bkn",
    "tim.netralitas",
    "humas",
    "petugas.bkpsdm",
    "penyelenggara.dputr",
    "admin",
    "kustodian",
    "pemeriksa.jejak",
    "orang.luar",
)
# Lists whose rows each of the cast may find different.
LISTS = {"inbox", "matters", "articles", "activities", "opinions", "mediations", "circulars", "coverage"}
# Lists whose rows have pages of verbs of their own.
WITH_VERBS = {
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
}
NEXT = "main form .actions button:not([name])"


def press(page: Page, button: str) -> None:
    """The button, and the page that answers."""
    with page.expect_navigation():
        page.locator(button).click()


def names(patterns: list[URLPattern]) -> set[str]:
    return {str(pattern.name) for pattern in patterns} - UNREACHED


def name_of(url: str, language: str) -> str:
    """The name of the page at ``url``, empty when there is none."""
    path = "/" + url.split("://", 1)[-1].split("/", 1)[-1].split("?")[0].split("#")[0]
    with translation.override(language):
        try:
            return resolve(path).url_name or ""
        except Resolver404:
            return ""


def _plain(patterns: list[URLPattern], prefix: str) -> list[str]:
    routes = [str(pattern.pattern) for pattern in patterns if pattern.name not in UNREACHED]
    return [prefix + route for route in routes if "<" not in route]


def public_pages(page: Page, language: str) -> Iterator[str]:
    """Each public page and each state of a form; the page shows it when its name is given."""
    for address in _plain(public_patterns, f"/{language}/"):
        page.goto(address)
        yield address
    for address in (f"/{language}/dari-berita/", f"/{language}/aturan/"):
        page.goto(address)
        # What is folded is read too.
        page.locator("details.fold").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
        yield f"{address} with every fold open"
    norms = page.locator("main .rule-lines a, main .rule-title").first.get_attribute("href")
    for address in (
        norms or "",
        f"/{language}/aturan/?pada=2024-11-22&siapa=tni&jabatan=camat",
        f"/{language}/aturan/?pada=2024-13-40&siapa=raja",
        f"/{language}/aturan/perubahan/?dari=2021-01-01&sampai=2026-11-21",
        f"/{language}/aturan/cetak/?siapa=pns&perbuatan=like&pada=2024-11-22",
        f"/{language}/aturan/cetak/?siapa=raja",
        f"/{language}/aturan/cetak/apel/?siapa=pns&perbuatan=like&pada=2024-11-22",
        f"/{language}/aturan/cetak/poster.pdf?siapa=pns&kertas=a3",
        f"/{language}/dari-berita/000/8/",
        f"/{language}/bolehkah/?perbuatan=like",
        f"/{language}/bolehkah/?perbuatan=like&siapa=pns",
        f"/{language}/bolehkah/?perbuatan=attend_campaign&siapa=pns&langkah=act.active",
        f"/{language}/bolehkah/?cari=kaos",
        f"/{language}/bolehkah/?cari=zzz",
        f"/{language}/pendapat/?q=zzz",
        *(f"/{language}/tur/{number}/" for number in range(1, 6)),
        f"/{language}/tidak-ada/",
    ):
        page.goto(address)
        yield address
    page.goto(f"/{language}/pendapat/")
    page.goto(page.locator("main .rule-title").first.get_attribute("href") or "")
    yield "opinion"
    page.goto(f"/{language}/edaran/")
    circular = page.locator("main .rule-title").first.get_attribute("href") or ""
    page.goto(circular)
    yield "circular"
    page.goto(f"{circular}terima/")
    yield "circular: received?"
    press(page, NEXT)
    yield "circular: nothing answered"
    page.locator("#id_name").fill("Warga Contoh")
    page.locator("#id_unit").fill("Dinas Contoh")
    press(page, NEXT)
    yield "circular: received"
    yield from question_pages(page, language)
    yield from mediation_pages(page, language)
    page.goto(f"/{language}/lapor/?perihal=layanan")
    yield "report: begun with a topic"
    yield from report_pages(page, language)


def question_pages(page: Page, language: str) -> Iterator[str]:
    """From an answer to the Tim Netralitas, to the code, and back with it."""
    page.goto(f"/{language}/tanya/?perbuatan=attend_campaign&siapa=pns")
    yield "question: with the facts of the interview"
    press(page, NEXT)
    yield "question: nothing written"
    page.locator("#id_text").fill("Bolehkah saya datang sepulang kerja, tanpa atribut?")
    press(page, NEXT)
    yield "question: sent"
    code = page.locator("#question-code").inner_text()
    page.goto(f"/{language}/tanya/jawaban/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "question: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "question: not answered yet"


def mediation_pages(page: Page, language: str) -> Iterator[str]:
    """A threat is led elsewhere; friction gets two codes; a code reads, writes and stops."""
    page.goto(f"/{language}/mediasi/minta/")
    press(page, NEXT)
    yield "mediation: nothing written"
    page.locator("#id_text").fill("Kami saling menyindir di grup kantor, lalu tidak bertegur sapa.")
    page.locator("input[name=danger][value=yes]").check()
    press(page, NEXT)
    yield "mediation: not friction"
    page.goto(f"/{language}/mediasi/minta/")
    page.locator("#id_text").fill("Kami saling menyindir di grup kantor, lalu tidak bertegur sapa.")
    page.locator("input[name=danger][value=no]").check()
    press(page, NEXT)
    yield "mediation: sent"
    code = page.locator("#mediation-code").inner_text()
    page.goto(f"/{language}/mediasi/ikuti/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "mediation: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "mediation: followed"
    page.locator("#id_text").fill("Selasa sore saya bisa.")
    press(page, "main form button[value=write]")
    yield "mediation: a message"
    press(page, "main form button[value=leave]")
    yield "mediation: before stopping"
    press(page, "main form button[value=stop]")
    yield "mediation: stopped"


def report_pages(page: Page, language: str) -> Iterator[str]:
    """The report with a wrong answer on every page, to its code, and back with the code."""
    page.goto(f"/{language}/lapor/")
    for name, answer in (
        ("channel", _with_a_name),
        ("what", _what),
        ("when", _when),
        ("where", _where),
        ("who", _who),
        ("reporter", _reporter),
    ):
        yield f"report: {name}"
        press(page, NEXT)
        yield f"report: {name}, nothing answered"
        answer(page)
        press(page, NEXT)
    yield "report: summary"
    press(page, "button[name=go][value=send]")
    yield "report: filed"
    code = page.locator("#report-code").inner_text()
    page.goto(f"/{language}/ikuti/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "follow: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "follow: steps"


def _with_a_name(page: Page) -> None:
    page.locator("input[name=channel][value=report]").check()


def _what(page: Page) -> None:
    page.locator("#id_what").fill("Seorang lurah membagikan unggahan pasangan calon di grup warga.")
    if not page.locator("details[open] input[name=acts]").count():
        page.locator("fieldset details summary").first.click()
    page.locator("details[open] input[name=acts]").first.check()


def _when(page: Page) -> None:
    page.locator("#id_happened_on").fill("2024-11-20")
    page.locator("#id_known_on").fill("2024-11-21")


def _where(page: Page) -> None:
    page.locator("#id_search").fill("akar wangi")
    press(page, "button[name=go][value=find]")
    page.locator("input[name=region]").first.check()


def _who(page: Page) -> None:
    page.locator("input[name=role]").first.check()


def _reporter(page: Page) -> None:
    page.locator("#id_name").fill("Warga Contoh")
    page.locator("#id_address").fill("Jalan Contoh 1")


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
        for address in _plain(staff_patterns, home)[1:]:
            kind = name_of(address, language)
            if kind in seen and kind not in LISTS:
                continue
            if not _opens(page, address):
                continue
            if kind not in seen:
                seen.add(kind)
                yield f"{who}: {address}"
            for row in dict.fromkeys(_addresses(page, "main tbody a")):
                yield from _once(page, language, who, row, seen)
                if kind in WITH_VERBS:
                    yield from _below(page, language, who, row, seen)
    page.goto(f"{home}perkara/")
    yield f"{cast[-1]}: refused"


def _registered(page: Page, language: str, seen: set[str]) -> Iterator[str]:
    """A report is opened as a matter and registered, so that the later verbs have something to stand on."""
    sign_in(page, language, "staf.bawaslu")
    page.goto(f"/kerja/{language}/laporan/")
    for address in reversed(_addresses(page, "main tbody a[href*='/laporan/']")):
        page.goto(address)
        press(page, "form.confirm button")
        matter = page.url
        for verb in ("start_study", "register"):
            if any(link.endswith(f"/{verb}/") for link in _addresses(page, "main .actions a")):
                yield from _once(page, language, "staf.bawaslu", f"{matter}{verb}/", seen)
                page.goto(f"{matter}{verb}/")
                press(page, "form.confirm button")
        if "register" in seen:
            return


def _opens(page: Page, address: str) -> bool:
    answer = page.goto(address)
    return answer is not None and answer.ok


def _addresses(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("found => found.map(a => a.getAttribute('href'))")
    return found


def _once(page: Page, language: str, who: str, address: str, seen: set[str]) -> Iterator[str]:
    """The page, if none of its kind was walked yet; a verb is a kind of its own."""
    kind = name_of(address, language)
    kind = address.rstrip("/").rsplit("/", 1)[-1] if kind == "verb" else kind
    if kind and kind not in UNREACHED | seen and _opens(page, address):
        seen.add(kind)
        yield f"{who}: {address}"


def _below(page: Page, language: str, who: str, row: str, seen: set[str], depth: int = 2) -> Iterator[str]:
    """What a row leads to, and what that leads to: its verbs, its parts, the sessions of an activity."""
    page.goto(row)
    for address in dict.fromkeys(_addresses(page, "main a")):
        for name in _once(page, language, who, address, seen):
            yield name
            if depth > 1:
                yield from _below(page, language, who, address, seen, depth - 1)
