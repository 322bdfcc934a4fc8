"""One session as a new organiser goes through it: plan, invite, thirty people by QR, tests, pledge, certificates,
coverage; then a second one without a network, synchronised. All through the pages of a served installation."""

from __future__ import annotations

import io
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parent))

from barriers import barriers
from every_page import press
from session_room import PHONE, came, check_in, scanned, taken_along, typed

from sinetra.catalogue import ROOT
from sinetra.core import yamlfile

pytestmark = pytest.mark.browser
OFFICE = [
    item
    for item in yamlfile.read(ROOT / "samples" / "cendana.yaml")["people"]
    if item["organisation"] == "pemko" and "number" in item
]
WORKS = [item for item in yamlfile.read(ROOT / "samples" / "cendana_pledges.yaml")["people"] if "number" in item]
#: Everybody of the works department first: ten civil servants, the smallest unit that shows a number.
OF_WORKS = [item["number"] for item in [*(row for row in OFFICE if row["unit"] == "DPUTR"), *WORKS]]
OTHERS = [item["number"] for item in OFFICE if item["unit"] != "DPUTR"]
GUESTS = [{"name": f"Tamu Contoh {sign}", "unit": "Kodim Cendana (contoh)"} for sign in "ABCDEF"]
ROOM = [{"number": number} for number in [*OF_WORKS, *OTHERS][: 30 - len(GUESTS)]] + GUESTS
ELSEWHERE = [{"number": number} for number in OTHERS[-9:]]
NEXT = "main form button[type=submit]:not([name])"


def clicked(page: Page, name: str) -> None:
    """The button of that word, and the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def planned(organiser: Page, title: str, units: Sequence[str]) -> str:
    """The address of a new activity of today, with its units invited by a letter."""
    organiser.goto("/kerja/id/kegiatan/")
    organiser.get_by_role("link", name="Rencanakan kegiatan").click()
    organiser.locator("#id_title").fill(title)
    organiser.locator("#id_starts_on").fill("2024-11-22")
    organiser.locator("#id_duration_days").fill("1")
    organiser.locator("#id_starts_at").fill("00:30")
    organiser.locator("#id_ends_at").fill("13:00")
    organiser.locator("#id_venue").fill("Aula Kantor Wali Kota Cendana")
    press(organiser, "main form .actions button[type=submit]")
    activity = organiser.url.split("?")[0]
    organiser.goto(f"{activity}unit/")
    for unit in units:
        organiser.locator("#id_q").fill(unit)
        clicked(organiser, "Tampilkan")
        organiser.locator("input[name=unit]").first.check()
        clicked(organiser, "Tambahkan yang dicentang")
    organiser.goto(f"{activity}undangan/")
    assert barriers(organiser) == []
    organiser.locator("#id_number").fill(f"005/{time.time_ns()}")
    press(organiser, "main form .actions button[type=submit]")
    with organiser.expect_download() as got:
        organiser.locator("main a[href$='.pdf']").first.click()
    letter = " ".join(page.extract_text() for page in PdfReader(str(got.value.path())).pages)
    assert title.split()[0] in letter
    assert "LATIHAN" in letter
    return activity


def session_of(organiser: Page, activity: str) -> str:
    """The id of its first session."""
    organiser.goto(activity)
    address = organiser.locator("main tbody a[href*='/sesi/']").first.get_attribute("href") or ""
    return re.findall(r"/sesi/([0-9a-f-]{36})/", address)[0]


def confirmed(organiser: Page, address: str) -> None:
    organiser.goto(address)
    assert barriers(organiser) == []
    press(organiser, "form.confirm button")


def take_test(page: Page, own: str, moment: str, right: bool) -> None:
    """Five questions, the first answer of each or the last."""
    page.goto(f"{own}tes/{moment}/")
    for _step in range(8):
        choice = page.locator("input[name=answer]")
        if choice.count():
            (choice.last if right else choice.first).check()
        elif page.locator("button[name=go][value=send]").count():
            press(page, "button[name=go][value=send]")
            return
        press(page, f"{NEXT} >> nth=0")
    raise AssertionError(page.url)


def sign(page: Page, own: str, name: str) -> bool:
    """False where the leader has not signed yet, or the person has."""
    page.goto(f"{own}ikrar/")
    if not page.locator("#id_written").count():
        return False
    page.locator("#id_written").fill(page.locator("#sentence").inner_text())
    page.locator("#id_name").fill(name)
    press(page, "main form button[type=submit]")
    return page.locator("#id_written").count() == 0


def reached(organiser: Page) -> tuple[int, int]:
    """Civil servants who came, of all, as the page of coverage says."""
    organiser.goto("/kerja/id/cakupan/")
    row = organiser.locator("main tr", has_text="Hadir dalam kegiatan").first.inner_text()
    done, eligible = re.findall(r"(\d+)\s+dari\s+(\d+)", row)[0]
    return int(done), int(eligible)


def more_than(organiser: Page, before: int) -> int:
    """Waits for the worker, who counts after the session is closed."""
    for _try in range(60):
        done, _eligible = reached(organiser)
        if done > before:
            return done
        time.sleep(0.5)
    raise AssertionError(f"coverage stays at {before}")


def test_a_session_from_the_plan_to_the_coverage(organiser: Page, phone: Callable[[], BrowserContext]) -> None:
    before, eligible = reached(organiser)
    activity = planned(organiser, "Sosialisasi dari awal sampai akhir (contoh)", ["DPUTR", "DISKOMINFO"])
    organiser.goto(f"{activity}tes/susun/")
    assert barriers(organiser) == []
    organiser.locator("#id_size").fill("5")
    press(organiser, "main form .actions button[type=submit]")
    session = session_of(organiser, activity)
    confirmed(organiser, f"/kerja/id/sesi/{session}/buka/")

    phones: list[tuple[Page, str]] = []
    for who in ROOM:
        page = phone().new_page()
        assert "Tercatat" in check_in(page, scanned(organiser, session), who)
        own = page.locator("#participant-link").get_attribute("href") or ""
        take_test(page, own, "sebelum", right=False)
        phones.append((page, own))
    assert came(organiser, session) == str(len(ROOM)) == "30"
    assert len({own for _page, own in phones}) == 30
    confirmed(organiser, f"/kerja/id/sesi/{session}/tes-sesudah/")
    for number, (page, own) in enumerate(phones):
        take_test(page, own, "sesudah", right=number % 2 == 0)
        expect(page.locator("main")).to_contain_text("dari 5")

    names = [item["name"] for item in [*(row for row in OFFICE if row["unit"] == "DPUTR"), *WORKS]]
    signed = [sign(page, own, name) for (page, own), name in zip(phones, names, strict=False)]
    assert sum(signed) >= 2, "those of the works department who had not signed on paper"

    confirmed(organiser, f"/kerja/id/sesi/{session}/tutup/")
    organiser.goto(f"{activity}tes/")
    expect(organiser.locator("main")).to_contain_text("30")
    shown = organiser.locator("main").inner_text()
    assert not [name for name in names if name in shown], "results are of all together"

    organiser.goto(f"{activity}sertifikat/terbitkan/")
    press(organiser, "main form .actions button[type=submit]")
    organiser.goto(f"{activity}sertifikat/")
    with organiser.expect_download() as got:
        organiser.locator("a[href*='sertifikat.pdf']").first.click()
    assert len(PdfReader(str(got.value.path())).pages) == 30

    page, own = phones[0]
    answer = page.request.post(f"{own}sertifikat/", form={"name": names[0]})
    text = PdfReader(io.BytesIO(answer.body())).pages[0].extract_text()
    code = re.findall(r"/sertifikat/([\w-]+)/", text.replace("\n", ""))[0]
    page.goto(f"/id/sertifikat/{code}/")
    expect(page.locator("main")).to_contain_text("Sertifikat ini berlaku")
    organiser.goto(f"{activity}sertifikat/")
    organiser.locator("main tbody a[href*='/cabut/']").first.click()
    organiser.locator("#id_reason").fill("Salah nama; diterbitkan ulang.")
    press(organiser, "main form .actions button[type=submit]")
    page.goto(f"/id/sertifikat/{code}/")
    expect(page.locator("main")).to_contain_text("dicabut")

    done = more_than(organiser, before)
    assert done <= eligible
    organiser.goto("/kerja/id/cakupan/")
    works = organiser.locator("main tr", has_text="Dinas Pekerjaan Umum").first
    expect(works).to_contain_text(re.compile(r"10\s+dari\s+10"))


def test_the_same_without_a_network_for_the_organiser(
    organiser: Page,
    chromium: Browser,
    tmp_path: Path,
) -> None:
    before, _eligible = reached(organiser)
    activity = planned(organiser, "Sosialisasi tanpa jaringan (contoh)", ["DISDIK"])
    session = session_of(organiser, activity)
    file = taken_along(organiser, session, tmp_path)
    alone = chromium.new_context(viewport=PHONE, offline=True, accept_downloads=True)
    page = alone.new_page()
    page.goto(file.as_uri())
    guests = [{"name": f"Tamu Luring {number}", "unit": "Polres Cendana (contoh)"} for number in range(21)]
    for who in [*ELSEWHERE, *guests]:
        assert "Tercatat" in typed(page, who)
    expect(page.locator("#came")).to_have_text("30 tercatat di perangkat ini")
    with page.expect_download() as got:
        page.locator("#save").click()
    back = tmp_path / "hadir.json"
    got.value.save_as(back)
    alone.close()

    organiser.goto(f"/kerja/id/sesi/{session}/sinkronkan/")
    organiser.locator("#id_file").set_input_files(back)
    press(organiser, "main form .actions button")
    press(organiser, "main form .actions button")
    expect(organiser.locator("main")).to_contain_text("30 baru")
    confirmed(organiser, f"/kerja/id/sesi/{session}/tutup/")
    assert more_than(organiser, before) <= before + len(ELSEWHERE)
