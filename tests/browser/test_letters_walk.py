"""A report that comes to nothing, with all its letters: each is numbered, sealed and verified; afterwards none but the
statement of clearance names the person."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench.site import Site
from test_one_path_walks import do, file_a_report, hold_plenary, register, sign_in_as, sign_out, write_study

pytestmark = pytest.mark.browser
COMMAND = Path(sys.executable).parent / "sinetra"
SESSION = {"held_on": "2024-11-25", "venue": "Kantor Bawaslu Kota Cendana"}


def letter(page: Page, matter: str, kind: str, path: Path, choices: tuple[str, ...] = (), **fields: str) -> str:
    """Drafted, numbered, brought to ``path``; the address of its check page."""
    page.goto(f"{matter}surat/{kind}/")
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)
    for choice in choices:
        page.locator(f"[name={choice.split('=')[0]}][value={choice.split('=')[1]}]").check()
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_role("link", name="Beri nomor").click()
    page.get_by_role("button", name="Beri nomor").click()
    expect(page.get_by_text("Surat bernomor")).to_be_visible()
    link = page.get_by_role("link", name="PDF bersegel").get_attribute("href")
    path.write_bytes(page.request.get(str(link)).body())
    return str(page.get_by_role("link", name="Halaman pemeriksaan untuk umum").get_attribute("href"))


def verified(path: Path, site: Site) -> tuple[int, str]:
    kept = os.environ | {"SINETRA_DATA": str(site.data), "SINETRA_LANG": "id"}
    done = subprocess.run([str(COMMAND), "verify-document", str(path), "--json"], capture_output=True, env=kept)
    return done.returncode, str(json.loads(done.stdout)["kind"])


def test_a_report_that_comes_to_nothing_has_all_its_letters(page: Page, site: Site, tmp_path: Path) -> None:
    file_a_report(page, named=True)
    files = {name: tmp_path / f"{name}.pdf" for name in ("receipt", "gap_notice", "summons", "clarification_minutes")}
    files |= {name: tmp_path / f"{name}.pdf" for name in ("study", "plenary_minutes", "status_notice", "clearance")}

    sign_in_as(page, "Staf Bawaslu|Dahlia")
    page.goto("/kerja/id/laporan/?order=oldest")
    page.locator("tbody tr").last.get_by_role("link").first.click()
    page.get_by_role("button", name="Buka sebagai perkara").click()
    expect(page.locator("details.clock").first).to_be_visible()
    matter = page.url
    letter(page, matter, "receipt", files["receipt"], received_by="Petugas penerima")
    page.goto(matter)
    do(page, "Mulai kajian awal")
    letter(page, matter, "gap_notice", files["gap_notice"], gaps="Tempat kejadian\nBukti", until="2024-11-25")
    page.goto(matter)
    register(page)
    invited = ("giver=reported",)
    letter(page, matter, "summons", files["summons"], invited, **SESSION, held_at="09.00 WIB")
    heard = (*invited, "oath=promise")
    letter(page, matter, "clarification_minutes", files["clarification_minutes"], heard, **SESSION, statement="T: J:")
    page.goto(matter)
    write_study(page, "Tidak terbukti; dihentikan")
    letter(page, matter, "study", files["study"])
    sign_out(page)

    sign_in_as(page, "Bakung")
    page.goto(matter)
    hold_plenary(page, "Tidak terbukti; dihentikan")
    letter(page, matter, "plenary_minutes", files["plenary_minutes"])
    page.goto(matter)
    page.get_by_role("link", name="Tutup perkara").click()
    page.get_by_label("Tidak terbukti").check()
    page.get_by_label("Alasan").fill("Bukti tidak cukup.")
    page.get_by_role("button", name="Tutup perkara").click()
    letter(page, matter, "status_notice", files["status_notice"], reason="Bukti tidak cukup.")
    check = letter(page, matter, "clearance", files["clearance"])
    sign_out(page)

    for kind, path in files.items():
        assert verified(path, site) == (0, kind)
    changed = bytearray(files["clearance"].read_bytes())
    changed[len(changed) // 2] ^= 1
    files["clearance"].write_bytes(bytes(changed))
    assert verified(files["clearance"], site)[0] == 3
    page.goto(check)
    expect(page.get_by_role("heading", name="Surat ini berlaku")).to_be_visible()
    assert "Warga Contoh" not in page.content()
