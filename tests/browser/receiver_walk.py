"""What the receivers of a discipline case do, with their letters: BKN passes it on, the personnel office decides."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from test_letters_walk import letter
from test_one_path_walks import do, sign_in_as, sign_out

BKN, PERSONNEL, CITY = "Heliconia", "Meranti", "Pemko Cendana"
MEETING = {"held_on": "2024-11-22", "held_at": "09.00 WIB", "venue": "Ruang rapat", "examiner": "Camat (contoh)"}
DECIDED = ("official=ppk", "penalty=medium_promotion")


def passed_on(page: Page, matter: str, what: str, folder: Path) -> dict[str, Path]:
    """BKN, which has acknowledged it, writes to the PPK and passes it on."""
    made = {"passing_on": folder / "passing_on.pdf"}
    sign_in_as(page, BKN)
    told = {"addressee": "Wali Kota Cendana", "summary": "Ringkasan.", "request": "Mohon diperiksa."}
    letter(page, matter, "passing_on", made["passing_on"], **told)
    page.goto(matter)
    page.get_by_role("link", name="Teruskan kepada PPK").click()
    page.get_by_label("Teruskan ke").select_option(label=CITY)
    page.get_by_label(re.compile("^Ringkasan")).fill(f"{what} (ringkasan).")
    page.get_by_role("button", name="Teruskan kepada PPK").click()
    expect(page.get_by_text("belum dikonfirmasi penerima").first).to_be_visible()
    sign_out(page)
    return made


def examined_and_decided(page: Page, matter: str, folder: Path) -> dict[str, Path]:
    """The personnel office, which has acknowledged it: each letter is written, numbered, and fills in its step."""
    made = {f"exam_{name}": folder / f"exam_{name}.pdf" for name in ("summons", "team", "minutes", "report")}
    made |= {f"exam_{name}": folder / f"exam_{name}.pdf" for name in ("decision", "delivery")}
    made["sender_answer"] = folder / "sender_answer.pdf"
    sign_in_as(page, PERSONNEL)
    page.goto(matter)
    page.get_by_role("link", name="Mulai pemeriksaan").click()
    for choice in ("place=0", "status=pns", "position=executor"):
        _choose(page, *choice.split("="))
    page.get_by_role("button", name="Mulai pemeriksaan").click()
    expect(page.get_by_role("link", name="Buat: Surat panggilan I")).to_be_visible()
    letter(page, matter, "exam_team", made["exam_team"], members="Atasan langsung: Jati\nUnsur pengawasan: Pandan")
    letter(page, matter, "exam_summons", made["exam_summons"], **MEETING)
    _record(page, matter, "Catat surat panggilan")
    heard = {"venue": "Ruang rapat", "examiners": "Camat (contoh)", "statement": "T: … J: …"}
    kept = ("mode=face_to_face", "signing=signed")
    letter(page, matter, "exam_minutes", made["exam_minutes"], kept, held_on="2024-11-22", **heard)
    _record(page, matter, "Catat berita acara pemeriksaan")
    found = {"addressee": "Wali Kota Cendana", "findings": "Ia hadir.", "conclusion": "Patut diputus."}
    letter(page, matter, "exam_report", made["exam_report"], **found, breach="Hadir dalam kampanye (pasal 5 huruf n)")
    letter(page, matter, "exam_decision", made["exam_decision"], DECIDED, weighing="Baru sekali (contoh).")
    _record(page, matter, "Catat keputusan", "verdict=sanction")
    brought = {"delivered_on": "2024-11-22", "handed_by": "Kepala bidang (contoh)"}
    letter(page, matter, "exam_delivery", made["exam_delivery"], ("way=handed",), **brought)
    _record(page, matter, "Catat penyampaian")
    letter(page, matter, "sender_answer", made["sender_answer"])
    page.goto(matter)
    expect(page.locator("section[aria-labelledby=surat]").get_by_text("Keputusan hukuman disiplin")).to_be_visible()
    do(page, "Jawab pengirim")
    sign_out(page)
    return made


def _choose(page: Page, name: str, value: str) -> None:
    box = page.locator(f"input[name={name}][value='{value}']")
    if box.count():
        box.check()
    else:
        page.locator(f"[name={name}]").select_option(value)


def _record(page: Page, matter: str, verb: str, *choices: str) -> None:
    """Number, day and what else the letter says stand there already."""
    page.goto(matter)
    page.get_by_role("link", name=verb, exact=True).click()
    for choice in choices:
        _choose(page, *choice.split("="))
    assert page.locator("[name=letter]").input_value()
    page.get_by_role("button", name=verb, exact=True).click()
    expect(page.get_by_text(f"Selesai: {verb}")).to_be_visible()
