"""With many rows the pages stay what they are: the same number of queries, every row met once, nothing lost."""

from __future__ import annotations

import os
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.audit.verify import verify
from sinetra.apps.cases import selectors
from sinetra.apps.cases.demo import load_reports
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.volume import PEOPLE, REPORTS, fill_volume
from sinetra.apps.registry.models import Person
from sinetra.apps.registry.regions import import_regions
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.ports.clock import today

pytestmark = pytest.mark.django_db
CENDANA = ROOT / "samples" / "cendana.yaml"
SMALL = 0.01


@pytest.fixture
def cast(db):
    import_regions(ROOT / "regions" / "wilayah.csv")
    load_cast(CENDANA)
    load_reports(CENDANA)


def client_of(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


def queries(client: Client, name: str) -> int:
    client.get(reverse(name))
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(reverse(name)).status_code == 200
    return len(found)


def rows_of(client: Client, address: str) -> list[str]:
    """The links of the first column, page after page."""
    found: list[str] = []
    for _ in range(1000):
        html = client.get(address).content.decode()
        found += re.findall(r'<th scope="row"[^>]*>.*?<a href="([^"]+)"', html)
        older = re.search(r'href="([^"]+)" rel="next"', html)
        if older is None:
            return found
        address = reverse("matters") + older[1].replace("&amp;", "&") if older[1].startswith("?") else older[1]
    raise AssertionError("the list does not end")


def check_volume(scale: float) -> None:
    before = {name: queries(client_of("staf.bawaslu"), name) for name in ("matters", "inbox", "workspace")}
    made = fill_volume(scale=scale, seed=3)
    assert (made.people, made.reports) == (round(PEOPLE * scale), round(REPORTS * scale))
    client = client_of("staf.bawaslu")
    for name, number in before.items():
        assert queries(client, name) <= number + 2, f"{name} asks more when there are more rows"
    running = Matter.objects.filter(organisation__short_name="Bawaslu Cendana").exclude(state="closed")
    listed = rows_of(client, reverse("matters"))
    assert len(listed) == len(set(listed)) == running.count()


def test_lists_with_some_rows(cast):
    check_volume(SMALL)
    assert verify().ok


@pytest.mark.soak
def test_lists_with_all_rows_of_a_small_city(cast):
    check_volume(float(os.environ.get("SINETRA_SCALE", "1")))
    assert Person.objects.count() > PEOPLE
    assert Report.objects.count() > REPORTS
    actor = actor_of(User.objects.get(username="staf.bawaslu"), today())
    assert len(selectors.matters(actor)) == 50
