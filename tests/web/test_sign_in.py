"""Signing in: the same words for every wrong pair, a lock by name only, slips, and one click in the demo alone."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import faults_of, tree_of

from sinetra.apps.accounts.actions.print_slip import print_slip
from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.registry.models import Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SIGN_IN = "/kerja/id/masuk/"
HOME = "/kerja/id/"
PASSWORD = "kayu manis di tepi kali"
ELSEWHERE = [
    "https://lain.example/",
    "//lain.example/kerja/",
    "/\\lain.example",
    "https:lain.example",
    "javascript:alert(1)",
    "http://testserver@lain.example/kerja/",
    "\x00/kerja/",
    "/id/",
    "",
]


@pytest.fixture
def staff() -> User:
    user = User.objects.get(username="staf.bawaslu")
    user.set_password(PASSWORD)
    user.save()
    return user


def try_in(client: Client, username: str = "staf.bawaslu", password: str = PASSWORD, **more: Any) -> Any:
    return client.post(SIGN_IN, {"username": username, "password": password} | more)


def is_in(client: Client) -> bool:
    return client.get(HOME).status_code == 200


def test_the_right_password_leads_to_the_desk_and_leaves_a_trace(staff):
    client = Client()
    answer = try_in(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, HOME)
    assert is_in(client)
    assert AuditEntry.objects.filter(action="accounts.sign_in").count() == 1
    assert {cookie["path"] for cookie in answer.cookies.values()} == {"/kerja/"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in answer.cookies.values())


def test_a_wrong_password_an_unknown_name_and_an_account_without_password_sound_the_same(staff):
    told = set()
    for username, password in (("staf.bawaslu", "salah sama sekali"), ("tidak.ada", PASSWORD), ("pleno", PASSWORD)):
        client = Client()
        answer = try_in(client, username, password)
        assert answer.status_code == 200
        assert not is_in(client)
        told.add(tuple(faults_of(answer)))
        assert password not in answer.content.decode()
    assert told == {("Nama pengguna atau kata sandi tidak cocok.",)}


def test_after_eight_wrong_attempts_the_name_is_locked_for_the_right_password_too(staff):
    for _ in range(7):
        assert faults_of(try_in(Client(), password="salah sama sekali"))[0].startswith("Nama pengguna")
    client = Client()
    try_in(client, password="salah sama sekali")
    answer = try_in(client)
    assert "Terlalu banyak percobaan" in faults_of(answer)[0]
    assert not is_in(client)


def test_knocking_at_a_locked_name_does_not_prolong_the_lock(staff):
    for _ in range(8):
        try_in(Client(), password="salah sama sekali")
    # Fourteen minutes go by, somebody knocks again, two more: the quarter of an hour that the page promised is over.
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert "Terlalu banyak percobaan" in faults_of(try_in(Client(), password="salah sama sekali"))[0]
    for attempt in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=attempt.attempt_time - timedelta(minutes=2))
    assert try_in(Client()).status_code == 302


def test_seven_wrong_attempts_do_not_lock(staff):
    for _ in range(7):
        try_in(Client(), password="salah sama sekali")
    assert try_in(Client()).status_code == 302


def test_a_locked_name_locks_nobody_else(staff):
    for _ in range(9):
        try_in(Client(), username="tidak.ada", password="salah sama sekali")
    assert try_in(Client()).status_code == 302


def test_a_lock_is_by_name_wherever_the_attempts_come_from(staff):
    for number in range(8):
        Client().post(SIGN_IN, {"username": "staf.bawaslu", "password": "salah"}, REMOTE_ADDR=f"203.0.113.{number}")
    answer = Client().post(SIGN_IN, {"username": "staf.bawaslu", "password": PASSWORD}, REMOTE_ADDR="198.51.100.1")
    assert "Terlalu banyak percobaan" in faults_of(answer)[0]


def test_no_address_and_no_password_of_anybody_is_stored(staff):
    client = Client()
    for password in ("rahasia-yang-salah", PASSWORD):
        client.post(
            SIGN_IN,
            {"username": "staf.bawaslu", "password": password},
            REMOTE_ADDR="203.0.113.77",
            HTTP_X_FORWARDED_FOR="203.0.113.78",
        )
    Client().post(SIGN_IN, {"username": "tidak.ada", "password": "x"}, REMOTE_ADDR="203.0.113.79")
    rows = [row for model in (AccessAttempt, AccessFailureLog, AccessLog) for row in model.objects.all()]
    assert rows, "the attempts are counted somewhere, else this test looks at nothing"
    kept = repr([row.__dict__ for row in rows]) + repr([s.get_decoded() for s in Session.objects.all()])
    kept += repr([entry.__dict__ for entry in AuditEntry.objects.all()])
    assert "203.0.113" not in kept
    assert "rahasia-yang-salah" not in kept
    assert PASSWORD not in kept


def test_a_closed_account_does_not_open(staff):
    User.objects.filter(pk=staff.pk).update(is_active=False)
    client = Client()
    assert faults_of(try_in(client))
    assert not is_in(client)


@pytest.mark.parametrize("wanted", ELSEWHERE)
@pytest.mark.parametrize("how", ["sign_in", "sign_in_as"])
def test_next_never_leads_off_the_staff_side(staff, wanted, how):
    given = {"username": "staf.bawaslu", "password": PASSWORD, "next": wanted}
    answer = Client().post(reverse(how), given)
    assert (answer.status_code, answer.headers["Location"]) == (302, HOME)


def test_next_in_the_address_is_followed_only_inside():
    for wanted, shown in (("/kerja/id/perkara/", "/kerja/id/perkara/"), ("//lain.example", HOME)):
        tree = tree_of(Client().get(SIGN_IN, {"next": wanted}))
        assert set(tree.xpath("//input[@name='next']/@value")) == {shown}


def test_who_wanted_a_page_gets_there_after_signing_in(staff):
    client = Client()
    asked = client.get("/kerja/id/perkara/?state=closed")
    page = tree_of(client.get(asked.headers["Location"]))
    wanted = page.xpath("string(//input[@name='next']/@value)")
    assert try_in(client, next=wanted).headers["Location"] == "/kerja/id/perkara/?state=closed"


def test_signing_in_needs_the_token_of_the_page(staff):
    client = Client(enforce_csrf_checks=True)
    assert try_in(client).status_code == 403
    tree = tree_of(client.get(SIGN_IN))
    token = tree.xpath("string(//input[@name='csrfmiddlewaretoken']/@value)")
    assert try_in(client, csrfmiddlewaretoken=token).status_code == 302


def test_signing_in_gives_a_new_session(staff):
    client = Client()
    client.get(SIGN_IN)
    before = client.cookies.get("sinetra")
    try_in(client)
    assert client.cookies["sinetra"].value != (before.value if before else "")


def test_signing_out_is_by_post_only(signed_in):
    client = signed_in("staf.bawaslu")
    assert client.get("/kerja/id/keluar/").status_code == 405
    assert is_in(client)
    answer = client.post("/kerja/id/keluar/")
    assert answer.headers["Location"] == SIGN_IN
    assert not is_in(client)


def test_in_the_demo_one_click_is_enough_and_leaves_a_trace(signed_in):
    client = signed_in("auditor.bkn")
    assert is_in(client)
    entry = AuditEntry.objects.get(action="accounts.sign_in")
    assert "demo" in repr(entry.__dict__)


@pytest.mark.parametrize("profile", ["bawaslu", "pemda"])
def test_outside_the_demo_nobody_gets_in_by_a_click(profile, settings):
    settings.SINETRA_PROFILE = profile
    client = Client()
    assert "Masuk sebagai" not in client.get(SIGN_IN).content.decode()
    assert client.post("/kerja/id/masuk/sebagai/", {"username": "staf.bawaslu"}).status_code == 404
    assert not is_in(client)


def test_no_click_opens_an_account_of_a_real_office_or_one_that_is_none():
    Organisation.objects.filter(short_name="Bawaslu Cendana").update(is_demo=False)
    for username in ("staf.bawaslu", "tidak.ada", "", "\x00", "x" * 5000):
        client = Client()
        assert client.post("/kerja/id/masuk/sebagai/", {"username": username}).status_code == 404, repr(username)
        assert not is_in(client)


def test_a_click_is_a_post():
    assert Client().get("/kerja/id/masuk/sebagai/", {"username": "staf.bawaslu"}).status_code == 405


@pytest.fixture
def slip(actor) -> Any:
    return print_slip(user=User.objects.get(username="staf.bawaslu"), actor=actor("admin"))


def test_a_slip_opens_the_account_once(slip):
    given = {"username": "staf.bawaslu", "code": slip.code, "password": PASSWORD}
    client = Client()
    assert client.post("/kerja/id/buka-akun/", given).headers["Location"] == HOME
    assert is_in(client)
    assert try_in(Client()).status_code == 302
    again = Client()
    answer = again.post("/kerja/id/buka-akun/", given | {"password": PASSWORD + " lain"})
    assert "tidak berlaku" in " ".join(faults_of(answer))
    assert not is_in(again)


@pytest.mark.parametrize(
    "change",
    [
        {"username": "pleno"},
        {"code": "SALAH-SALAH-SALAH"},
        {"code": "\x00"},
        {"username": "\x00"},
        {"password": "pendek"},
    ],
)
def test_a_wrong_name_code_or_weak_password_opens_nothing(slip, change):
    client = Client()
    given = {"username": "staf.bawaslu", "code": slip.code, "password": PASSWORD} | change
    answer = client.post("/kerja/id/buka-akun/", given)
    assert answer.status_code == 200
    assert faults_of(answer)
    assert not is_in(client)
    assert PASSWORD not in answer.content.decode()


@pytest.mark.parametrize("given", [{"username": "", "password": ""}, {"username": "x" * 200, "password": "y"}])
def test_an_empty_or_endless_name_is_told(given):
    answer = Client().post(SIGN_IN, given)
    assert answer.status_code == 200
    assert answer.context["form"].errors
