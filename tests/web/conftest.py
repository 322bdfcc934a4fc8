"""Pages are tested with the invented city: its offices, people and reports, and one click to be one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from once import Once
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.demo import load_reports
from sinetra.apps.monitoring.demo import load_articles
from sinetra.apps.registry.regions import EDITION, store_regions
from sinetra.apps.reports.actions import new_custodian_key
from sinetra.catalogue import ROOT
from sinetra.ports.clock import legal_clock

CAST = ROOT / "samples" / "cendana.yaml"
# Static files are collected by `sinetra init`; the middleware wants the folder before the first request.
Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)

SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _no_answers_of_an_earlier_test() -> None:
    cache.clear()


@pytest.fixture
def vault(city: None) -> None:
    """Where the names of reporters are sealed: without it a report with a name is not taken."""
    custodian = User.objects.select_related("organisation").get(username="kustodian")
    acting = actor_of(custodian, legal_clock().today())
    new_custodian_key(organisation=custodian.organisation, passphrase="kayu manis di tepi kali", actor=acting)


@pytest.fixture
def reports(city: None, once: Once) -> None:
    """The eight invented reports, each where the file says."""
    once("reports", lambda: load_reports(CAST))


@pytest.fixture
def places(city: None, once: Once) -> None:
    """The real places that the sample articles name, as the official list has them."""
    named = [
        *(("15", "Jambi"), ("15.71", "Kota Jambi"), ("32", "Jawa Barat"), ("32.79", "Kota Banjar")),
        *(("63", "Kalimantan Selatan"), ("63.71", "Kota Banjarmasin"), ("63.72", "Kota Banjarbaru")),
    ]
    once("places", lambda: store_regions(named, EDITION))


@pytest.fixture
def articles(places: None, once: Once) -> None:
    """The five sample articles; their events are confirmed, as the demonstration shows them."""
    once("articles", lambda: load_articles(ROOT / "samples" / "articles", is_sample=True))


@pytest.fixture
def signed_in(city: None) -> SignIn:
    """``signed_in("staf.bawaslu")``: a client of that person, through the page of *Masuk sebagai…*."""

    def enter(username: str) -> Client:
        client = Client()
        answer = client.post(reverse("sign_in_as"), {"username": username})
        assert answer.status_code == 302, username
        return client

    return enter


@pytest.fixture
def actor(city: None) -> Callable[[str], Actor]:
    def find(username: str) -> Actor:
        return actor_of(User.objects.get(username=username), legal_clock().today())

    return find


@pytest.fixture
def admin(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("admin")


@pytest.fixture
def second(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("admin.kedua")
