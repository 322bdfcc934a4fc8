"""Casework on the pages: what may be done now, one path to the hand-over, two at once, strange marks and filters."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases.actions import deliver
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.partners import addressed_here, check_signature
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.reports.models import Report
from sinetra.core import packages
from sinetra.core.errors import VerificationFailed
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.web.staff import inbox
from sinetra.web.staff.verbs import VERBS

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import plenary_of, rows, say_of_each, study_of, tells_of_a_report

pytestmark = pytest.mark.django_db


def offered(client: Client, matter: Matter) -> set[str]:
    tree = html.document_fromstring(client.get(reverse("matter", args=[matter.pk])).content.decode())
    start = reverse("matter", args=[matter.pk])
    links = [a for a in tree.xpath("//main//a/@href") if a.startswith(start) and a != start]
    return {link.removeprefix(start).partition("?")[0].strip("/") for link in links}


@pytest.mark.parametrize("username", ["staf.bawaslu", "pleno", "auditor.bkn"])
def test_what_is_not_possible_now_is_not_offered_and_refused(username, signed_in, reports):
    client = signed_in(username)
    office = User.objects.get(username=username).organisation_id
    seen: set[str] = set()
    for matter in Matter.objects.filter(organisation_id=office):
        may = offered(client, matter)
        seen |= may
        for verb in [*VERBS, "assign", "delete", "open_matter"]:
            address = reverse("verb", args=[matter.pk, verb])
            if verb in may:
                assert client.get(address).status_code == 200
                continue
            before = (matter.state, matter.version)
            assert client.get(address).status_code == 404, (matter.state, verb)
            refused = client.post(address, {"reason": "x", "outcome": "not_proven"})
            # 409: the role allows it and the state does not any more; the page says so and keeps what was typed.
            assert refused.status_code in {404, 409}, (matter.state, verb)
            matter.refresh_from_db()
            assert (matter.state, matter.version) == before
    assert seen, "in none of the states anything may be done: the test would look at nothing"


def open_report(client: Client, report: Report) -> Any:
    return client.post(reverse("open_report", args=[report.pk]))


@pytest.fixture
def new_report(reports) -> Report:
    return Report.objects.filter(state="new", kept_as="report")[0]


def test_one_path_walks_through_the_pages(signed_in, new_report):
    staff, plenary, bkn = (signed_in(name) for name in ("staf.bawaslu", "pleno", "auditor.bkn"))
    assert open_report(staff, new_report).status_code == 302
    matter = Matter.objects.get(report=new_report)
    assert matter.handler.username == "staf.bawaslu"

    def act(client: Client, verb: str, **given: Any) -> None:
        assert verb in offered(client, Matter.objects.get(pk=matter.pk)), verb
        answer = client.post(reverse("verb", args=[matter.pk, verb]), {"x": "1"} | given)
        assert answer.status_code == 302, text_of(answer)

    act(staff, "start_study")
    assert say_of_each(staff, matter).status_code == 302
    act(staff, "find_complete")
    act(staff, "register")
    assert "hold_plenary" not in offered(staff, matter)
    assert study_of(staff, matter).status_code == 302
    assert "hold_plenary" not in offered(staff, Matter.objects.get(pk=matter.pk))
    assert plenary_of(plenary, matter).status_code == 302
    receiver = Organisation.objects.get(kind="bkn")
    track = Track.objects.get(matter=matter)
    act(staff, "forward", track=str(track.pk), to=str(receiver.pk), summary="Ringkasan kajian kantor.")
    sent = HandOver.objects.get(matter=matter)
    arrived = deliver(sent.pk, "package")
    there = arrived.matter
    assert there.number in text_of(bkn.get(reverse("inbox")))
    assert offered(bkn, there) == {"acknowledge", "return"}
    assert bkn.post(reverse("verb", args=[there.pk, "acknowledge"]), {"x": "1"}).status_code == 302
    deliver(arrived.pk, "reply")
    matter.refresh_from_db()
    assert matter.state == "acknowledged"
    assert not tells_of_a_report(bkn.get(reverse("matter", args=[there.pk])))


@pytest.mark.parametrize(
    ("given", "kept"),
    [({"summary": "Ringkasan yang panjang."}, "Ringkasan yang panjang."), ({"to": str(uuid4()), "summary": "S"}, "S")],
)
def test_forwarding_without_a_receiver_keeps_what_was_typed(given, kept, signed_in, reports):
    staff = signed_in("staf.bawaslu")
    matter = _in_plenary(staff, signed_in("pleno"))
    answer = staff.post(reverse("verb", args=[matter.pk, "forward"]), given)
    assert answer.status_code == 200
    assert kept in answer.content.decode()
    assert answer.context["form"].errors
    assert not HandOver.objects.filter(matter=matter).exists()


def _in_plenary(staff: Client, plenary: Client) -> Matter:
    report = Report.objects.filter(state="new", kept_as="report")[0]
    open_report(staff, report)
    matter = Matter.objects.get(report=report)
    staff.post(reverse("verb", args=[matter.pk, "start_study"]))
    say_of_each(staff, matter)
    for verb in ("find_complete", "register"):
        staff.post(reverse("verb", args=[matter.pk, verb]))
    study_of(staff, matter)
    plenary_of(plenary, matter)
    matter.refresh_from_db()
    assert matter.state == "plenary"
    return matter


def test_a_matter_is_forwarded_only_to_who_can_acknowledge(signed_in, reports):
    staff = signed_in("staf.bawaslu")
    matter = _in_plenary(staff, signed_in("pleno"))
    wrong = Organisation.objects.get(kind="kpu")
    answer = staff.post(reverse("verb", args=[matter.pk, "forward"]), {"to": str(wrong.pk), "summary": "Ringkasan"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["to"]


def test_two_who_open_one_report_at_once_make_one_matter_and_one_conflict_page(signed_in, new_report, monkeypatch):
    first, second = signed_in("staf.bawaslu"), signed_in("pleno")
    read = inbox.report_view
    answers = []

    def somebody_is_faster(actor: Any, pk: Any) -> Any:
        """Between reading and writing of the second, the first does the whole of it."""
        found = read(actor, pk)
        monkeypatch.setattr(inbox, "report_view", read)
        answers.append(open_report(first, new_report))
        return found

    monkeypatch.setattr(inbox, "report_view", somebody_is_faster)
    late = open_report(second, new_report)
    assert [answer.status_code for answer in answers] == [302]
    assert late.status_code == 409
    assert "muat ulang" in text_of(late).lower()
    assert Matter.objects.filter(report=new_report).count() == 1
    assert Matter.objects.get(report=new_report).handler.username == "staf.bawaslu"
    numbers = list(Matter.objects.filter(organisation__kind="bawaslu").values_list("sequence", flat=True))
    assert sorted(numbers) == list(range(1, len(numbers) + 1)), "the loser takes no number"


def test_opening_again_is_a_conflict_and_the_page_offers_the_matter_instead(signed_in, new_report):
    client = signed_in("staf.bawaslu")
    assert open_report(client, new_report).status_code == 302
    assert open_report(client, new_report).status_code == 409
    page = client.get(reverse("received_report", args=[new_report.pk]))
    tree = html.document_fromstring(page.content.decode())
    assert not tree.xpath("//form[contains(@action, '/buka/')]")
    assert reverse("matter", args=[Matter.objects.get(report=new_report).pk]) in tree.xpath("//a/@href")


def test_opening_is_a_post_with_the_token_of_the_page(signed_in, new_report):
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("open_report", args=[new_report.pk])).status_code == 405
    client.handler.enforce_csrf_checks = True
    assert open_report(client, new_report).status_code == 403
    assert not Matter.objects.filter(report=new_report).exists()


def test_the_package_comes_as_a_file_that_anybody_can_verify(signed_in, reports):
    _, matter, sent = rows()
    answer = signed_in("staf.bawaslu").get(reverse("package", args=[sent.pk]))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    package = packages.verify(answer.content, check=check_signature, addressed_here=addressed_here)
    assert package.kind is packages.Kind.FORWARDING
    assert package.content["number"] == matter.number
    assert package.recipient.kind == "bkn"
    assert not tells_of_a_report(answer)
    altered = json.loads(answer.content)
    altered["content"]["summary"] += " dan terbukti."
    with pytest.raises(VerificationFailed):
        packages.verify(json.dumps(altered).encode(), check=check_signature, addressed_here=addressed_here)


STRANGE = ["x", "\x00", "é", "A" * 3000, "eyJhIjoxfQ==", "-1", "' OR 1=1"]


def test_a_page_mark_that_is_none_is_bad_input_and_never_an_error_of_ours(signed_in):
    staff, admin, personnel = (signed_in(name) for name in ("staf.bawaslu", "admin", "petugas.bkpsdm"))
    asked = [(staff, "inbox", "after"), (staff, "inbox", "paket"), (staff, "matters", "after")]
    asked += [
        (staff, "nil_reports", "after"),
        (staff, "articles", "after"),
        (staff, "activities", "after"),
        (staff, "circulars", "after"),
    ]
    asked += [(admin, "audit", "after"), (personnel, "people", "after")]
    for client, name, field in asked:
        for given in STRANGE:
            assert client.get(reverse(name), {field: given}).status_code == 422, (name, field, given)


def test_a_strange_filter_is_never_an_error_of_ours(signed_in):
    staff, admin, personnel = (signed_in(name) for name in ("staf.bawaslu", "admin", "petugas.bkpsdm"))
    for client, name, field in (
        (staff, "matters", "state"),
        (staff, "registry", "q"),
        (admin, "audit", "action"),
        (personnel, "people", "q"),
    ):
        for given in STRANGE:
            assert client.get(reverse(name), {field: given}).status_code == 200, (name, field, given)


def test_what_was_searched_for_travels_whole_to_the_next_page_and_back(signed_in, actor):
    office = actor("petugas.bkpsdm")
    unit = Unit.objects.filter(organisation_id=office.organisation_id)[0]
    for number in range(51):
        store_person(
            organisation=unit.organisation,
            name=f"A&B=é {number:02}",
            status=SubjectStatus.NON_ASN,
            number="",
            unit=unit,
            position=Position.OTHER,
            position_title="Contoh",
            actor=SYSTEM,
        )
    client = signed_in("petugas.bkpsdm")

    def page(address: str) -> tuple[list[str], str]:
        tree = html.document_fromstring(client.get(address).content.decode())
        return tree.xpath("//tbody//th"), tree.xpath("string(//nav[@class='pager']/a/@href)")

    start = reverse("people")
    rows_shown, older = page(start + "?q=A%26B%3D%C3%A9")
    assert len(rows_shown) == 50
    rows_shown, newer = page(start + older)
    assert len(rows_shown) == 1
    assert newer == "?q=A%26B%3D%C3%A9"
