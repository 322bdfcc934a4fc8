"""Who has an interest reads why and to whom the matter goes, nothing of the matter; the forwarding page proposes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from declared_interests import aside
from reading import text_of
from staff_pages import plenary_of, tells_of_a_report

from casework_rows import registered, studied
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Matter, Recommendation
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.models import ElectionPair, Organisation
from sinetra.apps.reports.models import Report
from sinetra.core.casework.interests import Tie

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]


@pytest.fixture
def matter(reports: None) -> Matter:
    """One that runs at Bawaslu."""
    return Matter.objects.filter(organisation__kind="bawaslu", state="report_received").order_by("opened_at")[0]


def of_pair() -> dict[str, Any]:
    return {"pair": ElectionPair.objects.get(number=1)}


def test_without_an_interest_the_matter_opens(signed_in: SignIn, matter: Matter):
    answer = signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    assert answer.status_code == 200
    assert tells_of_a_report(answer)


@pytest.mark.parametrize(
    ("language", "why", "todo"),
    [
        ("id", "mertua, menantu, atau ipar", "Minta anggota pleno mengganti penanggung jawab: Akasia"),
        ("en", "a relative by marriage", "Ask a member of the plenary to change the person in charge: Akasia"),
    ],
)
def test_with_one_it_does_not_and_the_page_says_why_and_whom_to_ask(
    signed_in: SignIn, matter: Matter, language: str, why: str, todo: str
):
    aside("staf.bawaslu", **of_pair())
    answer = signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]).replace("/id/", f"/{language}/", 1))
    assert answer.status_code == 403
    told = text_of(answer)
    assert why in told
    assert todo in told
    assert "UU 30/2014" in told
    assert not tells_of_a_report(answer)


def test_every_page_of_the_matter_and_of_its_report_is_closed(signed_in: SignIn, matter: Matter):
    aside("staf.bawaslu", **of_pair())
    client, report = signed_in("staf.bawaslu"), matter.report
    assert report is not None
    pages = [
        reverse("matter", args=[matter.pk]),
        reverse("received_report", args=[report.pk]),
        *(reverse("verb", args=[matter.pk, name]) for name in ("start_study", "register", "close", "assign")),
    ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 403, page
        assert not tells_of_a_report(answer), page
    assert client.post(reverse("verb", args=[matter.pk, "start_study"])).status_code == 409
    matter.refresh_from_db()
    assert matter.state == "report_received"


def test_a_new_report_is_not_opened_by_who_has_an_interest_in_its_election(signed_in: SignIn, reports: None):
    report = Report.objects.filter(state="new").order_by("filed_at")[0]
    aside("staf.bawaslu", **of_pair())
    answer = signed_in("staf.bawaslu").post(reverse("open_report", args=[report.pk]))
    assert answer.status_code == 403
    assert "Biarkan rekan Anda membuka laporan ini." in text_of(answer)
    assert not Matter.objects.filter(report=report).exists()
    assert signed_in("ketua.bawaslu").post(reverse("open_report", args=[report.pk])).status_code == 302


def test_the_member_of_the_plenary_can_still_hand_it_over(signed_in: SignIn, matter: Matter):
    aside("pleno", Tie.GAVE_ORDER, matter=matter)
    client, other = signed_in("pleno"), User.objects.get(username="ketua.bawaslu")
    page = client.get(reverse("matter", args=[matter.pk]))
    assert page.status_code == 403
    assert reverse("verb", args=[matter.pk, "assign"]) in page.content.decode()
    form = client.get(reverse("verb", args=[matter.pk, "assign"]))
    assert form.status_code == 200
    assert not tells_of_a_report(form)
    given = {"handler": str(other.pk), "reason": "Saya berkepentingan"}
    assert client.post(reverse("verb", args=[matter.pk, "assign"]), given).status_code == 302
    matter.refresh_from_db()
    assert matter.handler == other


def test_when_everybody_has_an_interest_the_office_above_is_asked(signed_in: SignIn, matter: Matter):
    for username in ("staf.bawaslu", "pleno", "pleno.kedua", "ketua.bawaslu"):
        aside(username, **of_pair())
    told = text_of(signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk])))
    assert "Minta kantor di atas mengambil alih" in told


def forwarding(signed_in: SignIn, reports: None) -> str:
    rows = Matter.objects.select_related("report", "organisation").order_by("opened_at")
    found = rows.filter(organisation__kind="bawaslu", state="report_received")[0]
    client = signed_in("ketua.bawaslu")
    chair = User.objects.get(username="ketua.bawaslu")
    acting = actor_of(chair, date(2024, 11, 22))
    studied(registered(found, acting), acting)
    address = reverse("verb", args=[found.pk, "hold_plenary"])
    assert "Anggota yang memutus" in text_of(client.get(address))
    assert plenary_of(client, found).status_code == 302
    return text_of(client.get(reverse("verb", args=[found.pk, "forward"])))


def test_the_page_of_a_recommendation_proposes_too(signed_in: SignIn, reports: None):
    office = Organisation.objects.get(kind="bawaslu", level="city")
    with unit_of_work(SYSTEM) as work:
        row = work.create(
            Recommendation(
                organisation=office, number="7/REK/2024", dated_on=date(2024, 11, 1), addressee="PPK Kota Cendana"
            )
        )
        work.record("recommendation.import", row)
    client = signed_in("staf.bawaslu")
    address = reverse("recommendation", args=[row.pk])
    told = text_of(client.get(address))
    assert "Siapa yang memutus" in told
    assert "Usulan yang memutus" not in told
    declare_interest(
        organisation=office,
        office=Organisation.objects.get(kind="local_government"),
        holder_name="Angsana Contohwati",
        tie=Tie.SPOUSE,
        pair=ElectionPair.objects.get(number=2),
        from_on=date(2024, 9, 25),
        source="pernyataan instansi",
        actor=SYSTEM,
    )
    told = text_of(client.get(address))
    assert "Usulan yang memutus" in told
    assert "Orang yang memutuskan kepada siapa surat ditujukan." in told


def test_the_forwarding_page_says_who_is_ppk_and_that_no_interest_is_on_record(signed_in: SignIn, reports: None):
    told = forwarding(signed_in, reports)
    assert "Angsana Contohwati, Pjs Wali Kota Cendana" in told
    assert "tidak ada yang tercatat" in told
    assert "Usulan yang memutus" not in told


def test_with_an_interest_it_proposes_who_decides_and_why_and_a_person_chooses(signed_in: SignIn, reports: None):
    declare_interest(
        organisation=Organisation.objects.get(kind="bawaslu", level="city"),
        office=Organisation.objects.get(kind="local_government"),
        holder_name="Angsana Contohwati",
        tie=Tie.SIBLING,
        pair=ElectionPair.objects.get(number=2),
        from_on=date(2024, 9, 25),
        source="pernyataan instansi",
        actor=SYSTEM,
    )
    told = forwarding(signed_in, reports)
    for words in ("Angsana Contohwati: saudara kandung", "Usulan yang memutus", "gubernur", "Presiden", "UU 30/2014"):
        assert words in told, words
    assert "PPK tercatat berkepentingan. Diusulkan diputus oleh gubernur." in told, "a first line, to be changed"
