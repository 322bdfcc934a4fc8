"""A report is filed without an account, taken by Bawaslu, forwarded, acknowledged by BKN, and read back by its code."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WHAT = "Seorang lurah membagikan unggahan pasangan calon di grup warga."


def file_a_report(page: Page, *, named: bool) -> str:
    """The code that the last page shows."""
    page.goto("/id/lapor/")
    expect(page.get_by_text("rahasia dan hak")).to_be_visible()
    page.get_by_label(re.compile("Laporan, dengan nama" if named else "tanpa nama")).check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Apa yang terjadi?").fill(WHAT)
    page.get_by_text("Di media sosial").click()
    page.get_by_label("Membagikan unggahan yang mendukung calon").check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Kapan terjadi?").fill("2024-11-20")
    page.get_by_label("Kapan Anda mengetahuinya?").fill("2024-11-21")
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label(re.compile("^Cari kelurahan")).fill("akar wangi")
    page.get_by_role("button", name="Cari").click()
    page.get_by_label(re.compile("Akar Wangi.*Kota Cendana")).check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Lurah", exact=True).check()
    page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_role("heading", name="Apakah ada bukti?")).to_be_visible()
    page.get_by_role("button", name="Lanjut", exact=True).click()
    if named:
        page.get_by_label("Nama Anda").fill("Warga Contoh")
        page.get_by_label("Alamat Anda").fill("Jalan Contoh 1")
        page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_text(WHAT)).to_be_visible()
    page.get_by_role("button", name="Kirim ke Bawaslu").click()
    expect(page.get_by_role("heading", name="Sudah diterima")).to_be_visible()
    return page.locator("#report-code").inner_text()


def sign_in_as(page: Page, name: str) -> None:
    page.goto("/kerja/id/masuk/")
    page.get_by_role("button", name=re.compile(name)).click()
    expect(page.get_by_role("heading", name="Ruang kerja")).to_be_visible()


def sign_out(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Keluar").click()


def do(page: Page, verb: str, **fields: str) -> None:
    page.get_by_role("link", name=verb, exact=True).click()
    for label, value in fields.items():
        page.get_by_label(re.compile(label.replace("_", " "))).fill(value)
    with page.expect_navigation():
        page.get_by_role("button", name=verb, exact=True).click()


def register(page: Page) -> None:
    """The matter that is open: all requirements met, found complete, registered."""
    page.get_by_role("link", name="Periksa daftar syarat").click()
    expect(page.get_by_role("button", name="Simpan daftar syarat")).to_be_visible()
    for one in page.get_by_label("Terpenuhi").all():
        one.check()
    page.get_by_role("button", name="Simpan daftar syarat").click()
    do(page, "Nyatakan lengkap")
    do(page, "Registrasi")


def write_study(page: Page, proposal: str) -> None:
    """The matter that is open: who is reported is a PNS, each finding of the law engine is accepted."""
    page.get_by_role("link", name="Susun kajian").click()
    expect(page.get_by_role("button", name="Tampilkan temuan")).to_be_visible()
    for one in page.locator("select[name$='.status']").all():
        one.select_option("pns")
    page.get_by_role("button", name="Tampilkan temuan").click()
    expect(page.get_by_role("button", name="Simpan kajian")).to_be_visible()
    for one in page.locator("input[name^='ruling_'][value=accepted]").all():
        one.check()
    page.get_by_label("Fakta 1").fill("Unggahan itu ada.")
    page.get_by_label("Buktinya").fill("Tangkapan layar.")
    page.get_by_label("Simpulan").fill("Menurut bukti yang ada.")
    page.get_by_label(proposal).check()
    page.get_by_role("button", name="Simpan kajian").click()
    expect(page.get_by_text("Kajian disimpan.")).to_be_visible()


def hold_plenary(page: Page, decision: str) -> None:
    """The matter that is open: everybody sits; the last member is against it and says why."""
    page.get_by_role("link", name="Catat putusan pleno", exact=True).click()
    expect(page.get_by_role("button", name="Catat putusan pleno", exact=True)).to_be_visible()
    *others, last = page.locator("select[name^='vote_']").all()
    for one in others:
        one.select_option("for")
    last.select_option("against")
    page.locator("textarea[name^='dissent_']").last.fill("Buktinya berkata lain.")
    page.get_by_label(decision).check()
    if decision.startswith("Terbukti"):
        page.get_by_label("Disiplin").check()
    page.get_by_role("button", name="Catat putusan pleno", exact=True).click()
    expect(page.get_by_text("Buktinya berkata lain.")).to_be_visible()


def read_back(page: Page, code: str) -> None:
    page.goto("/id/ikuti/")
    page.get_by_label("Kode").fill(code)
    page.get_by_role("button", name="Lihat perkembangan").click()


@pytest.mark.parametrize("named", [True, False], ids=["laporan", "informasi awal"])
def test_a_report_is_filed_and_followed(reporter_page: Page, named: bool):
    page = reporter_page
    code = file_a_report(page, named=named)
    assert len(code.split()) == 9
    read_back(page, code)
    expect(page.get_by_text("Diterima oleh Bawaslu Kota Cendana")).to_be_visible()
    assert page.context.cookies() == []


def test_the_whole_path(reporter_page: Page, chromium, site):
    code = file_a_report(reporter_page, named=True)
    context = chromium.new_context(base_url=site.url, viewport={"width": 360, "height": 740})
    page = context.new_page()

    sign_in_as(page, "Staf Bawaslu|Dahlia")
    page.goto("/kerja/id/laporan/?order=oldest")
    page.locator("tbody tr").last.get_by_role("link").first.click()
    expect(page.get_by_text(WHAT)).to_be_visible()
    page.get_by_role("button", name="Buka sebagai perkara").click()
    expect(page.locator("details.clock").first).to_be_visible()
    page.locator("details.clock summary").first.click()
    matter = page.url
    do(page, "Mulai kajian awal")
    register(page)
    write_study(page, "Terbukti; diteruskan")
    sign_out(page)

    sign_in_as(page, "Bakung")
    page.goto(matter)
    hold_plenary(page, "Terbukti; diteruskan")
    page.get_by_role("link", name="Teruskan", exact=True).click()
    page.get_by_label("Teruskan ke").select_option(label="BKN (contoh)")
    page.get_by_label(re.compile("Ringkasan kajian")).fill("Dugaan netralitas; bukti tangkapan layar.")
    page.get_by_role("button", name="Teruskan", exact=True).click()
    expect(page.get_by_text("menunggu tanda terima").first).to_be_visible()
    sign_out(page)

    sign_in_as(page, "Heliconia")
    # The worker of the server brings the package over; others may lie there already.
    for _ in range(40):
        page.goto("/kerja/id/laporan/")
        if page.locator("tbody tr").count():
            page.locator("tbody tr").last.get_by_role("link").first.click()
            page.wait_for_load_state()
            if page.get_by_text("Dugaan netralitas").count():
                break
        page.wait_for_timeout(500)
    expect(page.get_by_text("Dugaan netralitas")).to_be_visible()
    assert WHAT not in page.content()
    assert "Warga Contoh" not in page.content()
    do(page, "Nyatakan diterima")
    context.close()

    for _ in range(40):
        read_back(reporter_page, code)
        if reporter_page.get_by_text("menyatakan telah menerima").count():
            break
        reporter_page.wait_for_timeout(500)
    steps = ("Dibuka sebagai perkara", "Kajian awal dimulai", "Diteruskan kepada BKN", "menyatakan telah menerima")
    for text in steps:
        expect(reporter_page.get_by_text(text)).to_be_visible()
