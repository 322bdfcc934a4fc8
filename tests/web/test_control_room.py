"""The control room: eight views of an office, each number with the list behind it, and who may not see them."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.control_room.counting import recount
from sinetra.apps.control_room.models import MatterMark, RoomState
from sinetra.apps.insight.control_room.prevention import Reached
from sinetra.apps.prevention.models import CoverageState
from sinetra.apps.prevention.selectors.coverage import Numbers, Period
from sinetra.apps.registry.models import Organisation
from sinetra.jobs.worker import drain

sys.path.insert(0, str(Path(__file__).resolve().parent))

from control_room_pages import CASES, HAS, VIEWS, SignIn, counted, numbers_of, page_of, placed, rows_behind
from reading import text_of, tree_of
from staff_pages import tells_of_a_report

__all__ = ["counted", "placed"]
OTHERS = ("room_matters", "room_brief")
NOBODY = ("humas", "penyelenggara.dputr", "admin", "kustodian", "pemeriksa.jejak", "orang.luar")


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn", "petugas.bkpsdm"])
@pytest.mark.parametrize("name", CASES)
def test_each_number_leads_to_a_list_of_that_many_matters(counted, signed_in: SignIn, username: str, name: str) -> None:
    client = signed_in(username)
    numbers = numbers_of(page_of(client, name))
    assert all(rows_behind(client, address) == number for number, address in numbers)
    has_matters = Matter.objects.filter(organisation__short_name__startswith="B").exists()
    assert has_matters and (username == "petugas.bkpsdm" or any(number for number, _address in numbers))


def test_a_list_goes_on_over_its_pages(counted, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinetra.web.staff.control_room.behind.SIZE", 2)
    client = signed_in("staf.bawaslu")
    numbers = [*numbers_of(page_of(client, "room_funnel")), *numbers_of(page_of(client, "room_patterns"))]
    assert max(number for number, _address in numbers) > 2
    assert all(rows_behind(client, address) == number for number, address in numbers)


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn", "petugas.bkpsdm", "tim.netralitas"])
def test_each_number_of_today_leads_to_a_list_of_so_many_rows(counted, signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    links = tree_of(page_of(client, "control_room")).xpath("//dl[@class='numbers']//dd/a")
    found = {str(link.get("href")): link.text_content() for link in links}
    for address, number in found.items():
        assert rows_behind(client, address) == int(number), address
    assert username != "staf.bawaslu" or sum(int(number) for number in found.values()) >= 5


def test_a_deadline_says_its_owner(counted, signed_in: SignIn) -> None:
    page = tree_of(page_of(signed_in("staf.bawaslu"), "control_room"))
    owners = page.xpath("//section[@id='tenggat']//tbody/tr/td[last()]")
    assert owners and all("Contoh" in owner.text_content() or "belum ada" in owner.text_content() for owner in owners)


@pytest.mark.parametrize("username", [*HAS, *NOBODY])
def test_each_role_opens_its_views_and_no_other(reports, signed_in: SignIn, username: str) -> None:
    client, has = signed_in(username), HAS.get(username, set())
    for name in VIEWS:
        assert client.get(reverse(name)).status_code == (200 if name in has else 403), name
        file = client.get(reverse("room_workbook", args=[name])).status_code
        assert file == (200 if name in has else 404 if has else 403), name
    assert client.get(reverse("room_matters")).status_code == (200 if "room_funnel" in has else 403)
    assert client.get(reverse("room_brief")).status_code == (200 if has else 403)
    assert client.post(reverse("room_recount")).status_code == (302 if "room_funnel" in has else 403)
    if has:
        links = tree_of(client.get(reverse("control_room"))).xpath("//nav[@class='tabs']//a/@href")
        assert set(links) == {reverse(name) for name in has}
    shown = client.get(reverse("workspace")).content.decode()
    assert (reverse("control_room") in shown) == bool(has)


def test_who_is_not_signed_in_is_asked_to(city) -> None:
    for name in (*VIEWS, *OTHERS):
        answer = Client().get(reverse(name))
        assert answer.status_code == 302 and reverse("sign_in") in answer.url


def test_no_page_tells_of_a_report_or_its_reporter(placed, signed_in: SignIn) -> None:
    for username, has in HAS.items():
        client = signed_in(username)
        for name in has:
            assert not tells_of_a_report(page_of(client, name)), (username, name)
    client = signed_in("staf.bawaslu")
    assert not any(tells_of_a_report(client.get(url)) for _n, url in numbers_of(page_of(client, "room_funnel")))


def test_who_is_cleared_leaves_the_list_at_once_and_the_number_at_the_next_count(counted, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    before, address = numbers_of(page_of(client, "room_funnel"))[0]
    assert rows_behind(client, address) == before
    mark = MatterMark.objects.filter(organisation__short_name="Bawaslu Cendana").first()
    Matter.objects.filter(pk=mark.pk).update(outcome=Outcome.NOT_PROVEN)
    assert rows_behind(client, address) == before - 1
    recount(mark.organisation_id)
    assert numbers_of(page_of(client, "room_funnel"))[0][0] == before - 1
    assert not MatterMark.objects.filter(pk=mark.pk).exists()


def test_before_the_first_count_the_page_says_so_and_the_button_counts(reports, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    for name in CASES:
        assert "Angka kantor ini belum pernah dihitung" in text_of(page_of(client, name))
    answer = client.post(reverse("room_recount"), {"kembali": "room_patterns"}, follow=True)
    assert answer.redirect_chain == [(reverse("room_patterns"), 302)]
    assert "Angka sedang dihitung ulang" in text_of(answer)
    drain()
    assert RoomState.objects.get().organisation.short_name == "Bawaslu Cendana"
    assert numbers_of(page_of(client, "room_funnel"))[0][0] > 0


def test_the_button_leads_nowhere_else(counted, signed_in: SignIn) -> None:
    answer = signed_in("staf.bawaslu").post(reverse("room_recount"), {"kembali": "https://lain.example/"})
    assert answer.url == reverse("control_room")
    assert signed_in("staf.bawaslu").get(reverse("room_recount")).status_code == 405


def test_an_address_that_nobody_made_is_refused(counted, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    for given in (
        {"langkah": "x"},
        {"umur": "9"},
        {"tindakan": "x"},
        {"jalur": "x"},
        {"tahapan": "x"},
        {"berjalan": "x"},
    ):
        assert client.get(reverse("room_matters"), given).status_code == 422, given


def test_outside_the_stages_what_waits_longest_leads_and_prevention_follows(
    counted, signed_in: SignIn, settings: LazySettings
) -> None:
    def sections(username: str) -> list[str]:
        return tree_of(page_of(signed_in(username), "control_room")).xpath("//main//section/@id")

    during = sections("staf.bawaslu")
    assert during[:2] == ["tahapan", "tenggat"] and "pembinaan-1" not in during
    settings.SINETRA_AS_OF = date(2026, 3, 2)
    outside = sections("staf.bawaslu")
    assert outside[:3] == ["tahapan", "terlama", "tenggat"] and "pembinaan-1" in outside
    assert "pembinaan-1" in sections("tim.netralitas")


def test_refreshing_asks_again_and_comes_back_to_the_same_section(placed, signed_in: SignIn) -> None:
    client = signed_in("pleno")
    for name in VIEWS:
        page = tree_of(page_of(client, name))
        assert not page.xpath("//meta[translate(@http-equiv, 'R', 'r')='refresh']")
        links = page.xpath("//section//a[starts-with(text(), 'Perbarui')]/@href")
        anchors = {link.partition("#")[2] for link in links}
        assert anchors <= set(page.xpath("//main//section/@id"))
        assert all("segar=" in link for link in links)
        assert name == "room_coverage" or links


def test_the_menu_stays_and_says_where_one_is(counted, signed_in: SignIn) -> None:
    page = tree_of(page_of(signed_in("staf.bawaslu"), "room_funnel"))
    current = page.xpath("//nav[contains(@class, 'menu')]//a[@aria-current='page']")
    assert [link.text_content().strip() for link in current] == ["Ruang kerja"]
    other = tree_of(signed_in("staf.bawaslu").get(reverse("matters")))
    current = other.xpath("//nav[contains(@class, 'menu')]//a[@aria-current='page']")
    assert [link.text_content().strip() for link in current] == ["Perkara"]


def test_all_that_is_open_has_a_list_of_so_many_rows(counted, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    page = tree_of(page_of(client, "room_funnel"))
    number = int(page.xpath("string(//section[@id='umur']/h2)").split()[0])
    address = page.xpath("string(//section[@id='umur']/p/a[contains(@href, 'berjalan=1')]/@href)")
    assert rows_behind(client, address) == number > 0


def test_of_a_handful_no_step_is_called_narrow(counted, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in("staf.bawaslu")
    assert "Langkah paling sempit" not in text_of(page_of(client, "room_funnel"))
    monkeypatch.setattr("sinetra.web.staff.control_room.funnel.FEW", 1)
    assert "Langkah paling sempit" in text_of(page_of(client, "room_funnel"))


@pytest.mark.parametrize(("withheld", "told"), [(True, 39), (False, 59)])
def test_the_size_of_a_group_that_is_withheld_is_no_n(
    city, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch, withheld: bool, told: int
) -> None:
    others = Numbers(eligible=4, attended=3, withheld=True) if withheld else Numbers(eligible=20)
    found = Reached(
        counted=CoverageState(day=date(2024, 11, 22), computed_at=datetime(2024, 11, 22, tzinfo=UTC)),
        at=Period(period="2024", headcount="2024-09-22"),
        office={True: Numbers(eligible=39, attended=12), False: others},
        by_position={},
        units=(),
    )
    monkeypatch.setattr("sinetra.web.staff.control_room.coverage.reached", lambda actor, day: found)
    page = tree_of(page_of(signed_in("petugas.bkpsdm"), "room_coverage"))
    assert f"n = {told}" in page.xpath("string(//section[@id='cakupan']/p[@class='quiet'])")


@pytest.mark.parametrize("name", VIEWS)
def test_the_views_are_there_in_english_too(placed, signed_in: SignIn, name: str) -> None:
    answer = signed_in("pleno").get(re.sub("/id/", "/en/", reverse(name), count=1))
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")


def test_an_office_without_anything_is_told_so(city, signed_in: SignIn) -> None:
    for username, has in HAS.items():
        for name in has:
            page = tree_of(page_of(signed_in(username), name))
            assert page.xpath("//main//h1") and not page.xpath("//main//td//a[contains(@href, 'kendali/perkara')]")
    recount(Organisation.objects.get(short_name="Bawaslu Cendana").pk)
    numbers = numbers_of(page_of(signed_in("staf.bawaslu"), "room_funnel"))
    assert numbers and {number for number, _address in numbers} == {0}
