"""One real kind of case each, retold in the invented city, from the report to its end: every one goes by the track and
to the body that the law names for it, with its letters made and verified."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench.site import Site
from receiver_walk import PERSONNEL, examined_and_decided, passed_on
from test_letters_walk import letter, verified
from test_one_path_walks import do, read_back, register, sign_in_as, sign_out

pytestmark = pytest.mark.browser
BAWASLU, SECOND, PLENARY = "Staf Bawaslu|Dahlia", "Cendana Contohputra", "Bakung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``there``: who answers for the receiver here; None for one without an account: the sender records its answer."""

    what: str
    act: str
    role: str
    status: str
    track: str
    receiver: str
    there: str | None
    ended: str
    letter: str


# After the published cases C024 (2020, offence), C058 (2025, discipline), C017 (2018, ethics), C041 (2020, election
# administration) and C089 (2024, village head) of the reference; who, where and when are invented.
CASES = {
    "criminal": Case(
        what="Seorang pegawai ikut berkampanye untuk satu pasangan calon.",
        act="campaign_participation",
        role="pns",
        status="pns",
        track="Pidana",
        receiver="Gakkumdu Cendana",
        there=None,
        ended="Terbukti dan dijatuhi sanksi",
        letter="12/Pid.Sus/2024 (contoh)",
    ),
    "discipline": Case(
        what="Seorang pegawai datang ke kampanye satu pasangan calon.",
        act="attend_campaign",
        role="pns",
        status="pns",
        track="Disiplin",
        receiver="BKN (contoh)",
        there="Heliconia",
        ended="Terbukti dan dijatuhi sanksi",
        letter="800/SK-12/2024 (contoh)",
    ),
    "ethics": Case(
        what="Seorang pegawai menyukai unggahan kampanye di media sosial.",
        act="like",
        role="pns",
        status="pns",
        track="Kode etik",
        receiver="BKN (contoh)",
        there="Heliconia",
        ended="Telah ditindaklanjuti",
        letter="",
    ),
    "election administration": Case(
        what="Empat pejabat diganti dalam enam bulan sebelum penetapan calon, tanpa izin menteri.",
        act="official_transfer",
        role="regional_head",
        status="regional_head",
        track="Administrasi pemilihan",
        receiver="KPU Cendana",
        there=None,
        ended="Telah ditindaklanjuti",
        letter="",
    ),
    "village head": Case(
        what="Seorang kepala desa mengajak warga mendukung satu pasangan calon.",
        act="invite_vote",
        role="village_head",
        status="village_head",
        track="Disiplin",
        receiver="Pemko Cendana",
        there="Meranti",
        ended="Terbukti dan dijatuhi sanksi",
        letter="141/7/2024 (contoh)",
    ),
}


def file(page: Page, case: Case) -> str:
    """A named report; the code that the last page shows."""
    page.goto("/id/lapor/")
    page.get_by_label(re.compile("Laporan, dengan nama")).check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Apa yang terjadi?").fill(case.what)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    page.locator(f"input[name=acts][value={case.act}]").first.check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Kapan terjadi?").fill("2024-11-20")
    page.get_by_label("Kapan Anda mengetahuinya?").fill("2024-11-21")
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label(re.compile("^Cari kelurahan")).fill("akar wangi")
    page.get_by_role("button", name="Cari").click()
    page.get_by_label(re.compile("Akar Wangi.*Kota Cendana")).check()
    page.get_by_role("button", name="Lanjut").click()
    page.locator(f"input[name=role][value={case.role}]").check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("heading", name="Apakah ada bukti?").wait_for()
    page.get_by_role("button", name="Lanjut", exact=True).click()
    page.get_by_label("Nama Anda").fill("Warga Contoh")
    page.get_by_label("Alamat Anda").fill("Jalan Contoh 1")
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("button", name="Kirim ke Bawaslu").click()
    return page.locator("#report-code").inner_text()


def study(page: Page, case: Case) -> None:
    """Each finding of the law engine is accepted."""
    page.get_by_role("link", name="Susun kajian").click()
    expect(page.get_by_role("button", name="Tampilkan temuan")).to_be_visible()
    for one in page.locator("select[name$='.status']").all():
        one.select_option(case.status)
    page.get_by_role("button", name="Tampilkan temuan").click()
    expect(page.get_by_role("button", name="Simpan kajian")).to_be_visible()
    for one in page.locator("input[name^='ruling_'][value=accepted]").all():
        one.check()
    page.get_by_label("Fakta 1").fill("Perbuatan itu ada.")
    page.get_by_label("Buktinya").fill("Rekaman.")
    page.get_by_label("Simpulan").fill("Menurut bukti yang ada.")
    page.get_by_label("Terbukti; diteruskan", exact=True).check()
    page.get_by_role("button", name="Simpan kajian").click()
    expect(page.get_by_text("Kajian disimpan.")).to_be_visible()


def decide(page: Page, case: Case) -> None:
    """All are for it; only the track of the case is opened."""
    page.get_by_role("link", name="Catat putusan pleno", exact=True).click()
    expect(page.get_by_role("button", name="Catat putusan pleno", exact=True)).to_be_visible()
    for one in page.locator("select[name^='vote_']").all():
        one.select_option("for")
    page.get_by_label("Terbukti; diteruskan", exact=True).check()
    for one in page.locator("input[name=tracks]").all():
        one.uncheck()
    page.get_by_label(case.track, exact=True).check()
    page.get_by_role("button", name="Catat putusan pleno", exact=True).click()
    expect(page.locator("#jalur")).to_be_visible()


def acknowledged_there(page: Page, case: Case) -> str:
    """The receiver finds it among what arrived, once the worker has brought it, and says that it has it. The address of
    its matter."""
    sign_in_as(page, str(case.there))
    for _ in range(60):
        page.goto("/kerja/id/laporan/")
        for link in page.locator("tbody tr a").all()[-3:]:
            address = str(link.get_attribute("href"))
            page.goto(address)
            if page.get_by_text(case.what[:-1] + " (ringkasan).").count():
                assert "Warga Contoh" not in page.content()
                do(page, "Nyatakan diterima")
                sign_out(page)
                return address
            page.go_back()
        page.wait_for_timeout(500)
    raise AssertionError("the package did not arrive")


def recorded_here(page: Page, matter: str) -> None:
    """One writes down the proof, another looks at it."""
    sign_in_as(page, BAWASLU)
    page.goto(matter)
    page.get_by_role("link", name="Catat jawaban dengan bukti").click()
    page.get_by_label("Penerima menyatakan menerima").check()
    page.get_by_label("Nomor disposisi Srikandi").check()
    page.get_by_label("Nomor pada bukti").fill("SRK-7/2024")
    page.get_by_label("Tanggal pada bukti").fill("2024-11-22")
    page.locator("main form button[type=submit], main form button:not([type])").last.click()
    expect(page.get_by_text("menunggu orang kedua").first).to_be_visible()
    sign_out(page)
    sign_in_as(page, SECOND)
    page.goto(matter)
    page.get_by_role("link", name="periksa buktinya").click()
    page.get_by_label("Bukti cocok, catat sebagai jawaban").check()
    page.locator("main form button[type=submit], main form button:not([type])").last.click()
    expect(page.get_by_text("dicatat pengirim").first).to_be_visible()
    sign_out(page)


@pytest.mark.parametrize("kind", CASES)
def test_from_the_report_to_its_end(chromium: Browser, page: Page, site: Site, tmp_path: Path, kind: str) -> None:
    case = CASES[kind]
    reporter_page = chromium.new_context(base_url=site.url, viewport={"width": 360, "height": 740}).new_page()
    code = file(reporter_page, case)
    paths = {name: tmp_path / f"{name}.pdf" for name in ("study", "plenary_minutes", "forwarding", "status_notice")}

    sign_in_as(page, BAWASLU)
    page.goto("/kerja/id/laporan/?order=oldest")
    page.locator("tbody tr").last.get_by_role("link").first.click()
    expect(page.get_by_text(case.what)).to_be_visible()
    page.get_by_role("button", name="Buka sebagai perkara").click()
    expect(page.locator("details.clock").first).to_be_visible()
    matter = page.url
    do(page, "Mulai kajian awal")
    register(page)
    study(page, case)
    letter(page, matter, "study", paths["study"])
    sign_out(page)

    sign_in_as(page, PLENARY)
    page.goto(matter)
    decide(page, case)
    letter(page, matter, "plenary_minutes", paths["plenary_minutes"])
    sent = {"addressee": case.receiver, "summary": "Ringkasan kajian.", "request": "Mohon ditindaklanjuti."}
    letter(page, matter, "forwarding", paths["forwarding"], **sent)
    page.goto(matter)
    page.locator("section[aria-labelledby=jalur]").get_by_role("link", name="Teruskan").click()
    page.get_by_label("Teruskan ke").select_option(label=case.receiver)
    page.get_by_label(re.compile("Ringkasan kajian")).fill(case.what[:-1] + " (ringkasan).")
    page.get_by_role("button", name="Teruskan", exact=True).click()
    expect(page.get_by_text("menunggu jawaban penerima").first).to_be_visible()
    sign_out(page)

    if case.there is None:
        recorded_here(page, matter)
    else:
        there = acknowledged_there(page, case)
        if kind == "discipline":
            paths |= passed_on(page, there, case.what[:-1], tmp_path)
            received = acknowledged_there(page, replace(case, there=PERSONNEL))
            paths |= examined_and_decided(page, received, tmp_path)

    sign_in_as(page, PLENARY)
    for _ in range(60):
        page.goto(matter)
        if page.get_by_role("link", name="Catat akhirnya").count():
            break
        page.wait_for_timeout(500)
    page.get_by_role("link", name="Catat akhirnya").click()
    page.get_by_label(case.ended).check()
    page.get_by_label("Nomor surat jawaban atau keputusan").fill(case.letter)
    page.get_by_label("Alasan").fill("Surat penerima.")
    page.get_by_role("button", name="Catat akhir jalur").click()
    expect(page.locator("section[aria-labelledby=jalur]").get_by_text(case.ended)).to_be_visible()
    page.get_by_role("link", name="Tutup perkara").click()
    page.get_by_label(re.compile("[Tt]elah ditindaklanjuti|[Dd]itindaklanjuti")).first.check()
    page.get_by_label("Alasan").fill("Semua jalur berakhir.")
    page.get_by_role("button", name="Tutup perkara").click()
    letter(page, matter, "status_notice", paths["status_notice"], reason="Telah ditindaklanjuti.")
    sign_out(page)

    for name, path in paths.items():
        assert verified(path, site) == (0, name)
    read_back(reporter_page, code)
    expect(reporter_page.get_by_text("Ditutup").first).to_be_visible()
    expect(
        reporter_page.get_by_text(case.track).or_(reporter_page.get_by_text(case.track.lower())).first
    ).to_be_visible()
