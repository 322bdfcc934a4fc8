"""A powerful role and a password reset take two administrators who are two people."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.accounts.models import ActivationSlip, RoleGrant

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import OTHER, PASSWORD, asked, ending, newcomer, opened, page, role, shown_code, who
from reading import faults, main_text, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


# A powerful role takes two people


def test_one_administrator_alone_gets_no_role_that_reads_reports_to_an_account_of_their_own_making(admin: Client):
    made = admin.post(page("new_account"), {"name": "Melati Contohsari", "username": "melati"}, follow=True)
    user, other = who("melati"), who("admin.kedua")
    assert "Anda yang membuat akun ini" in main_text(made) and f"Yang dapat: {other.name}" in main_text(made)
    for code in ("bawaslu_staff", "bawaslu_commissioner", "custodian", "administrator", "auditor"):
        typed = role(role=code, region="cendana utara")
        answer = admin.post(page("give_role", user.pk), typed)
        assert any("Anda yang membuat akun ini" in fault for fault in faults(answer)), code
        assert tree(answer).xpath("//input[@name='role'][@checked]/@value") == [code]
        assert tree(answer).xpath("//input[@name='region']/@value") == ["cendana utara"]
    opening = {"username": "melati", "code": shown_code(admin.post(page("print_slip", user.pk))), "password": PASSWORD}
    puppet = Client()
    assert puppet.post(reverse("open_account"), opening).status_code == 302
    assert faults(admin.post(page("give_role", user.pk), role()))
    assert not RoleGrant.objects.filter(user=user).exists()
    assert puppet.get(reverse("inbox")).status_code == 403


def test_a_second_administrator_is_told_who_made_the_account_and_gives_the_role(admin: Client, second: Client):
    admin.post(page("new_account"), {"name": "Melati Contohsari", "username": "melati"})
    user, maker = who("melati"), who("admin")
    before = main_text(second.get(page("give_role", user.pk)))
    assert f"Akun ini dibuat {maker.name}" in before and "Anda yang membuat" not in before
    assert "Dibuat oleh" in main_text(second.get(page("account", user.pk)))
    assert second.post(page("give_role", user.pk), role()).status_code == 302
    opening = {"username": "melati", "code": shown_code(admin.post(page("print_slip", user.pk))), "password": PASSWORD}
    staff = Client()
    assert staff.post(reverse("open_account"), opening).status_code == 302
    assert staff.get(reverse("inbox")).status_code == 200


def test_who_gave_the_role_is_sent_to_the_other_one_for_the_slip(admin: Client, second: Client):
    user, other = newcomer(), who("admin.kedua")
    assert "Sesudah mencetak, Anda tidak memberi akun ini peran" in main_text(admin.get(page("print_slip", user.pk)))
    admin.post(page("give_role", user.pk), role())
    shown = admin.get(page("account", user.pk))
    assert "Anda yang memberi peran" in main_text(shown) and f"Yang dapat: {other.name}" in main_text(shown)
    assert page("print_slip", user.pk) not in shown.content.decode()
    refused = admin.post(page("print_slip", user.pk))
    assert any("dicetak oleh admin lain" in fault for fault in faults(refused)) and not shown_code(refused)
    assert f"Yang dapat: {other.name}" in main_text(refused) and not ActivationSlip.objects.exists()
    assert shown_code(second.post(page("print_slip", user.pk)))


def test_who_printed_the_slip_is_told_and_the_last_one_is_sent_to_the_machine(admin: Client):
    user = newcomer()
    assert shown_code(admin.post(page("print_slip", user.pk)))
    assert "Anda yang mencetak lembar" in main_text(admin.get(page("give_role", user.pk)))
    ending(who("admin.kedua"), -1)
    assert "sinetra admin create" in main_text(admin.get(page("give_role", user.pk)))
    assert any("Anda yang mencetak" in fault for fault in faults(admin.post(page("give_role", user.pk), role())))
    assert not RoleGrant.objects.filter(user=user).exists()


def test_the_slip_of_an_administrator_from_the_installation_is_not_for_the_other_one(admin: Client):
    other = who("admin.kedua")
    shown = admin.get(page("account", other.pk))
    assert "dibuat saat pemasangan" in main_text(shown) and page("print_slip", other.pk) not in shown.content.decode()
    assert not shown_code(admin.post(page("print_slip", other.pk)))


def test_who_gave_the_role_sees_before_that_another_one_confirms_the_reset(admin: Client, second: Client):
    user = newcomer()
    second.post(page("give_role", user.pk), role())
    reset = asked(admin, opened(user))
    assert "Bukan Anda yang mengukuhkan" in main_text(second.get(page("confirm_reset", reset.pk)))
    assert page("confirm_reset", reset.pk) not in second.get(page("account", user.pk)).content.decode()
    assert any("admin lain" in fault for fault in faults(second.post(page("confirm_reset", reset.pk))))
    assert "biarkan ia yang meminta" in main_text(admin.get(page("request_reset", user.pk)))
    assert f"Yang dapat mengukuhkan: {who('admin').name}" in main_text(second.get(page("request_reset", user.pk)))
    reset = asked(second, user)
    assert shown_code(admin.post(page("confirm_reset", reset.pk)))


# A reset takes two people


def test_two_administrators_reset_a_password_and_print_the_new_slip(admin: Client, second: Client):
    user = opened(newcomer())
    reset = asked(admin, user)
    assert who(user.username).check_password(PASSWORD)
    for address in (page("workspace"), page("accounts"), page("account", user.pk)):
        assert page("confirm_reset", reset.pk) in second.get(address).content.decode(), address
    code = shown_code(second.post(page("confirm_reset", reset.pk)))
    assert not who(user.username).check_password(PASSWORD)
    given = {"username": user.username, "code": code, "password": OTHER}
    assert Client().post(reverse("open_account"), given).status_code == 302
    assert who(user.username).check_password(OTHER)
    reset.refresh_from_db()
    assert (reset.requested_by, reset.confirmed_by) == (who("admin"), who("admin.kedua"))


def test_the_administrator_who_asked_waits_for_another_one(admin: Client):
    user = opened(newcomer())
    reset = asked(admin, user)
    for address in (page("workspace"), page("accounts"), page("account", user.pk)):
        assert page("confirm_reset", reset.pk) not in admin.get(address).content.decode(), address
    assert admin.post(page("confirm_reset", reset.pk)).status_code == 403
    assert who(user.username).check_password(PASSWORD)


def test_the_person_concerned_confirms_nothing_even_as_an_administrator(admin: Client, second: Client):
    opened(who("admin.kedua"))
    reset = asked(admin, who("admin.kedua"))
    again = Client()
    again.post(reverse("sign_in_as"), {"username": "admin.kedua"})
    assert again.post(page("confirm_reset", reset.pk)).status_code == 403
    assert who("admin.kedua").check_password(PASSWORD)


def test_a_confirmation_sent_twice_leads_to_a_slip_that_works_and_only_for_who_confirmed(admin: Client, second: Client):
    user = opened(newcomer())
    reset = asked(admin, user)
    lost = shown_code(second.post(page("confirm_reset", reset.pk)))
    again = second.post(page("confirm_reset", reset.pk))
    assert again.headers["Location"] == page("print_slip", user.pk)
    assert any("dua admin" in fault for fault in faults(admin.post(page("print_slip", user.pk))))
    code = shown_code(second.post(page("print_slip", user.pk)))
    given = {"username": user.username, "password": OTHER}
    assert Client().post(reverse("open_account"), given | {"code": lost}).status_code == 200
    assert Client().post(reverse("open_account"), given | {"code": code}).status_code == 302
    assert any("dua admin" in fault for fault in faults(second.post(page("print_slip", user.pk))))


def test_a_request_without_a_reason_is_refused_and_alone_one_is_told_to_find_a_second(admin: Client):
    user = opened(newcomer())
    assert any("alasannya" in fault for fault in faults(admin.post(page("request_reset", user.pk), {"reason": " "})))
    assert "Belum ada admin lain" not in main_text(admin.get(page("request_reset", user.pk)))
    ending(who("admin.kedua"), -1)
    assert "Belum ada admin lain" in main_text(admin.get(page("request_reset", user.pk)))
