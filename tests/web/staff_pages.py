"""What the tests of the staff side look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import tree_of

from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile

CAST = yamlfile.read(ROOT / "samples" / "cendana.yaml")
STORIES = [item["what"][:40] for item in CAST["reports"]]
REPORTERS = [item["reporter"] for item in CAST["reports"] if item["reporter"]]


def rows() -> tuple[Report, Matter, HandOver]:
    """A new report, a matter of Bawaslu, and the package it sent to BKN."""
    sent = HandOver.objects.filter(direction="outgoing").select_related("matter").order_by("sent_at", "id")[0]
    return Report.objects.filter(state="new").order_by("filed_at")[0], sent.matter, sent


def say_of_each(client: Client, matter: Matter, **missing: str) -> Any:
    """The page of requirements is sent: all are met, but those named, each with its note."""
    address = reverse("checklist", args=[matter.pk])
    page = tree_of(client.get(address))
    given = {"seen": page.xpath("string(//input[@name='seen']/@value)")}
    for name in {str(one).removeprefix("answer_") for one in page.xpath("//input[@type='radio']/@name")}:
        given |= {f"answer_{name}": "not_met" if name in missing else "met", f"note_{name}": missing.get(name, "")}
    return client.post(address, given)


def fields_of(answer: Any) -> dict[str, Any]:
    """What a browser would send of the last form of the page as it stands."""
    form = tree_of(answer).forms[-1]
    found: dict[str, list[str]] = {}
    for name, value in form.form_values():
        # A browser drops the first line end of a text area.
        found.setdefault(name, []).append(value.removeprefix("\n"))
    return found


def study_of(client: Client, matter: Matter, **changes: Any) -> Any:
    """Everybody reported is a PNS; every finding of the engine is accepted; then it is stored."""
    address = reverse("study", args=[matter.pk])
    given = fields_of(client.get(address))
    given |= {name: "pns" for name in given if name.endswith(".status")}
    asked = client.post(address, given | changes | {"do": "examine"})
    page = tree_of(asked)
    rulings = {str(name): "accepted" for name in page.xpath("//input[starts-with(@name, 'ruling_')]/@name")}
    told = {"conclusion": "Patut diduga terjadi.", "proposal": "proven"}
    return client.post(address, fields_of(asked) | rulings | told | changes | {"do": "save"})


def plenary_of(client: Client, matter: Matter, decision: str = "proven", **changes: Any) -> Any:
    """Every member is for it."""
    address = reverse("verb", args=[matter.pk, "hold_plenary"])
    page = tree_of(client.get(address))
    given: dict[str, Any] = {str(name): "for" for name in page.xpath("//select[starts-with(@name, 'vote_')]/@name")}
    given["held_on"] = page.xpath("string(//input[@name='held_on']/@value)")
    given |= {"decision": decision, "tracks": ["discipline"] if decision == "proven" else []}
    return client.post(address, given | changes)


def tells_of_a_report(answer: Any) -> bool:
    page = answer.content.decode()
    names = [value for one in REPORTERS for key, value in one.items() if key in {"name", "address", "phone"}]
    return any(words in page for words in [*STORIES, *names])


def send(client: Client, address: str, /, *args: Any, **given: Any) -> Any:
    """Posts to a page by its name and goes where it leads."""
    return client.post(reverse(address, args=args), given, follow=True)
