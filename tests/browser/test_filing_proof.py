"""On a phone, with and without JavaScript: a proof is asked for after filing, downloaded, and checked by anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from test_one_path_walks import file_a_report

from sinetra.core.documents.filing_proof import statement_in
from sinetra.core.filing_proof import signed_text

pytestmark = pytest.mark.browser


def test_a_proof_is_downloaded_after_filing_and_verified(reporter_page: Page, tmp_path: Path):
    page = reporter_page
    file_a_report(page, named=False)
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh bukti (PDF)").click()
    sheet = tmp_path / "bukti.pdf"
    got.value.save_as(sheet)
    page.goto("/id/bukti/")
    page.locator("#id_pdf").set_input_files(sheet)
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_role("heading", name="Bukti ini asli")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.goto("/id/bukti/")
    page.locator("#id_text").fill(f"https://lain.contoh/id/bukti/#{signed_text(*statement_in(sheet.read_bytes()))}")
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_text("Kota Cendana (contoh)").first).to_be_visible()
    expect(page.get_by_role("heading", name="Bukti ini asli")).to_be_visible()
    assert page.context.cookies() == []
