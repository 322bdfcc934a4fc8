"""Who of the staff reaches which page, and what nobody else learns of a report or a matter."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.actions.store_organisation import store_organisation
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.registry.regions import DEMO_EDITION, store_regions
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.apps.reports.models import Report

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import CAST, REPORTERS, rows, tells_of_a_report

pytestmark = pytest.mark.django_db
EVERYBODY = {account["username"] for account in CAST["accounts"]}
COMMISSIONERS = {"pleno", "pleno.kedua", "ketua.bawaslu", "pleno.provinsi"}
HANDLERS = {"staf.bawaslu"} | COMMISSIONERS
PERSONNEL = {"petugas.bkpsdm", "kepala.bkpsdm"}
RECEIVERS = PERSONNEL | {"auditor.bkn"}
PRESS = HANDLERS | PERSONNEL | {"humas"}
TEAM = {"tim.netralitas", "tim.netralitas.kedua"}
AUDITORS = {"pemeriksa.jejak", "pemeriksa.pemko"}
SEES_ACTIVITIES = PRESS | TEAM | AUDITORS | {"inspektorat", "ppk", "penyelenggara.dputr"}
SEES_REQUESTS = HANDLERS | RECEIVERS | {"ppk", "pemeriksa.jejak", "pemeriksa.pemko"}
SEES_BREACHES = PERSONNEL | COMMISSIONERS | {"admin", "admin.kedua", "pemeriksa.jejak", "pemeriksa.pemko"}
SEES_PLEDGES = TEAM | PERSONNEL | {"staf.bawaslu"}
MAY = {
    "workspace": EVERYBODY,
    "inbox": HANDLERS | RECEIVERS,
    "matters": HANDLERS | RECEIVERS,
    "find_matters": HANDLERS | RECEIVERS,
    "queue_sheet": HANDLERS | RECEIVERS,
    "new_information": HANDLERS,
    "nil_reports": HANDLERS,
    "new_nil_report": HANDLERS,
    "number_patterns": RECEIVERS | COMMISSIONERS,
    "articles": PRESS | TEAM,
    "add_articles": PRESS,
    "activities": SEES_ACTIVITIES,
    "circulars": SEES_ACTIVITIES,
    "new_circular": TEAM | PERSONNEL,
    "circular_pattern": TEAM | PERSONNEL,
    "agreements": SEES_ACTIVITIES,
    "new_agreement": HANDLERS | PERSONNEL | TEAM,
    "obligation_list": HANDLERS | PERSONNEL | TEAM | {"ppk"},
    "data_requests": SEES_REQUESTS,
    "ask_data": HANDLERS | {"auditor.bkn"},
    "record_request": PERSONNEL,
    "disclosures": SEES_REQUESTS,
    "disclosures_xlsx": PERSONNEL | {"ppk", "pemeriksa.jejak", "pemeriksa.pemko"},
    "breaches": SEES_BREACHES,
    "new_breach": SEES_BREACHES,
    "pledges": SEES_PLEDGES | {"penyelenggara.dputr"},
    "new_pledge_text": SEES_PLEDGES,
    "registry": EVERYBODY - {"orang.luar"},
    "people": PERSONNEL,
    "questions": TEAM,
    "opinions": TEAM,
    "mediations": TEAM,
    "new_opinion": TEAM,
    "audit": {"admin", "admin.kedua", "pemeriksa.jejak", "pemeriksa.pemko"},
}


def test_each_person_reaches_the_pages_of_the_role_and_no_other(signed_in, reports):
    for username in sorted(EVERYBODY):
        client = signed_in(username)
        for name, allowed in MAY.items():
            answer = client.get(reverse(name))
            assert answer.status_code == (200 if username in allowed else 403), (username, name)
            assert answer.status_code == 200 or not tells_of_a_report(answer)


def test_the_menu_offers_only_what_opens(signed_in):
    for username in sorted(EVERYBODY):
        client = signed_in(username)
        tree = html.document_fromstring(client.get(reverse("workspace")).content.decode())
        entries = tree.xpath("//nav[@id='menu']//a/@href")
        assert 1 <= len(entries) <= 7, username
        assert [client.get(entry).status_code for entry in entries] == [200] * len(entries), username


def test_who_is_not_signed_in_is_sent_to_the_door_and_nothing_is_shown(reports):
    for name in MAY:
        answer = Client().get(reverse(name))
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith(reverse("sign_in"))
        assert not answer.content


def addresses() -> dict[str, tuple[str, str]]:
    report, matter, sent = rows()
    return {
        "report": ("get", reverse("received_report", args=[report.pk])),
        "open": ("post", reverse("open_report", args=[report.pk])),
        "matter": ("get", reverse("matter", args=[matter.pk])),
        "close": ("post", reverse("verb", args=[matter.pk, "close"])),
        "package": ("get", reverse("package", args=[sent.pk])),
    }


def test_whoever_does_not_handle_reports_sees_and_does_nothing_with_them(signed_in, reports):
    for username in sorted(EVERYBODY - HANDLERS):
        client = signed_in(username)
        for name, (method, address) in addresses().items():
            answer = getattr(client, method)(address)
            # Receivers work with matters of their own; of those of Bawaslu they do not even learn that they exist.
            known_page = username in RECEIVERS and name in {"matter", "close", "package"}
            assert answer.status_code == (404 if known_page else 403), (username, name)
            assert not tells_of_a_report(answer)
    assert Report.objects.filter(state="new").count() == 2


def test_without_signing_in_no_address_of_a_matter_tells_anything(reports):
    for method, address in addresses().values():
        answer = getattr(Client(), method)(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse("sign_in"))
    assert Report.objects.filter(state="new").count() == 2


def make_officer(username: str, office: Organisation, region: Region | None = None) -> None:
    user = create_user(username=username, name=username, organisation=office, person=None, actor=SYSTEM)
    for role in (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER):
        grant_role(
            user=user,
            role=role,
            region=region,
            starts_on=date(2024, 1, 1),
            ends_on=date(2028, 12, 31),
            actor=SYSTEM,
        )


@pytest.fixture
def other_bawaslu(reports) -> str:
    """The whole of another city's Bawaslu in one person."""
    store_regions([("99.72", "Kota Gaharu (contoh)")], DEMO_EDITION)
    office = store_organisation(
        name="Bawaslu Kota Gaharu (contoh)",
        short_name="Bawaslu Gaharu",
        kind=OrganisationKind.BAWASLU,
        level=OrganisationLevel.CITY,
        region=Region.objects.get(pk="99.72"),
        parent=None,
        is_demo=True,
        actor=SYSTEM,
    )
    make_officer("bawaslu.lain", office)
    return "bawaslu.lain"


@pytest.fixture
def district_officer(reports) -> str:
    """Of the same Bawaslu, with a role for one district only: the one of none of the rows looked at."""
    report, matter, _ = rows()
    taken = {report.region_id[:8], matter.region_id[:8]}
    region = Region.objects.filter(level="district", code__startswith="99.71.").exclude(code__in=taken)[0]
    make_officer("petugas.kecamatan", Organisation.objects.get(short_name="Bawaslu Cendana"), region)
    return "petugas.kecamatan"


@pytest.mark.parametrize("who", ["other_bawaslu", "district_officer"])
def test_a_bawaslu_of_elsewhere_does_not_learn_that_a_report_exists(who, request, signed_in):
    client = signed_in(request.getfixturevalue(who))
    here = addresses()
    for name, (method, address) in here.items():
        answer = getattr(client, method)(address)
        assert answer.status_code == 404, name
        assert not tells_of_a_report(answer)
        invented = address.replace(address.split("/")[4], str(uuid4()))
        assert text_of(getattr(client, method)(invented)) == text_of(answer), "the same words as for a row that is none"
    report, matter, _ = rows()
    for name in ("inbox", "matters", "workspace"):
        page = client.get(reverse(name)).content.decode()
        assert str(report.pk) not in page
        assert str(matter.pk) not in page
        assert matter.number not in page
    assert Report.objects.filter(state="new").count() == 2


def test_the_office_itself_sees_what_the_others_do_not(signed_in, reports):
    client = signed_in("staf.bawaslu")
    for name in ("report", "matter", "package"):
        assert client.get(addresses()[name][1]).status_code == 200
    assert tells_of_a_report(client.get(addresses()["report"][1]))


def test_who_handles_a_report_sees_that_there_is_an_identity_and_never_whose(signed_in, reports):
    client = signed_in("staf.bawaslu")
    named = Report.objects.filter(channel="report", state="new")[0]
    page = client.get(reverse("received_report", args=[named.pk]))
    assert "tersegel" in text_of(page)
    everything = [page, client.get(reverse("inbox"))]
    everything += [client.get(reverse("matter", args=[m.pk])) for m in Matter.objects.filter(report__isnull=False)]
    for answer in everything:
        for reporter in REPORTERS:
            assert reporter["name"] not in answer.content.decode()
            assert reporter["phone"] not in answer.content.decode()


def test_bkn_reads_the_finding_and_never_the_words_or_the_identity_of_the_reporter(signed_in, reports):
    client = signed_in("auditor.bkn")
    own = Matter.objects.filter(organisation__kind="bkn")
    assert own.count() >= 3
    for matter in own:
        answer = client.get(reverse("matter", args=[matter.pk]))
        assert "Ringkasan kajian" in text_of(answer)
        assert not tells_of_a_report(answer)
    for name in ("inbox", "matters", "workspace"):
        assert not tells_of_a_report(client.get(reverse(name)))


def test_a_role_that_ended_opens_nothing_anymore(signed_in, reports):
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("matters")).status_code == 200
    RoleGrant.objects.filter(user__username="staf.bawaslu").update(ends_on=date(2024, 11, 21))
    assert client.get(reverse("matters")).status_code == 403


def test_an_account_that_was_closed_is_out_at_once(signed_in, reports):
    client = signed_in("staf.bawaslu")
    User.objects.filter(username="staf.bawaslu").update(is_active=False)
    assert client.get(reverse("matters")).status_code == 302


def test_the_chain_shows_the_own_organisation_only(signed_in, reports):
    page = signed_in("admin").get(reverse("audit"))
    assert "matter.open" in text_of(page)
    other = signed_in("pemeriksa.jejak").get(reverse("audit"))
    assert "matter.open" not in text_of(other)
    assert AuditEntry.objects.filter(action="matter.open").exists()
    for answer in (page, other):
        assert not tells_of_a_report(answer)
