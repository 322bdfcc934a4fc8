"""Thirty people come to a session: by the code on the wall, and by the file of an organiser without a network."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser, BrowserContext, Page, expect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from barriers import barriers
from bench.site import Site, environment
from every_page import press
from session_room import PHONE, came, check_in, scanned, taken_along, typed

from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.web.staff.prevention.attendance.offline_page import MASK

pytestmark = pytest.mark.browser
SUBMIT = "main form .actions button, main section form button[type=submit], form.confirm button"
CAST = yamlfile.read(ROOT / "samples" / "cendana.yaml")["people"]
#: 24 of the register by their number, six guests by name and institution.
PEOPLE = [{"number": item["number"]} for item in CAST if item["organisation"] == "pemko" and "number" in item][:24]
PEOPLE += [{"name": f"Tamu Contoh {sign}", "unit": "Kodim Cendana (contoh)"} for sign in "ABCDEF"]
PLAN = """
import django; django.setup()
from datetime import time
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
office = Organisation.objects.get(short_name="Pemko Cendana")
own = dict(organisation=office)
with unit_of_work(SYSTEM) as work:
    for row in (
        activity := Activity(**own, kind="sosialisasi", title="Sosialisasi <b>netralitas</b>", region=office.region),
        session := ActivitySession(**own, activity=activity, title="Sesi </script> siang", day=today(office.region_id),
                                   starts_at=time(0, 30), ends_at=time(13)),
    ):
        work.create(row)
        work.record("plan", row)
print(session.pk)
"""


@pytest.fixture
def plan(site: Site) -> Callable[[], str]:
    """A planned session of the invented city; its id."""

    def made() -> str:
        more = {"DJANGO_SETTINGS_MODULE": "sinetra.settings.main"}
        command = [sys.executable, "-c", PLAN]
        found = subprocess.run(command, env=environment(site.data, **more), check=True, capture_output=True, text=True)
        return found.stdout.strip()

    return made


def test_thirty_people_check_in_by_the_code_and_who_comes_twice_counts_once(
    organiser: Page, phone: Callable[[], BrowserContext], plan: Callable[[], str]
) -> None:
    session = plan()
    organiser.goto(f"/kerja/id/sesi/{session}/")
    organiser.get_by_role("link", name="Buka sesi").click()
    press(organiser, "form.confirm button")
    links = []
    for who in PEOPLE:
        page = phone().new_page()
        assert "Tercatat" in check_in(page, scanned(organiser, session), who)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        links.append(page.locator("#participant-link").get_attribute("href"))
        assert not page.context.cookies()
    assert came(organiser, session) == str(len(PEOPLE)) == "30"
    assert len(set(links)) == 30
    for who in (PEOPLE[0], PEOPLE[7], PEOPLE[-1]):
        assert "Sudah tercatat" in check_in(phone().new_page(), scanned(organiser, session), who)
    assert came(organiser, session) == "30"
    own = phone().new_page()
    own.goto(links[0] or "")
    expect(own.locator("h1")).to_have_text("Sosialisasi <b>netralitas</b>")
    assert CAST[0]["name"] not in own.content()
    organiser.goto(f"/kerja/id/sesi/{session}/")
    expect(organiser.locator("main tbody tr")).to_have_count(30)


def test_without_a_network_the_file_takes_thirty_people_and_synchronising_counts_each_once(
    organiser: Page,
    phone: Callable[[], BrowserContext],
    plan: Callable[[], str],
    chromium: Browser,
    tmp_path: Path,
) -> None:
    session = plan()
    file = taken_along(organiser, session, tmp_path)
    assert file.stat().st_size < 500_000
    # Two of them had a network of their own and scanned the code.
    for who in PEOPLE[:2]:
        assert "Tercatat" in check_in(phone().new_page(), scanned(organiser, session), who)
    alone = chromium.new_context(viewport=PHONE, offline=True, accept_downloads=True)
    page = alone.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(file.as_uri())
    expect(page.locator("h1")).to_have_text("Sesi </script> siang")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert "18 angka" in typed(page, {"number": "123"})
    assert "Isi NIP" in typed(page, {"number": "", "name": "Tanpa Unit"})
    for who in PEOPLE[:15]:
        assert "Tercatat" in typed(page, who)
    page.reload()
    expect(page.locator("#came")).to_have_text("15 tercatat di perangkat ini")
    for who in PEOPLE[15:]:
        assert "Tercatat" in typed(page, who)
    assert "Sudah tercatat" in typed(page, PEOPLE[3])
    assert "Tercatat" in typed(page, {"name": "<img src=x onerror=alert(1)>", "unit": "Kodim"})
    page.locator("summary").first.click()
    page.locator("#rows button").first.click()
    expect(page.locator("#came")).to_have_text("30 tercatat di perangkat ini")
    with page.expect_download() as got:
        page.locator("#save").click()
    back = tmp_path / "hadir.json"
    got.value.save_as(back)
    assert {address.split(":")[0] for address in asked} <= {"file", "blob"}
    assert page.locator("#text").input_value() == back.read_text(encoding="utf-8")
    for said in ("28 baru, 2 sudah tercatat", ""):
        organiser.goto(f"/kerja/id/sesi/{session}/sinkronkan/")
        organiser.locator("#id_file").set_input_files(back)
        press(organiser, "main form .actions button")
        if said:
            press(organiser, "main form .actions button")
            expect(organiser.locator("main")).to_contain_text(said)
        else:
            expect(organiser.locator("main")).to_contain_text("Tidak ada yang baru untuk disimpan")
    assert came(organiser, session) == "30"
    organiser.goto(f"/kerja/id/sesi/{session}/")
    expect(organiser.locator("main tbody")).to_contain_text("kode QR")
    alone.close()


def test_the_code_in_the_file_is_the_code_of_the_wall_in_that_minute(
    organiser: Page, plan: Callable[[], str], chromium: Browser, tmp_path: Path, site: Site
) -> None:
    session = plan()
    file = taken_along(organiser, session, tmp_path)
    alone = chromium.new_context(viewport=PHONE, offline=True)
    page = alone.new_page()
    page.goto(file.as_uri())
    data = json.loads(page.locator("#data").text_content() or "")
    second = (data["first"] + 5) * data["step"] + 7
    page.clock.set_fixed_time(second)
    page.reload()
    drawn = page.locator("#code-path").get_attribute("d") or ""
    places = {(int(x), int(y)) for x, y in (part.split("h")[0].split(" ") for part in drawn.split("M")[1:])}
    found = subprocess.run(
        [sys.executable, "-c", CODE, session, str(data["first"] + 5)],
        env=environment(site.data, DJANGO_SETTINGS_MODULE="sinetra.settings.main"),
        check=True,
        capture_output=True,
        text=True,
    )
    matrix = segno.make(
        f"{site.url}/id/hadir/{session}/{found.stdout.strip()}/", error="m", micro=False, mask=MASK
    ).matrix
    assert places == {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    page.clock.set_fixed_time((data["first"] - 1) * data["step"])
    page.reload()
    expect(page.locator("#turn")).to_contain_text("Kode mulai")
    expect(page.locator("#code")).to_be_hidden()
    alone.close()


OF_SESSION = ("", "buka/", "tutup/", "layar/", "lembar/", "daftar/", "kertas/", "luring/", "sinkronkan/")


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_of_a_session_or_participant_keeps_anybody_out(
    organiser: Page, phone: Callable[[], BrowserContext], plan: Callable[[], str], site: Site, language: str
) -> None:
    session = plan()
    organiser.goto(f"/kerja/id/sesi/{session}/buka/")
    press(organiser, "form.confirm button")
    organiser.set_viewport_size(PHONE)
    own = organiser.context.browser.new_context(viewport=PHONE, base_url=site.url).new_page()  # type: ignore[union-attr]
    found: list[str] = []

    def look(page: Page) -> None:
        found.extend(f"{page.url} {wrong}" for wrong in barriers(page))
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url

    address = scanned(organiser, session).replace("/id/", f"/{language}/")
    for who in ({}, {"number": "198501012010011007"}, {"number": "198501012010011007"}):
        check_in(own, address, who)
        look(own)
        if own.locator("#participant-link").count():
            link = own.locator("#participant-link").get_attribute("href") or ""
    for page in (link, address, f"/{language}/hadir/{session}/22222222/", f"/{language}/saya/{'x' * 22}/"):
        own.goto(page)
        look(own)
    here = f"/kerja/{language}/sesi/{session}/"
    for ending in OF_SESSION:
        organiser.goto(here + ending)
        look(organiser)
    organiser.goto(f"{here}daftar/")
    organiser.locator("#id_pasted").fill("NIP\n123\n199101012022211911")
    press(organiser, "main form .actions button")
    look(organiser)
    organiser.goto(here)
    entry = organiser.locator("main tbody a").first.get_attribute("href") or ""
    for page in (entry, f"{entry}hapus/", f"{entry}tautan/"):
        organiser.goto(page)
        look(organiser)
    press(organiser, "form.confirm button")
    look(organiser)
    organiser.goto(f"/kerja/{language}/register/")
    organiser.locator(".tree a").first.click()
    organiser.locator("input[name=also_those_with]").check()
    press(organiser, "form.confirm button")
    look(organiser)
    own.goto(organiser.locator(".slip .address").first.inner_text())
    look(own)
    own.context.close()
    assert found == []


CODE = """
import django, sys; django.setup()
from uuid import UUID
from sinetra.apps.prevention.selectors.attendance import code_of_step
print(code_of_step(UUID(sys.argv[1]), int(sys.argv[2])))
"""
