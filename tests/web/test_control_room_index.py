"""The four views of the control room that show the vulnerability index, before a run and with one."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from sinetra.apps.index.models import IndexPlace
from sinetra.apps.index.stored import placed_of

sys.path.insert(0, str(Path(__file__).resolve().parent))

from control_room_pages import SignIn, counted, page_of, placed, rows_behind
from reading import text_of, tree_of

__all__ = ["counted", "placed"]
INDEX = ("room_zones", "room_quadrant", "room_why", "room_trend")


@pytest.mark.parametrize("name", INDEX)
def test_before_any_run_the_views_of_the_index_teach_the_next_step(city, signed_in: SignIn, name: str) -> None:
    answer = page_of(signed_in("petugas.bkpsdm"), name)
    assert "Indeks kerawanan belum pernah dihitung di sini" in text_of(answer)
    assert tree_of(answer).xpath(f"//main//a[@href='{reverse('compute_index')}']")
    # Who may not have it computed gets no button.
    other = page_of(signed_in("auditor.bkn"), name)
    assert not tree_of(other).xpath(f"//main//a[@href='{reverse('compute_index')}']")


@pytest.mark.parametrize("name", INDEX)
def test_with_a_run_the_views_of_the_index_show_its_units(placed, signed_in: SignIn, name: str) -> None:
    answer = page_of(signed_in("auditor.bkn"), name)
    shown = text_of(answer)
    assert "belum pernah dihitung" not in shown
    unit = IndexPlace.objects.order_by("place").first()
    assert unit.name in shown
    assert tree_of(answer).xpath("//main//svg") or name == "room_zones"


def test_the_zones_are_counted_as_their_list_has_them(placed, signed_in: SignIn) -> None:
    client = signed_in("auditor.bkn")
    links = tree_of(page_of(client, "room_zones")).xpath("//section[@id='zona']//dd/a")
    numbers = {str(link.get("href")): int(link.text_content()) for link in links}
    assert sum(numbers.values()) == IndexPlace.objects.count() > 0
    for address, number in numbers.items():
        assert rows_behind(client, address) == number, address


def test_a_national_office_sees_the_country_as_a_map_with_its_table(placed, signed_in: SignIn) -> None:
    page = tree_of(page_of(signed_in("auditor.bkn"), "room_zones"))
    assert page.xpath("//figure[contains(@class, 'zone-map')]//*[name()='a']") and page.xpath("//table")
    assert "Batas indikatif" in page.text_content()
    # The invented city has no boundary: its table stands alone.
    own = tree_of(page_of(signed_in("staf.bawaslu"), "room_zones"))
    assert not own.xpath("//figure[contains(@class, 'zone-map')]") and own.xpath("//table")


def test_a_region_of_others_has_no_reasons_here(placed, signed_in: SignIn) -> None:
    other = IndexPlace.objects.exclude(code__startswith="99").order_by("place").first()
    assert other is not None, "the published facts of real cities are in every run"
    assert other.name in text_of(page_of(signed_in("auditor.bkn"), "room_why", unit=other.code))
    for username in ("petugas.bkpsdm", "staf.bawaslu"):
        for code in (other.code, "\0"):
            assert signed_in(username).get(reverse("room_why"), {"unit": code}).status_code == 404
        assert other.name not in text_of(page_of(signed_in(username), "room_zones"))


def test_it_is_not_validated_until_it_was_tested(placed, signed_in: SignIn) -> None:
    assert "Belum tervalidasi" in text_of(page_of(signed_in("auditor.bkn"), "room_trend"))


@pytest.mark.parametrize("name", ["room_trend", "room_quadrant"])
def test_what_is_counted_of_units_is_of_all_of_them(
    placed, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Titles say "of all"; only tables stop, and then they lead on."""
    client = signed_in("auditor.bkn")

    def titles() -> list[str]:
        return [" ".join(part.text_content().split()) for part in tree_of(page_of(client, name)).xpath("//main//h2")]

    whole = titles()
    for module in ("honesty", "quadrant", "index_parts"):
        monkeypatch.setattr(f"sinetra.web.staff.control_room.{module}.MOST", 2, raising=False)
    monkeypatch.setattr("sinetra.apps.insight.control_room.units.MOST", 2)
    assert IndexPlace.objects.count() > 2 and titles() == whole
    assert tree_of(page_of(client, name)).xpath(f"//main//a[@href='{reverse('index')}']")


def test_each_number_of_honesty_leads_to_so_many_rows(
    placed, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tilted(told: Any) -> Any:
        unit = placed_of(told)
        return replace(unit, unbalanced=True, stable=False) if unit.code in ("99.71.01", "99.71.02") else unit

    monkeypatch.setattr("sinetra.apps.insight.control_room.units.placed_of", tilted)
    page = tree_of(page_of(signed_in("auditor.bkn"), "room_trend"))
    found = 0
    for link in page.xpath("//section[@id='peka']//dl//dd/a"):
        rows = page.xpath(f"//section[@id='{link.get('href').lstrip('#')}']//tbody/tr[not(.//td[@colspan])]")
        assert len(rows) == int(link.text_content())
        found += len(rows)
    assert found >= 2
