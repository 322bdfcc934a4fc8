"""A report goes from one office of Bawaslu to another through the pages, and begins anew there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import deliver, open_matter, start_study
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import say_of_each, tells_of_a_report

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
SUMMARY = "Kejadiannya di luar wilayah kami."


@pytest.fixture
def matter(reports: None, actor: Callable[[str], Actor]) -> Matter:
    report = Report.objects.select_related("organisation").get(state="new", kept_as="report")
    made = open_matter(report=report, actor=actor("staf.bawaslu"))
    return start_study(matter=made, actor=actor("staf.bawaslu"))


def send(client: Client, matter: Matter, verb: str, **given: Any) -> Any:
    return client.post(reverse("verb", args=[matter.pk, verb]), given)


def choices(answer: Any, name: str) -> list[str]:
    found: list[str] = html.document_fromstring(answer.content.decode()).xpath(
        f"//select[@name='{name}']/option/text()"
    )
    return found


def test_the_province_gets_it_acknowledges_it_and_checks_it_anew(signed_in: SignIn, matter: Matter):
    plenary, province = signed_in("pleno"), signed_in("pleno.provinsi")
    page = plenary.get(reverse("verb", args=[matter.pk, "transfer"]))
    assert choices(page, "to")[1:] == ["Bawaslu Provinsi"], "no office of another kind, not one's own"
    to = Organisation.objects.get(short_name="Bawaslu Provinsi")
    wrong = send(plenary, matter, "transfer", summary=SUMMARY)
    assert wrong.status_code == 200
    assert SUMMARY in wrong.content.decode()
    assert send(plenary, matter, "transfer", to=str(to.pk), summary=SUMMARY).status_code == 302
    assert "menunggu tanda terima" in text_of(plenary.get(reverse("matter", args=[matter.pk])))
    assert matter.number in text_of(plenary.get(reverse("due_list"))), "the answer has a deadline"
    arrived = deliver(HandOver.objects.get(matter=matter).pk, "package")
    assert arrived is not None
    there = arrived.matter
    shown = province.get(reverse("matter", args=[there.pk]))
    assert SUMMARY in text_of(shown)
    assert not tells_of_a_report(shown)
    assert there.number in text_of(province.get(reverse("inbox")))
    assert send(province, there, "acknowledge", x="1").status_code == 302
    deliver(arrived.pk, "reply")
    assert "menyatakan telah menerima" in text_of(plenary.get(reverse("matter", args=[matter.pk])))
    for verb in ("start_study", "find_complete", "register"):
        if verb == "find_complete":
            assert say_of_each(province, there).status_code == 302
        assert send(province, there, verb, x="1").status_code == 302, verb
    assert "register 001/REG/2024" in text_of(province.get(reverse("matter", args=[there.pk])))
    assert province.get(reverse("matter", args=[matter.pk])).status_code == 404, "each has its own matter"
    assert plenary.get(reverse("matter", args=[there.pk])).status_code == 404


def test_a_take_over_wants_the_decision_of_the_office_above(signed_in: SignIn, matter: Matter):
    plenary = signed_in("pleno")
    by = Organisation.objects.get(short_name="Bawaslu Provinsi")
    given = {"by": str(by.pk), "order": "12/KEP/2024", "ordered_on": "2024-11-22", "summary": SUMMARY}
    for field in given:
        answer = send(plenary, matter, "take_over", **{name: value for name, value in given.items() if name != field})
        assert answer.context["form"].errors.keys() == {field}
    to_come = send(plenary, matter, "take_over", **given | {"ordered_on": "2024-11-23"})
    assert to_come.context["form"].errors.keys() == {"ordered_on"}
    assert not HandOver.objects.filter(matter=matter).exists()
    assert send(plenary, matter, "take_over", **given).status_code == 302
    assert "Diambil alih oleh Bawaslu Provinsi" in text_of(plenary.get(reverse("matter", args=[matter.pk])))


def test_staff_neither_transfers_nor_records_a_take_over(signed_in: SignIn, matter: Matter):
    staff = signed_in("staf.bawaslu")
    for verb in ("transfer", "take_over"):
        assert staff.get(reverse("verb", args=[matter.pk, verb])).status_code == 404
        assert send(staff, matter, verb, summary=SUMMARY).status_code == 404
    assert not HandOver.objects.filter(matter=matter).exists()
