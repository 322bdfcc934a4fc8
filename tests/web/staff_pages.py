"""What the tests of the staff side look at."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile

CAST = yamlfile.read(ROOT / "samples" / "cendana.yaml")
STORIES = [item["what"][:40] for item in CAST["reports"]]
REPORTERS = [item["reporter"] for item in CAST["reports"] if item["reporter"]]


def text_of(answer: Any) -> str:
    return " ".join(html.document_fromstring(answer.content.decode()).text_content().split())


def rows() -> tuple[Report, Matter, HandOver]:
    """A new report, a matter of Bawaslu, and the package it sent to BKN."""
    sent = HandOver.objects.filter(direction="outgoing").select_related("matter").order_by("sent_at", "id")[0]
    return Report.objects.filter(state="new").order_by("filed_at")[0], sent.matter, sent


def say_of_each(client: Client, matter: Matter, **missing: str) -> Any:
    """The page of requirements is sent: all are met, but those named, each with its note."""
    address = reverse("checklist", args=[matter.pk])
    page = html.document_fromstring(client.get(address).content.decode())
    given = {"seen": page.xpath("string(//input[@name='seen']/@value)")}
    for name in {str(one).removeprefix("answer_") for one in page.xpath("//input[@type='radio']/@name")}:
        given |= {f"answer_{name}": "not_met" if name in missing else "met", f"note_{name}": missing.get(name, "")}
    return client.post(address, given)


def tells_of_a_report(answer: Any) -> bool:
    page = answer.content.decode()
    names = [value for one in REPORTERS for key, value in one.items() if key in {"name", "address", "phone"}]
    return any(words in page for words in [*STORIES, *names])
