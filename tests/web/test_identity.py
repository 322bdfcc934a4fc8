"""The custodian opens who reported: one at a time, with a reason, seen by the reporter; everybody else sees no name."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from itertools import combinations
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.paging import Page
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.cases.demo import DEMO_PASSPHRASE
from sinetra.apps.reports.actions import Filed, file_report
from sinetra.apps.reports.identities import identities as identities_of
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.selectors import follow
from sinetra.web.staff import menu

pytestmark = pytest.mark.django_db
NAME, ADDRESS = "Kamboja Contohwan", "Jalan Contoh Nomor 1"
PASSPHRASE = "kayu manis di tepi kali"
REASON = "Klarifikasi pelapor atas permintaan pleno."
SignIn = Callable[[str], Client]
OTHERS = ("staf.bawaslu", "pleno", "auditor.bkn", "petugas.bkpsdm", "ppk", "admin", "pemeriksa.jejak", "orang.luar")


@pytest.fixture
def filed(vault: None) -> Filed:
    return file_report(
        report=read_report(
            {
                "channel": "report",
                "what": "Kata-kata pelapor sendiri.",
                "happened_on": "2024-11-20",
                "known_on": "2024-11-21",
                "region": "99.71",
                "where": "Lapangan Contoh",
                "reported": [{"role": "lurah", "name": None, "unit": None}],
                "acts": ["like"],
                "reporter": {"name": NAME, "address": ADDRESS, "phone": "0800-0000-0001"},
                "idempotency_key": secrets.token_urlsafe(16),
            }
        )
    )


@pytest.fixture
def address(filed: Filed) -> str:
    return reverse("open_identity", args=[Identity.objects.get().pk])


def given(**changes: str) -> dict[str, str]:
    return {
        "ground": "clarification",
        "reason": REASON,
        "secret": PASSPHRASE,
        "version": str(Identity.objects.get().version),
    } | changes


def text(answer: object) -> str:
    return html.document_fromstring(answer.content.decode()).text_content()  # type: ignore[attr-defined]


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse("vault")).status_code == 200
    return len(found)


def test_the_list_asks_as_often_for_many_identities_as_for_few(signed_in: SignIn, reports: None):
    client = signed_in("kustodian")
    identities = list(Identity.objects.filter(report__matter__isnull=False))
    assert len(identities) > 1
    everything = queries(client)
    one = identities[0].pk
    with mock.patch("sinetra.web.staff.identity.identities", lambda actor, after: _only(actor, one)):
        assert queries(client) == everything


def _only(actor: Actor, pk: object):
    rows = identities_of(actor, after=None)
    return Page(items=tuple(row for row in rows if row.pk == pk), next_token=None)


def test_the_list_shows_where_an_identity_is_and_no_name(signed_in: SignIn, filed: Filed):
    page = text(signed_in("kustodian").get(reverse("vault")))
    assert "Kota Cendana" in page
    assert "belum pernah" in page
    assert NAME not in page
    assert ADDRESS not in page


def test_an_empty_vault_says_so_and_without_a_key_it_says_what_is_refused(signed_in: SignIn):
    page = text(signed_in("kustodian").get(reverse("vault")))
    assert "Belum ada identitas" in page
    assert "belum punya kunci kustodian" in page


def test_the_name_is_shown_once_with_a_reason_and_the_reporter_reads_that_it_was(
    signed_in: SignIn, filed: Filed, address: str
):
    client, sent = signed_in("kustodian"), given()
    opened = client.post(address, sent)
    assert NAME in text(opened)
    assert ADDRESS in text(opened)
    assert opened.headers["Cache-Control"] == "no-store"
    assert AuditEntry.objects.get(action="identity.open").detail == {"reason": REASON}
    assert [step.code for step in follow(filed.code).steps] == ["filed", "identity_opened"]
    again = client.post(address, sent)
    assert again.status_code == 409
    assert NAME not in text(again)
    assert REASON in text(again), "what was typed is still there"
    assert PASSPHRASE not in again.content.decode()
    for page in (reverse("vault"), address, reverse("workspace")):
        assert NAME not in text(client.get(page))
    assert AuditEntry.objects.filter(action="identity.open").count() == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ground": ""}, "Pilih untuk apa"),
        ({"ground": "rasa ingin tahu"}, "rasa ingin tahu"),
        ({"reason": ""}, "Tuliskan alasannya"),
        ({"reason": "perlu"}, "sedikitnya 10"),
        ({"secret": ""}, "Isi frasa sandi"),
        ({"secret": "frasa yang lain sama sekali"}, "tidak membuka brankas"),
        ({"version": "x"}, "sudah dibuka sejak"),
        ({"version": ""}, "sudah dibuka sejak"),
    ],
)
def test_without_reason_or_passphrase_nothing_opens_and_the_page_says_why(
    signed_in: SignIn, address: str, changes: dict[str, str], told: str
):
    answer = signed_in("kustodian").post(address, given(**changes))
    assert told in answer.content.decode()
    assert NAME not in answer.content.decode()
    assert not AuditEntry.objects.filter(action="identity.open").exists()


def test_who_handles_the_matter_sees_no_way_in_and_gets_none(
    signed_in: SignIn, actor: Callable[[str], Actor], filed: Filed, address: str
):
    matter = open_matter(report=Report.objects.get(), actor=actor("staf.bawaslu"))
    custodian = signed_in("kustodian")
    assert address in custodian.get(reverse("vault")).content.decode()
    with unit_of_work(SYSTEM) as work:
        work.change(matter, handler_id=User.objects.get(username="kustodian").pk)
        work.record("matter.assign", matter)
    listed = custodian.get(reverse("vault")).content.decode()
    assert address not in listed
    assert matter.number in listed
    assert custodian.get(address).status_code == 403
    assert custodian.post(address, given()).status_code == 403


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_else_reaches_the_vault(signed_in: SignIn, address: str, username: str):
    client = signed_in(username)
    assert client.get(reverse("vault")).status_code == 403
    assert client.get(address).status_code == 403
    assert client.post(address, given()).status_code == 403
    assert client.get(reverse("new_custodian_key")).status_code == 403
    posted = client.post(reverse("new_custodian_key"), {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    assert posted.status_code == 403
    assert CustodianKey.objects.count() == 1


def test_an_identity_that_is_not_there_or_of_another_office_is_not_found(signed_in: SignIn, filed: Filed):
    assert signed_in("kustodian").get(reverse("open_identity", args=[Report.objects.get().pk])).status_code == 404


def test_a_new_key_prints_its_recovery_once_and_that_opens_what_is_sealed_to_it(signed_in: SignIn, city: None):
    client = signed_in("kustodian")
    page = reverse("new_custodian_key")
    sent = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "replaces": ""}
    made = client.post(page, sent)
    recovery = " ".join(html.document_fromstring(made.content.decode()).xpath("//p[@id='recovery']/span/text()"))
    assert re.fullmatch(r"([A-Z2-7]{4} ){12}[A-Z2-7]{4}", recovery)
    again = client.post(page, sent)
    assert again.status_code == 409
    assert "baru saja diganti" in text(again)
    assert CustodianKey.objects.filter(retired_at=None).count() == 1
    assert recovery[:9] not in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("passphrase", "again", "told"),
    [("pendek", "pendek", "sedikitnya 12"), (PASSPHRASE, "lain sama sekali", "tidak sama"), ("", "", "Isi frasa")],
)
def test_a_short_or_mistyped_passphrase_makes_no_key(signed_in: SignIn, passphrase: str, again: str, told: str):
    answer = signed_in("kustodian").post(reverse("new_custodian_key"), {"passphrase": passphrase, "again": again})
    assert told in text(answer)
    assert not CustodianKey.objects.exists()


def test_the_demonstration_tells_its_passphrase_and_no_other_profile_does(signed_in: SignIn, address: str, settings):
    client = signed_in("kustodian")
    settings.SINETRA_PROFILE = "bawaslu"
    assert DEMO_PASSPHRASE not in text(client.get(address))
    settings.SINETRA_PROFILE = "demo"
    assert DEMO_PASSPHRASE in text(client.get(address))


def acting(*roles: Role) -> Actor:
    office = User.objects.values_list("organisation_id", flat=True)[0]
    return Actor(kind="person", organisation_id=office, roles=frozenset(roles))


def test_the_menu_has_the_vault_for_the_custodian_and_at_most_seven_entries_for_anybody(city: None):
    words = {role: [entry.text for entry in menu.entries(acting(role), "/kerja/id/")] for role in Role}
    assert [role for role in Role if "Brankas" in words[role]] == [Role.CUSTODIAN]
    assert "Brankas" not in [e.text for e in menu.entries(acting(Role.CUSTODIAN, Role.BAWASLU_STAFF), "/kerja/id/")]
    assert all(1 <= len(found) <= 7 for found in words.values())
    for pair in combinations(Role, 2):
        assert len(menu.entries(acting(*pair), "/kerja/id/")) <= 7
    (current,) = [e for e in menu.entries(acting(Role.CUSTODIAN), reverse("new_custodian_key")) if e.current]
    assert current.text == "Brankas"


@pytest.mark.parametrize("name", ["vault", "new_custodian_key"])
def test_the_pages_are_there_in_english_too(signed_in: SignIn, vault: None, name: str):
    answer = signed_in("kustodian").get(reverse(name).replace("/id/", "/en/", 1))
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "en"
