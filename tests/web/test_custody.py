"""Pages of the vault: naming a deputy, sealing anew, and what they say when nobody can open."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import main_text_of

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.actions import Filed, file_report, new_custodian_key
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import CustodyNaming, Identity
from sinetra.apps.reports.selectors import follow
from sinetra.ports.clock import legal_clock

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
NAME, PASSPHRASE, NEWER = "Kamboja Contohwan", "kayu manis di tepi kali", "batu kapur di jalan desa"
GIVEN = {
    "post": "deputy",
    "decision": "Keputusan Ketua 12/2024, 20 November 2024",
    "starts_on": "2024-11-22",
    "ends_on": "2025-06-30",
}
OTHERS = ("staf.bawaslu", "kustodian", "auditor.bkn", "petugas.bkpsdm", "ppk", "admin", "pemeriksa.jejak", "orang.luar")


def filed() -> Filed:
    given = {"channel": "report", "what": "Kata-kata pelapor.", "region": "99.71", "acts": ["like"]}
    days = {"happened_on": "2024-11-20", "known_on": "2024-11-21"}
    who = {"reporter": {"name": NAME, "address": "Jalan Contoh Nomor 1"}}
    return file_report(report=read_report(given | days | who | {"idempotency_key": secrets.token_urlsafe(16)}))


@pytest.fixture
def second(city: None) -> User:
    """Another person of the office with the role of custodian."""
    office = User.objects.get(username="kustodian").organisation
    with unit_of_work(SYSTEM) as work:
        user = work.create(User(organisation=office, username="wakil", name="Melati Contohputra", password="!"))
        work.record("accounts.create", user)
    today = legal_clock().today()
    grant_role(user=user, role=Role.CUSTODIAN, starts_on=today, ends_on=today.replace(year=2026), actor=SYSTEM)
    return user


def test_the_plenary_names_a_deputy_who_makes_a_key_and_the_page_of_the_vault_says_so(
    signed_in: SignIn, vault: None, second: User
):
    plenary, custodian = signed_in("pleno"), signed_in("kustodian")
    assert "Belum ada wakil" in main_text_of(custodian.get(reverse("vault")))
    assert reverse("custody") in plenary.get(reverse("matters")).content.decode()
    assert "Belum ada yang ditunjuk" in main_text_of(plenary.get(reverse("custody")))
    answer = plenary.post(reverse("custody"), GIVEN | {"user": str(second.pk)}, follow=True)
    assert second.name in main_text_of(answer) and "Penunjukan dicatat" in answer.content.decode()
    assert "Wakil belum membuat kunci" in main_text_of(custodian.get(reverse("vault")))
    acting = actor_of(second, legal_clock().today())
    new_custodian_key(organisation=second.organisation, passphrase=NEWER, actor=acting)
    assert "Nama baru disegel juga untuk kuncinya" in main_text_of(custodian.get(reverse("vault")))
    filed()
    assert len(Identity.objects.get().also) == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"user": ""}, "Pilih orangnya"),
        ({"decision": ""}, "Tuliskan nomor dan tanggal"),
        ({"starts_on": "2024-11-01"}, "di muka"),
        ({"ends_on": "2024-11-21"}, "mendahului hari pertama"),
        ({"ends_on": "kapan saja"}, "Tulis tanggal seperti"),
        ({"post": "ketua"}, "ketua"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    signed_in: SignIn, second: User, changes: dict[str, str], told: str
):
    answer = signed_in("pleno").post(reverse("custody"), GIVEN | {"user": str(second.pk)} | changes)
    assert told in main_text_of(answer)
    assert (changes.get("decision") or GIVEN["decision"]) in answer.content.decode() or "decision" in changes
    assert not CustodyNaming.objects.exists()


def test_a_naming_is_ended_after_a_page_that_says_what_follows(signed_in: SignIn, second: User):
    plenary = signed_in("pleno")
    plenary.post(reverse("custody"), GIVEN | {"user": str(second.pk)})
    address = reverse("end_naming", args=[CustodyNaming.objects.get().pk])
    assert second.name in main_text_of(plenary.get(address))
    assert "Penunjukan diakhiri" in plenary.post(address, follow=True).content.decode()
    assert CustodyNaming.objects.get().ended_at is not None
    assert plenary.post(address).status_code == 409


def over(user: User) -> None:
    for grant in RoleGrant.objects.filter(user=user):
        with unit_of_work(SYSTEM) as work:
            work.change(grant, starts_on="2024-01-01", ends_on="2024-01-02")
            work.record("accounts.end_role", grant)


def test_a_deputy_whose_role_is_over_is_told_as_such_on_both_pages(signed_in: SignIn, vault: None, second: User):
    plenary, custodian = signed_in("pleno"), signed_in("kustodian")
    plenary.post(reverse("custody"), GIVEN | {"user": str(second.pk)})
    new_custodian_key(organisation=second.organisation, passphrase=NEWER, actor=actor_of(second, legal_clock().today()))
    for client, page in ((plenary, "custody"), (custodian, "vault")):
        assert "erannya sudah berakhir" not in main_text_of(client.get(reverse(page)))
    over(second)
    told = main_text_of(plenary.get(reverse("custody")))
    assert f"{second.name} – perannya sudah berakhir" in told and "Wakil yang ditunjuk tidak berperan lagi" in told
    told = main_text_of(custodian.get(reverse("vault")))
    assert "Perannya sudah berakhir" in told and "Nama baru disegel juga" not in told


def test_the_plenary_reads_that_who_made_the_key_is_custodian_no_more_and_what_ending_brings(
    signed_in: SignIn, vault: None, second: User
):
    acting = actor_of(second, legal_clock().today())
    new_custodian_key(organisation=second.organisation, passphrase=NEWER, actor=acting)
    plenary = signed_in("pleno")
    plenary.post(reverse("custody"), GIVEN | {"user": str(second.pk), "post": "custodian"})
    told = "Pembuat kunci ini bukan kustodian lagi"
    assert told not in main_text_of(plenary.get(reverse("custody")))
    end = reverse("end_naming", args=[CustodyNaming.objects.get().pk])
    page = main_text_of(plenary.get(end))
    assert "masih disegel untuk kuncinya, sampai kustodian lain" in page and "tidak lagi disegel" not in page
    plenary.post(end)
    assert told in main_text_of(plenary.get(reverse("custody")))
    assert told in main_text_of(signed_in("kustodian").get(reverse("vault")))


def test_after_a_new_key_the_names_are_sealed_anew_and_none_is_shown(signed_in: SignIn, vault: None):
    filed()
    client = signed_in("kustodian")
    client.post(reverse("new_custodian_key"), {"passphrase": NEWER, "again": NEWER, "replaces": in_use()})
    before = Identity.objects.get().key_id
    page = reverse("reseal_identities")
    assert page in client.get(reverse("vault")).content.decode()
    wrong = client.post(page, {"secret": "bukan frasa siapa pun"})
    assert "tidak membuka brankas" in main_text_of(wrong) and Identity.objects.get().key_id == before
    answer = client.post(page, {"secret": PASSPHRASE})
    assert "Selesai disegel ulang" in main_text_of(answer)
    assert NAME not in answer.content.decode() and PASSPHRASE not in answer.content.decode()
    row = Identity.objects.get()
    assert row.key_id != before
    sent = {"ground": "completion", "reason": "Melengkapi syarat laporan.", "version": str(row.version)}
    opened = client.post(reverse("open_identity", args=[row.pk]), sent | {"secret": NEWER})
    assert NAME in main_text_of(opened)


def in_use() -> str:
    return Identity.objects.select_related("key").get().key.key_id


def test_a_small_office_reads_that_nobody_opens_and_no_row_leads_on(signed_in: SignIn, vault: None):
    code = filed().code
    row = Identity.objects.get()
    office = User.objects.get(username="kustodian").organisation
    for grant in RoleGrant.objects.filter(organisation=office).exclude(user__username__in=("kustodian", "pleno")):
        with unit_of_work(SYSTEM) as work:
            work.change(grant, starts_on="2024-01-01", ends_on="2024-01-02")
            work.record("accounts.end_role", grant)
    client, address = signed_in("kustodian"), reverse("open_identity", args=[row.pk])
    listed = client.get(reverse("vault"))
    assert "Saat ini tidak ada yang dapat membuka" in main_text_of(listed) and "2 orang" in main_text_of(listed)
    assert address not in listed.content.decode()
    assert client.get(address).status_code == 403
    assert "Saat ini tidak ada yang dapat membuka" in main_text_of(signed_in("pleno").get(reverse("custody")))
    assert [step.code for step in follow(code).steps] == ["filed"]


def test_the_reporter_reads_on_the_page_when_why_and_as_what_it_was_opened(signed_in: SignIn, vault: None):
    code = filed().code
    row = Identity.objects.get()
    sent = {"ground": "protection", "reason": "Atas permintaan LPSK.", "secret": PASSPHRASE, "version": row.version}
    signed_in("kustodian").post(reverse("open_identity", args=[row.pk]), sent)
    page = main_text_of(Client().post("/id/ikuti/", {"code": code}))
    assert "kustodian kantor ini untuk perlindungan pelapor" in page and "22 November 2024" in page
    assert "Atas permintaan" not in page and User.objects.get(username="kustodian").name not in page
    english = main_text_of(Client().post("/en/ikuti/", {"code": code}))
    assert "protection of the reporter" in english


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_but_the_plenary_names_anybody(signed_in: SignIn, second: User, username: str):
    signed_in("pleno").post(reverse("custody"), GIVEN | {"user": str(second.pk)})
    row = CustodyNaming.objects.get()
    client = signed_in(username)
    for address in (reverse("custody"), reverse("end_naming", args=[row.pk])):
        assert client.get(address).status_code == 403
        assert client.post(address, GIVEN).status_code == 403
    row.refresh_from_db()
    assert row.ended_at is None


@pytest.mark.parametrize("username", ["staf.bawaslu", "pleno", "admin", "pemeriksa.jejak", "auditor.bkn", "ppk"])
def test_nobody_but_a_custodian_seals_anew(signed_in: SignIn, vault: None, username: str):
    client = signed_in(username)
    assert client.get(reverse("reseal_identities")).status_code == 403
    assert client.post(reverse("reseal_identities"), {"secret": PASSPHRASE}).status_code == 403


@pytest.mark.parametrize(("name", "username"), [("custody", "pleno"), ("reseal_identities", "kustodian")])
def test_the_pages_are_there_in_english_too(signed_in: SignIn, vault: None, name: str, username: str):
    answer = signed_in(username).get(reverse(name).replace("/id/", "/en/", 1))
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "en"
