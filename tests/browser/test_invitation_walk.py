"""The acting mayor's case, retold in the invented city: invited by a pair, the Pjs consults both, reads what the law of
that day says, decides, and holds a proof that anybody can check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.site import Site
from every_page import press
from playwright.sync_api import Browser, BrowserContext, Page, expect
from public_walk import fill_invitation
from staff_walk import sign_in

from sinetra.core.documents.consult_proof import statement_in

pytestmark = pytest.mark.browser
PLACE = "Lapangan Kenari Kota Cendana"


def advise(browser: Browser, site: Site, who: str, advice: str) -> None:
    """An adviser finds the newest invitation, reads it beside the law, and answers."""
    desk = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=site.url)
    desk.set_default_timeout(15_000)
    page = desk.new_page()
    sign_in(page, "id", who)
    found = _mine(page)
    expect(found.get_by_text(PLACE)).to_be_visible()
    assert "Angsana" not in found.locator("main").inner_text(), "the name for the proof is not shown to advisers"
    expect(found.get_by_text("SE Bawaslu 111/2024").first).to_be_visible()
    found.locator("input[name=stance][value=better_not]").check()
    found.locator("#id_text").fill(advice)
    found.locator("input[name=chosen][value='bawaslu2024.attendance']").check()
    press(found, "main form.confirm button")
    expect(found.get_by_text("Nasihat terkirim")).to_be_visible()
    desk.close()


def _mine(page: Page) -> Page:
    """The worker brings it to Bawaslu within seconds: the list is looked at until it is there."""
    for _ in range(60):
        page.goto("/kerja/id/undangan/")
        for address in page.locator("main tbody a").evaluate_all("found => found.map(a => a.getAttribute('href'))"):
            page.goto(address)
            if page.get_by_text(PLACE).count():
                return page
        page.wait_for_timeout(500)
    raise AssertionError("the invitation never came")


def opened(page: Page, code: str) -> None:
    page.goto("/id/undangan/ikuti/")
    page.locator("#id_code").fill(code)
    press(page, "main form button")


def test_the_acting_mayor_consults_both_decides_and_proves_it(
    chromium: Browser, site: Site, phone: Callable[[], BrowserContext], tmp_path: Path
):
    page = phone().new_page()
    page.goto("/id/undangan/")
    fill_invitation(page, "2024-10-12", asks=("listen",))
    page.locator("#id_place").fill(PLACE)
    page.locator("#id_name").fill("Angsana Contohwati, Pjs Wali Kota Cendana")
    press(page, "main form button[value=read]")
    # The law of 12 October knows no ban on only listening; that of 23 November does.
    expect(page.locator(".answer .verdict")).to_have_text("Tidak ditemukan larangan")
    press(page, "main form button[value=back]")
    page.locator("#id_event_on").fill("2024-11-23")
    press(page, "main form button[value=read]")
    expect(page.locator(".answer .verdict")).to_have_text("Tergantung")
    expect(page.get_by_text("SE Bawaslu 111/2024").first).to_be_visible()
    page.locator("input[name='subject.acting_kind'][value=pjs]").check()
    page.locator("input[name='act.on_duty'][value=false]").check()
    press(page, "main form button[value=send]")
    code = page.locator("#invitation-code").inner_text()
    opened(page, code)
    expect(page.get_by_text("Belum menjawab")).to_have_count(2)
    advise(chromium, site, "tim.netralitas", "Sebaiknya tidak hadir. Mintalah maaf secara tertulis.")
    advise(chromium, site, "staf.bawaslu", "Kami sependapat dengan tim: kehadiran dihitung sebagai dukungan.")
    for _ in range(60):
        opened(page, code)
        if not page.get_by_text("Belum menjawab").count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_text("Sebaiknya tidak", exact=True)).to_have_count(2)
    page.locator("input[name=choice][value=decline]").check()
    page.locator("#id_reason").fill("Tidak hadir, sesuai nasihat keduanya.")
    press(page, "main form button[value=decide]")
    page.locator("#id_text").fill("Tidak hadir. Permintaan maaf dikirim.")
    press(page, "main form button[value=note]")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh bukti (PDF)").click()
    sheet = tmp_path / "bukti.pdf"
    got.value.save_as(sheet)
    statement, _signature = statement_in(sheet.read_bytes())
    assert (statement.law_date, statement.choice, statement.team_on != "", statement.bawaslu_on != "") == (
        "2024-11-23",
        "decline",
        True,
        True,
    )
    other = phone().new_page()
    other.goto("/id/undangan/periksa/")
    other.locator("#id_pdf").set_input_files(sheet)
    press(other, "main form button")
    expect(other.get_by_role("heading", name="Bukti ini asli")).to_be_visible()
    expect(other.get_by_text("Tidak memenuhi")).to_be_visible()
    touched = bytearray(sheet.read_bytes())
    touched[len(touched) // 2] ^= 1
    (tmp_path / "ubah.pdf").write_bytes(touched)
    other.goto("/id/undangan/periksa/")
    other.locator("#id_pdf").set_input_files(tmp_path / "ubah.pdf")
    press(other, "main form button")
    expect(other.get_by_role("heading", name="Bukti ini tidak cocok")).to_be_visible()
    assert page.context.cookies() == [] and other.context.cookies() == []


def test_what_a_scanned_code_brings_is_put_into_the_field(chromium: Browser, site: Site):
    """With JavaScript the text behind the # goes into the field; without, it is pasted."""
    context = chromium.new_context(base_url=site.url)
    page = context.new_page()
    page.goto("/id/undangan/periksa/#SINETRA-KONSULTASI-1.contoh.contoh")
    expect(page.locator("#id_text")).to_have_value("SINETRA-KONSULTASI-1.contoh.contoh")
    assert "#" not in page.url
    context.close()
