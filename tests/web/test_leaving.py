"""Somebody leaves: all open work moves in one step, then the account closes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Region
from sinetra.ports.clock import today

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import LAST, SignIn, newcomer, page, who
from reading import faults, main_text, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


@pytest.fixture
def matters(reports: None) -> list[Matter]:
    found = list(Matter.objects.filter(handler=who()).exclude(state="closed"))
    assert found
    return found


def test_all_open_work_moves_in_one_step_and_the_page_says_what(admin: Client, matters):
    leaving, successor = who(), who("pleno")
    assert "Perkara terbuka" in main_text(admin.get(page("hand_over", leaving.pk)))
    given = {"successor": successor.pk, "reason": "Pindah tugas"}
    answer = admin.post(page("hand_over", leaving.pk), given, follow=True)
    assert f"Perkara terbuka: {len(matters)}" in main_text(answer) and successor.name in main_text(answer)
    assert {Matter.objects.get(pk=m.pk).handler for m in matters} == {successor}
    again = admin.post(page("hand_over", leaving.pk), given, follow=True)
    assert "tidak ada yang berpindah" in main_text(again)


def test_a_successor_without_the_role_is_a_conflict_that_says_what_to_do(admin: Client, matters):
    successor = who("kustodian")
    answer = admin.post(page("hand_over", who().pk), {"successor": successor.pk, "reason": "Cuti panjang"})
    assert any("Perkara terbuka" in fault and "Staf Bawaslu" in fault for fault in faults(answer))
    assert "Cuti panjang" in tree(answer).xpath("//textarea[@name='reason']")[0].text
    assert tree(answer).xpath("//select[@name='successor']/option[@selected]/@value") == [str(successor.pk)]
    advised = tree(answer).xpath("//a[contains(@href, '?role=')]/@href")[0]
    assert advised.startswith(page("give_role", successor.pk))
    chosen = tree(admin.get(advised)).xpath("//input[@name='role'][@checked]/@value")
    assert chosen and chosen[0] in {"bawaslu_staff", "bawaslu_commissioner"}
    assert {Matter.objects.get(pk=m.pk).handler for m in matters} == {who()}


def test_a_successor_of_another_region_is_refused_and_one_of_a_region_around_it_is_not(admin: Client, matters):
    for username, region in (("staf.utara", "99.71.01"), ("staf.kota", "99.71")):
        user = newcomer(username)
        place = Region.objects.get(pk=region)
        grant_role(user=user, role=Role.BAWASLU_STAFF, region=place, starts_on=today(), ends_on=LAST, actor=SYSTEM)
    assert any(matter.region_id != "99.71.01" for matter in matters)
    answer = admin.post(page("hand_over", who().pk), {"successor": who("staf.utara").pk, "reason": "Cuti panjang"})
    assert any("tidak mencakup wilayah" in fault and "Perkara terbuka" in fault for fault in faults(answer))
    assert "mencakup wilayah itu" in main_text(answer) and "Cuti panjang" in main_text(answer)
    assert {Matter.objects.get(pk=m.pk).handler for m in matters} == {who()}
    admin.post(page("hand_over", who().pk), {"successor": who("staf.kota").pk, "reason": "Cuti panjang"})
    assert {Matter.objects.get(pk=m.pk).handler for m in matters} == {who("staf.kota")}


def test_a_person_hands_over_their_own_work_and_nobody_elses(signed_in: SignIn, matters):
    client = signed_in("staf.bawaslu")
    assert "Perkara terbuka" in main_text(client.get(page("own_account")))
    assert client.post(page("hand_over", who("pleno").pk), {}).status_code == 403
    unsuited = client.post(page("own_hand_over"), {"successor": who("kustodian").pk, "reason": "Cuti"})
    assert "minta admin memberi peran" in main_text(unsuited)
    answer = client.post(page("own_hand_over"), {"successor": who("pleno").pk, "reason": "Cuti"}, follow=True)
    assert f"Perkara terbuka: {len(matters)}" in main_text(answer)
    assert "Tidak ada yang menunggu Anda" in main_text(client.get(page("own_account")))


@pytest.mark.parametrize("successor", ["staf.bawaslu", "petugas.bkpsdm"])
def test_neither_oneself_nor_somebody_of_another_office_is_a_successor(admin: Client, matters, successor: str):
    answer = admin.post(page("hand_over", who().pk), {"successor": who(successor).pk, "reason": "Pindah"})
    assert any("Penerus" in fault for fault in faults(answer))
    assert {Matter.objects.get(pk=m.pk).handler for m in matters} == {who()}


def test_an_account_closes_only_when_nothing_waits_for_it(admin: Client, matters):
    refused = admin.post(page("close_account", who().pk), {"reason": "Pensiun"})
    assert any("serah terima dahulu" in fault for fault in faults(refused))
    assert tree(refused).xpath(f"//a[@href='{page('hand_over', who().pk)}']")
    assert who().is_active
    admin.post(page("hand_over", who().pk), {"successor": who("pleno").pk, "reason": "Pensiun"})
    admin.post(page("close_account", who().pk), {"reason": "Pensiun"})
    assert not who().is_active
    closed = admin.get(page("account", who().pk))
    assert "ditutup" in main_text(closed) and not tree(closed).xpath("//main//div[@class='actions']")
    assert any("sudah ditutup" in fault for fault in faults(admin.post(page("print_slip", who().pk))))
