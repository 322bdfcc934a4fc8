"""Reporter and office talk by the code: message, answer, completion, news without sending the code, withdrawal."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from bench.site import Site, environment
from playwright.sync_api import Page, expect
from test_one_path_walks import do, file_a_report, read_back, sign_in_as

pytestmark = pytest.mark.browser

MESSAGE, REPLY, ANSWER = "Spanduknya masih ada sore ini.", "Terima kasih. Di jalan mana?", "Fotonya saya bawa besok."
BUILD = """
import django; django.setup()
from datetime import UTC, datetime
from sinetra.apps.reports.models import NewsList
from sinetra.apps.reports.news import build_news
NewsList.objects.all().delete()
now = datetime.now(UTC)
build_news(now.date(), now)
"""


def tomorrow(site: Site) -> None:
    """The list is made anew, as the worker does it a day later."""
    python_path = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    env = environment(site.data, DJANGO_SETTINGS_MODULE="sinetra.settings.main", **python_path)
    subprocess.run([sys.executable, "-c", BUILD], env=env, check=True)


def looked(page: Page, code: str) -> str:
    """What the page finds out by itself; nothing of the code leaves it."""
    sent: list[str] = []
    page.goto("/id/ikuti/")
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''} {request.headers}"))
    page.get_by_label("Kode").fill(code)
    page.get_by_role("button", name="Periksa tanpa mengirim kode").click()
    told = page.locator("#kabar [role=status]")
    expect(told).not_to_be_empty()
    assert any("/api/v1/follow/news" in line for line in sent)
    # The folder of the scripts is named by a word that a code can have.
    lines = [line.replace("/statis/", "/") for line in sent]
    assert not any(word in line for line in lines for word in code.split() if len(word) > 5)
    return told.inner_text()


def fits(page: Page) -> None:
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_talk(reporter_page: Page, chromium, site: Site, request: pytest.FixtureRequest):
    page, has_script = reporter_page, request.node.callspec.id == "with JavaScript"
    code = file_a_report(page, named=True)
    read_back(page, code)
    page.get_by_label("Tulis pesan").fill(MESSAGE)
    page.get_by_role("button", name="Kirim pesan").click()
    expect(page.get_by_text("Pesan terkirim.")).to_be_visible()
    fits(page)

    desk = chromium.new_context(base_url=site.url, viewport={"width": 360, "height": 740})
    staff = desk.new_page()
    sign_in_as(staff, "Staf Bawaslu|Dahlia")
    staff.goto("/kerja/id/laporan/")
    unread = staff.get_by_role("table", name=re.compile("Pesan pelapor"))
    unread.locator("tbody tr").last.get_by_role("link").click()
    expect(staff.get_by_text(MESSAGE)).to_be_visible()
    fits(staff)
    staff.get_by_label("Pesan kepada pelapor").fill(REPLY)
    staff.get_by_role("button", name="Kirim pesan").click()
    expect(staff.get_by_text(REPLY)).to_be_visible()
    expect(staff.get_by_role("button", name="Tandai sudah dibaca")).to_have_count(0)

    tomorrow(site)
    page.goto("/id/ikuti/")
    if has_script:
        assert looked(page, code).startswith("Ada kabar")
        wrong = " ".join(reversed(code.split()))
        assert "tidak cocok" in looked(page, wrong)
    else:
        expect(page.get_by_role("button", name="Periksa tanpa mengirim kode")).to_have_count(0)
    read_back(page, code)
    expect(page.get_by_text("1 pesan baru dari kantor")).to_be_visible()
    expect(page.get_by_text(REPLY)).to_be_visible()
    fits(page)
    tomorrow(site)
    if has_script:
        assert looked(page, code).startswith("Belum ada kabar")

    staff.get_by_role("navigation", name="Jalan kembali").get_by_role("link").click()
    staff.get_by_role("button", name="Buka sebagai perkara").click()
    do(staff, "Mulai kajian awal")
    staff.get_by_role("link", name="Periksa daftar syarat").click()
    expect(staff.get_by_role("button", name="Simpan daftar syarat")).to_be_visible()
    for one in staff.get_by_label("Terpenuhi").all():
        one.check()
    staff.locator("input[name=answer_evidence][value=not_met]").check()
    staff.locator("[name=note_evidence]").fill("Belum ada foto.")
    staff.get_by_role("button", name="Simpan daftar syarat").click()
    do(staff, "Minta perbaikan")

    read_back(page, code)
    expect(page.get_by_role("heading", name="Yang perlu Anda lengkapi")).to_be_visible()
    expect(page.locator("section[aria-labelledby=diminta] details.clock")).to_be_visible()
    page.get_by_label("Jawaban Anda").fill(ANSWER)
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_text("Jawaban terkirim. Kantor memeriksanya.")).to_be_visible()
    fits(page)

    page.get_by_role("button", name="Cabut laporan").click()
    expect(page.get_by_text("laporan berhenti di sini")).to_be_visible()
    fits(page)
    page.get_by_role("button", name="Minta pencabutan").click()
    expect(page.get_by_text("Kantor belum memutuskan.")).to_be_visible()
    assert page.context.cookies() == []

    staff.get_by_role("link", name="Buka percakapan").click()
    expect(staff.get_by_text(ANSWER)).to_be_visible()
    expect(staff.get_by_text("Pelapor meminta pencabutan")).to_be_visible()
    fits(staff)
    desk.close()
