"""From where one stands to what comes next: each page of prevention leads on, and only whom it may."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.prevention.demo.load import load_prevention
from sinetra.apps.prevention.demo.programme import TITLE, VISIT_TITLE
from sinetra.apps.prevention.models import Activity, ActivitySession, Programme
from sinetra.apps.registry.models import Organisation, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(city: None) -> None:
    load_prevention()


def page(client: Client, name: str, *args: Any, query: str = "") -> Any:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200, answer.status_code
    return html.document_fromstring(answer.content.decode())


def ways(tree: Any) -> set[str]:
    return {str(href).split("?")[0] for href in tree.xpath("//main//a/@href")}


def captions(tree: Any) -> list[str]:
    return [text.strip() for text in tree.xpath("//caption/text()")]


def test_the_workspace_begins_with_the_sessions_of_today(loaded: None, signed_in) -> None:
    tree = page(signed_in("petugas.bkpsdm"), "workspace")
    assert captions(tree)[0].startswith("Sesi hari ini")
    open_one = ActivitySession.objects.get(state=ActivitySession.State.OPEN)
    assert reverse("session", args=[open_one.pk]) in ways(tree)
    # Who may not see who came is led to the activity, not to the session.
    seen = ways(page(signed_in("inspektorat"), "workspace"))
    assert reverse("activity", args=[open_one.activity_id]) in seen
    assert reverse("session", args=[open_one.pk]) not in seen


def test_another_office_sees_none_of_these_sessions(loaded: None, signed_in) -> None:
    assert not any(text.startswith("Sesi hari ini") for text in captions(page(signed_in("staf.bawaslu"), "workspace")))


def test_a_unit_organiser_is_led_to_the_own_pledge_and_to_sessions_of_the_own_unit(loaded: None, signed_in) -> None:
    client = signed_in("penyelenggara.dputr")
    unit = Unit.objects.get(code="DPUTR", organisation__short_name="Pemko Cendana")
    tree = page(client, "workspace")
    assert reverse("unit_pledges", args=[unit.pk]) in ways(tree)
    assert not any(text.startswith("Sesi hari ini") for text in captions(tree))
    ActivitySession.objects.filter(state=ActivitySession.State.OPEN).update(unit=unit)
    assert any(text.startswith("Sesi hari ini") for text in captions(page(client, "workspace")))


def test_nobody_else_is_led_to_the_pledge_of_a_unit(loaded: None, signed_in) -> None:
    assert "Ikrar unit Anda" not in captions(page(signed_in("petugas.bkpsdm"), "workspace"))


def test_an_open_session_leads_to_its_code_and_on_to_test_and_certificates(loaded: None, signed_in) -> None:
    client = signed_in("petugas.bkpsdm")
    session = ActivitySession.objects.get(state=ActivitySession.State.OPEN)
    activity = session.activity_id
    assert reverse("session_screen", args=[session.pk]) in ways(page(client, "activity", activity))
    leads = ways(page(client, "session", session.pk))
    assert {reverse("activity_test", args=[activity]), reverse("certificates", args=[activity])} <= leads
    assert reverse("session_screen", args=[session.pk]) not in ways(
        page(signed_in("inspektorat"), "activity", activity)
    )


def test_the_menu_knows_where_one_is(loaded: None, signed_in) -> None:
    client = signed_in("petugas.bkpsdm")
    session = ActivitySession.objects.get(state=ActivitySession.State.OPEN)
    here = "//nav[@id='menu']//a[@aria-current='page']/text()"
    for name, args in (("session", [session.pk]), ("test_activities", []), ("coverage", [])):
        assert page(client, name, *args).xpath(here) == ["Pencegahan"], name
    assert page(client, "registry").xpath(here) == ["Register"]


def test_a_programme_leads_to_its_results_and_back(loaded: None, signed_in) -> None:
    client, programme = signed_in("petugas.bkpsdm"), Programme.objects.get(title=TITLE)
    results = reverse("programme_understanding", args=[programme.pk])
    assert results in ways(page(client, "programme", programme.pk))
    assert reverse("programme", args=[programme.pk]) in ways(page(client, "programme_understanding", programme.pk))
    assert results not in ways(page(signed_in("penyelenggara.dputr"), "programme", programme.pk))


def test_who_reads_results_but_not_names_finds_no_way_to_the_session(loaded: None, signed_in) -> None:
    held = Activity.objects.get(knowledge_test__isnull=False)
    session = reverse("session", args=[held.sessions.get().pk])
    assert session in ways(page(signed_in("petugas.bkpsdm"), "activity_test", held.pk))
    assert session not in ways(page(signed_in("inspektorat"), "activity_test", held.pk))


def test_a_visit_proposed_by_coverage_is_planned_for_that_unit(loaded: None, signed_in) -> None:
    client = signed_in("petugas.bkpsdm")
    proposed = page(client, "coverage").xpath("//ol[@class='visits']//a[contains(@class, 'button')]/@href")[0]
    form = html.document_fromstring(client.get(proposed).content.decode())
    assert form.xpath("//select[@id='id_kind']/option[@selected]/@value") == ["kunjungan"]
    title = form.xpath("//input[@id='id_title']/@value")[0]
    told = {"kind": "kunjungan", "title": title, "starts_on": "2024-11-26", "duration_days": "1", "region": "99.71"}
    assert client.post(proposed, told).status_code == 302
    made = Activity.objects.get(title=title)
    assert [row.unit.name for row in made.invited_units.all()] == [title.removeprefix("Kunjungan ke ")]


@pytest.mark.parametrize("unit", ["", "bukan-id", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_unit_in_the_address_gives_the_plain_form(loaded: None, signed_in, unit: str) -> None:
    form = page(signed_in("petugas.bkpsdm"), "new_activity", query=f"?unit={unit}")
    assert not form.xpath("//input[@id='id_title']/@value")


def test_a_unit_of_another_office_is_not_taken_along(loaded: None, signed_in) -> None:
    other = Unit.objects.filter(organisation__short_name="Bawaslu Cendana")[0]
    form = page(signed_in("petugas.bkpsdm"), "new_activity", query=f"?unit={other.pk}")
    assert not form.xpath("//input[@id='id_title']/@value")


def test_the_register_leads_to_people_and_import_for_the_personnel_office_only(loaded: None, signed_in) -> None:
    wanted = {reverse("people"), reverse("import_people")}
    assert wanted <= ways(page(signed_in("petugas.bkpsdm"), "registry"))
    assert not wanted & ways(page(signed_in("humas"), "registry"))


def test_coverage_without_a_list_of_staff_says_so_and_shows_no_empty_box(loaded: None, signed_in) -> None:
    recompute(Organisation.objects.get(short_name="Bawaslu Cendana").pk)
    tree = page(signed_in("staf.bawaslu"), "coverage")
    notice = tree.xpath("//div[contains(@class, 'notice')]")[0].text_content()
    assert "Belum ada daftar pegawai bertanggal" in notice
    assert all(box.text_content().strip() for box in tree.xpath("//div[@class='empty']"))
    assert not any("per belum ada" in text for text in captions(tree))


def test_coverage_draws_its_months_with_both_groups_told_apart(loaded: None, signed_in) -> None:
    tree = page(signed_in("petugas.bkpsdm"), "coverage")
    assert tree.xpath("//link[contains(@href, 'prevention')]"), "the bars have their colours there"
    assert "November 2024" in tree.xpath("//figure/h3/text()")[0]


def test_an_agreement_says_what_it_is_about_in_words(articles: None, signed_in) -> None:
    for language, words in (("id", "penjatuhan sanksi"), ("en", "imposing sanctions")):
        address = reverse("agreements").replace("/id/", f"/{language}/", 1)
        assert words in signed_in("petugas.bkpsdm").get(address).content.decode()


def test_the_home_page_leads_to_circulars_and_the_check_of_certificates(db: None) -> None:
    assert {reverse("public_circulars"), reverse("check_certificate"), reverse("check_documents")} <= ways(
        page(Client(), "home")
    )


def test_a_certificate_has_its_state_and_its_verb_in_columns_of_their_own(loaded: None, signed_in) -> None:
    visit = Activity.objects.get(title=VISIT_TITLE)
    row = page(signed_in("petugas.bkpsdm"), "certificates", visit.pk).xpath("//tbody/tr")[0]
    assert [" ".join(cell.text_content().split()) for cell in row.xpath("./td")][-2:] == ["berlaku", "Cabut"]
