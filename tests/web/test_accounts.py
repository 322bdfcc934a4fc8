"""Accounts: run by administrators, two of them where it matters, on paper and never by mail."""

from __future__ import annotations

import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import ActivationSlip, PasswordReset, RoleGrant, User
from sinetra.apps.accounts.slip_code import hash_code
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.registry.actions.store_unit import store_unit
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.ports.clock import today

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import (
    ADMINISTRATORS,
    LAST,
    NOT_ADMINISTRATORS,
    OF_ONE,
    PASSWORD,
    SignIn,
    asked,
    ending,
    newcomer,
    opened,
    page,
    role,
    shown_code,
    who,
)
from reading import faults, main_text, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


# Who may not


@pytest.mark.parametrize("username", [*NOT_ADMINISTRATORS, "orang.luar"])
def test_nobody_but_an_administrator_reaches_the_accounts(signed_in: SignIn, username: str):
    client, subject = signed_in(username), who("pleno")
    grant = RoleGrant.objects.filter(user=subject).get()
    addresses = [page("accounts"), page("new_account"), page("end_role", grant.pk)]
    addresses += [page(name, subject.pk) for name in OF_ONE]
    before = AuditEntry.objects.count()
    for address in addresses:
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"reason": "x", "role": "auditor"}).status_code == 403, address
    assert AuditEntry.objects.count() == before


def test_an_administrator_of_another_office_finds_nothing_here(signed_in: SignIn):
    there = who("petugas.bkpsdm")
    grant = RoleGrant.objects.get(user=there)
    client = signed_in("admin")
    for name in OF_ONE:
        assert client.get(page(name, there.pk)).status_code == 404, name
        assert client.post(page(name, there.pk), {"reason": "x"}).status_code == 404, name
    assert client.get(page("end_role", grant.pk)).status_code == 404
    assert there.name not in main_text(client.get(page("accounts")))


def test_an_administrator_has_no_hand_in_their_own_roles_password_or_end(admin: Client):
    me = who("admin")
    assert "hanya dapat diurus admin lain" in main_text(admin.get(page("account", me.pk)))
    given = {"role": "bawaslu_staff", "starts_on": today().isoformat(), "ends_on": LAST.isoformat(), "region": ""}
    assert admin.post(page("give_role", me.pk), given).status_code == 403
    for name in ("print_slip", "request_reset", "close_account"):
        assert admin.post(page(name, me.pk), {"reason": "Sendiri"}).status_code == 403, name
    assert not PasswordReset.objects.exists() and who("admin").is_active


def test_the_menu_has_accounts_for_administrators_alone_and_never_more_than_seven(signed_in: SignIn):
    for username in [*sorted(ADMINISTRATORS), *NOT_ADMINISTRATORS]:
        entries = tree(signed_in(username).get(page("workspace"))).xpath("//nav[@id='menu']//a/@href")
        assert (page("accounts") in entries) is (username in ADMINISTRATORS), username
        assert len(entries) <= 7, username


# The list


def test_the_list_names_everybody_of_the_office_with_the_last_day_of_each_role(admin: Client):
    said = main_text(admin.get(page("accounts")))
    assert "staf.bawaslu" in said and "Staf Bawaslu sampai 31 Desember 2028" in said
    newcomer()
    assert "tidak ada peran" in main_text(admin.get(page("accounts"), {"q": "melati"}))


def test_the_list_goes_on_where_a_page_ends_and_keeps_the_search(admin: Client, monkeypatch):
    monkeypatch.setattr("sinetra.web.staff.lists.SIZE", 2)
    for number in range(3):
        newcomer(f"melati.{number}")
    first = tree(admin.get(page("accounts"), {"q": "melati."}))
    older = first.xpath("//nav[@class='pager']//a[@rel='next']/@href")[0]
    assert "q=melati." in older and len(first.xpath("//tbody/tr")) == 2
    assert len(tree(admin.get(older)).xpath("//tbody/tr")) == 1


def test_a_search_without_a_match_shows_the_next_step(admin: Client):
    empty = tree(admin.get(page("accounts"), {"q": "zzz"})).xpath("//div[@class='empty']")
    assert empty and empty[0].xpath(".//a/@href") == [page("new_account")]


def test_a_page_mark_that_somebody_made_up_is_refused(admin: Client):
    assert admin.get(page("accounts"), {"after": "x"}).status_code == 422


# A new account


def test_a_new_account_leads_to_its_first_role_and_has_no_password(admin: Client):
    made = admin.post(page("new_account"), {"name": "Melati Contohsari", "username": "melati"})
    user = who("melati")
    assert made.headers["Location"] == page("give_role", user.pk)
    assert not user.has_usable_password() and user.organisation == who("admin").organisation
    for password in ("", "melati", "sinetra", "admin"):
        refused = Client().post(reverse("sign_in"), {"username": "melati", "password": password})
        assert faults(refused), password


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "", "username": "melati"}, "Isi namanya"),
        ({"name": "Melati", "username": "Melati Sari"}, "huruf kecil"),
        ({"name": "Melati", "username": "pleno"}, "sudah dipakai"),
        ({"name": "Melati", "username": "petugas.bkpsdm"}, "sudah dipakai"),
    ],
)
def test_what_cannot_be_an_account_is_refused_with_what_was_typed_still_there(admin: Client, given, says):
    before = User.objects.count()
    answer = admin.post(page("new_account"), given)
    assert any(says in fault for fault in faults(answer)), faults(answer)
    fields = {item.get("name"): item.get("value") for item in tree(answer).xpath("//form[@class='confirm']//input")}
    assert {name: fields[name] or "" for name in given} == given
    assert User.objects.count() == before


def test_sent_twice_there_is_one_account_and_both_answers_lead_to_it(admin: Client):
    given = {"name": "Melati Contohsari", "username": "melati"}
    answers = [admin.post(page("new_account"), given) for _ in range(2)]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert User.objects.filter(username="melati").count() == 1
    assert AuditEntry.objects.filter(action="accounts.create_user", object_id=str(who("melati").pk)).count() == 1


# Roles


def test_a_role_is_given_with_its_last_day_and_a_region_by_name(admin: Client):
    user = newcomer()
    answer = admin.post(page("give_role", user.pk), role(region="cendana utara"))
    assert answer.headers["Location"] == page("account", user.pk)
    grant = RoleGrant.objects.get(user=user)
    assert (grant.role, grant.region_id, grant.ends_on, grant.granted_by) == (
        "bawaslu_staff", "99.71.01", LAST, who("admin"),
    )  # fmt: skip
    said = main_text(admin.get(page("account", user.pk)))
    assert "Staf Bawaslu" in said and "Cendana Utara" in said and "berlaku" in said


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ends_on": ""}, "Isi hari terakhir"),
        ({"ends_on": "31/12/2028"}, "2025-12-31"),
        ({"ends_on": "2001-01-01"}, "berakhir antara"),
        ({"ends_on": "2099-01-01"}, "berakhir antara"),
        ({"role": ""}, "Pilih perannya"),
        ({"role": "bkn_officer"}, "bkn_officer"),
        ({"role": "emperor"}, "emperor"),
        ({"region": "Atlantis"}, "Atlantis"),
        ({"region": "63.72"}, "63.72"),
    ],
)
def test_a_role_without_sense_is_refused_beside_its_field_with_what_was_typed(admin: Client, change, says):
    user = newcomer()
    answer = admin.post(page("give_role", user.pk), role(**change))
    assert any(says in fault for fault in faults(answer)), faults(answer)
    fields = {item.get("name"): item.get("value") for item in tree(answer).xpath("//form[@class='confirm']//input")}
    typed = role(**change)
    assert all((fields[name] or "") == typed[name] for name in ("region", "starts_on", "ends_on"))
    assert not RoleGrant.objects.filter(user=user).exists()


def test_the_same_role_twice_is_told_in_words_and_stored_once(admin: Client):
    user = newcomer()
    admin.post(page("give_role", user.pk), role())
    again = admin.post(page("give_role", user.pk), role())
    assert any("Peran Staf Bawaslu sudah dipegang" in fault and "bawaslu_staff" not in fault for fault in faults(again))
    assert RoleGrant.objects.filter(user=user).count() == 1


def test_who_runs_accounts_gets_neither_the_vault_nor_the_chain(admin: Client):
    user = newcomer()
    admin.post(page("give_role", user.pk), role(role="administrator"))
    for apart in ("custodian", "auditor"):
        refused = admin.post(page("give_role", user.pk), role(role=apart))
        assert any("Tidak boleh bersama peran Admin" in fault for fault in faults(refused))


def test_a_role_ends_early_with_a_reason(admin: Client):
    grant = RoleGrant.objects.get(user=who("pleno"))
    assert any("alasannya" in f for f in faults(admin.post(page("end_role", grant.pk), {"last_day": "2024-11-30"})))
    late = admin.post(page("end_role", grant.pk), {"last_day": "2030-01-01", "reason": "Pindah"})
    assert any("31 Desember 2028" in fault for fault in faults(late))
    assert "Pindah" in tree(late).xpath("//textarea[@name='reason']")[0].text
    admin.post(page("end_role", grant.pk), {"last_day": today().isoformat(), "reason": "Pindah"})
    grant.refresh_from_db()
    assert grant.ends_on == today() and grant.ended_by == who("admin")


@pytest.mark.parametrize(("days", "shown"), [(0, True), (30, True), (31, False)])
def test_roles_that_end_within_thirty_days_stand_first_in_the_workspace(signed_in: SignIn, days: int, shown: bool):
    grant = ending(who(), days)
    desk = tree(signed_in("admin").get(page("workspace")))
    assert bool(desk.xpath("//h2[@id='peran-berakhir']")) is shown
    if shown:
        assert desk.xpath("//main//section[1]/h2/@id") == ["peran-berakhir"]
        onward = desk.xpath(f"//a[contains(@href, '?after={grant.pk}')]/@href")[0]
        form = tree(signed_in("admin").get(onward))
        assert form.xpath("//input[@name='starts_on']/@value") == [(grant.ends_on + timedelta(days=1)).isoformat()]
        assert form.xpath("//input[@name='role'][@checked]/@value") == ["bawaslu_staff"]
    own = main_text(signed_in("staf.bawaslu").get(page("workspace")))
    assert ("Peran Anda Staf Bawaslu berakhir" in own) is shown
    assert "Peran yang berakhir" not in own
    assert "Peran Anda Staf" not in main_text(signed_in("pleno").get(page("workspace")))


# Slips


def test_a_slip_is_shown_once_in_groups_and_opens_the_account(admin: Client):
    user = newcomer()
    assert "Cetak lembar aktivasi" in main_text(admin.get(page("account", user.pk)))
    sheet = admin.post(page("print_slip", user.pk))
    code = shown_code(sheet)
    assert re.fullmatch(r"([A-Z]{4}-){4}[A-Z]{4}", code)
    assert sheet.headers["Cache-Control"] == "no-store" and "LATIHAN" in main_text(sheet)
    assert ActivationSlip.objects.get(user=user).code_hash == hash_code(code)
    for address in (page("account", user.pk), page("print_slip", user.pk), page("accounts")):
        assert code not in admin.get(address).content.decode()
    assert tree(sheet).xpath("//code[@id='slip-username']/text()") == [user.username]
    given = {"username": f" {user.username.title()} ", "code": code.lower(), "password": PASSWORD}
    assert Client().post(reverse("open_account"), given).status_code == 302
    assert who(user.username).check_password(PASSWORD)
    again = Client().post(reverse("sign_in"), {"username": user.username.upper(), "password": PASSWORD})
    assert again.status_code == 302


def test_outside_the_demo_a_slip_is_no_exercise(admin: Client, settings):
    user = newcomer()
    settings.SINETRA_PROFILE = "bawaslu"
    assert "LATIHAN" not in admin.post(page("print_slip", user.pk)).content.decode()


def test_looking_at_the_page_prints_nothing(admin: Client):
    user = newcomer()
    assert not shown_code(admin.get(page("print_slip", user.pk)))
    assert not ActivationSlip.objects.exists()


def test_sent_twice_only_the_slip_that_is_on_the_screen_works(admin: Client):
    user = newcomer()
    first, last = (shown_code(admin.post(page("print_slip", user.pk))) for _ in range(2))
    given = {"username": user.username, "password": PASSWORD}
    assert Client().post(reverse("open_account"), given | {"code": first}).status_code == 200
    assert Client().post(reverse("open_account"), given | {"code": last}).status_code == 302


def test_an_account_that_was_opened_gets_no_slip_from_one_administrator(admin: Client):
    user = opened(newcomer())
    assert "Cetak lembar aktivasi" not in main_text(admin.get(page("account", user.pk)))
    refused = admin.post(page("print_slip", user.pk))
    assert any("dua admin" in fault for fault in faults(refused)) and not shown_code(refused)
    assert who(user.username).check_password(PASSWORD)


# The whole way, and what never happens


def test_an_administrator_of_a_region_reads_but_does_not_reach_beyond_it(signed_in: SignIn):
    local = newcomer("admin.utara")
    north = Region.objects.get(pk="99.71.01")
    grant_role(user=local, role=Role.ADMINISTRATOR, region=north, starts_on=today(), ends_on=LAST, actor=SYSTEM)
    client = Client()
    client.force_login(local, backend="django.contrib.auth.backends.ModelBackend")
    beyond = client.get(page("account", who().pk))
    assert "Di luar wilayah Anda" in main_text(beyond) and not tree(beyond).xpath("//main//div[@class='actions']")
    assert client.post(page("give_role", who().pk), role(region="99.71.01")).status_code == 403
    inside = newcomer("staf.utara")
    assert client.post(page("give_role", inside.pk), role()).status_code == 403
    assert client.post(page("give_role", inside.pk), role(region="99.71.01")).status_code == 302


def test_nothing_about_accounts_goes_by_mail_and_every_step_is_in_the_chain(admin: Client, second: Client):
    admin.post(page("new_account"), {"name": "Melati Contohsari", "username": "melati"})
    user = who("melati")
    assert second.post(page("give_role", user.pk), role()).status_code == 302
    opened(user)
    assert shown_code(admin.post(page("confirm_reset", asked(second, user).pk)))
    admin.post(page("close_account", user.pk), {"reason": "Salah nama"})
    actions = set(AuditEntry.objects.filter(organisation=user.organisation).values_list("action", flat=True))
    steps = ("create_user", "grant_role", "print_slip", "request_reset", "confirm_reset", "close_user")
    assert {f"accounts.{step}" for step in steps} <= actions
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["accounts", "new_account", "own_account", "change_password", "own_hand_over"])
def test_every_page_has_an_english_side(admin: Client, name: str):
    assert admin.get(page(name).replace("/kerja/id/", "/kerja/en/")).headers["Content-Language"] == "en"


# The unit of its organiser


def the_units() -> None:
    office = who("staf.bawaslu").organisation
    for code, name in (("SEK-A", "Sekretariat A"), ("SEK-B", "Sekretariat B"), ("HUMAS", "Bagian Humas")):
        store_unit(
            organisation=office, code=code, name=name, kind=UnitKind.BAGIAN, parent=None, region=None, actor=SYSTEM
        )


@pytest.mark.parametrize("typed", ["HUMAS", " humas ", "Bagian Humas", "bagian h"])
def test_the_unit_is_chosen_by_code_or_name(admin: Client, typed: str):
    the_units()
    subject = newcomer()
    answer = admin.post(page("give_role", subject.pk), role(role="unit_organiser", unit=typed))
    assert answer.status_code == 302
    grant = RoleGrant.objects.get(user=subject)
    assert grant.unit is not None and grant.unit.code == "HUMAS"
    assert "Bagian Humas (HUMAS)" in main_text(admin.get(page("account", subject.pk)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"role": "unit_organiser", "unit": ""}, "Pilih unit"),
        ({"role": "unit_organiser", "unit": "sek-"}, "SEK-A Sekretariat A, SEK-B Sekretariat B"),
        ({"role": "unit_organiser", "unit": "DINKES"}, "contoh: HUMAS"),
        ({"role": "bawaslu_staff", "unit": "HUMAS"}, "hanya untuk peran itu"),
    ],
)
def test_a_unit_that_is_missing_unclear_or_for_another_role_is_said_at_its_field(admin: Client, given, told: str):
    the_units()
    subject = newcomer()
    answer = admin.post(page("give_role", subject.pk), role(**given))
    assert told in " ".join(faults(answer))
    assert tree(answer).xpath("//div[@class='errors']//a[@href='#id_unit']")
    assert tree(answer).xpath("//input[@name='unit']/@value") == ([given["unit"]] if given["unit"] else [])
    assert not RoleGrant.objects.filter(user=subject).exists()
