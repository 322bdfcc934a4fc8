"""Every address says who may reach it; nothing public sets a cookie; nobody reaches what a role does not allow."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from own_views import views

from sinetra.apps.base.policy import registered_actions, registered_models
from sinetra.apps.base.row import Row

pytestmark = pytest.mark.django_db


def without_access(patterns: list[URLPattern]) -> list[str]:
    known = registered_actions() | {"public"}
    return [str(p.name or p.pattern) for p in patterns if getattr(p.callback, "access", None) not in known]


def test_every_page_says_who_may_reach_it():
    assert len(views()) > 20
    assert without_access(views()) == []


def test_a_page_without_a_policy_is_found():
    def bare(request):
        """A view that nobody marked."""

    def unknown(request):
        """A view marked with an action that nobody registered."""

    unknown.access = "everything.do"
    from django.urls import path

    planted = [path("a/", bare, name="bare"), path("b/", unknown, name="unknown")]
    assert without_access(planted) == ["bare", "unknown"]


def rows_without_policy(models: list[type[Row]]) -> list[str]:
    return [model.__name__ for model in models if model not in registered_models()]


def domain_rows() -> list[type[Row]]:
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Row)]


def test_every_domain_row_has_a_policy():
    assert len(domain_rows()) > 10
    assert rows_without_policy(domain_rows()) == []


def test_a_row_without_a_policy_is_found():
    class Planted(Row):
        class Meta:
            app_label = "base"
            managed = False

    from django.apps import apps

    try:
        assert rows_without_policy([Planted]) == ["Planted"]
    finally:
        del apps.all_models["base"]["planted"]
        apps.clear_cache()


PUBLIC = [
    "home",
    "rulebook",
    "rulebook_table",
    "rulebook_changes",
    "printed",
    "deadline",
    "transfer_calculator",
    "transfer_figures",
    "public_circulars",
    "check_documents",
    "may_i",
    "report",
    "follow",
    "ask_team",
    "team_answer",
    "fair_service",
    "mediation",
    "request_mediation",
    "follow_mediation",
    "library",
    "statistics",
    "tour",
    "news",
    "accessibility",
    "privacy",
    "about",
]


@pytest.mark.parametrize("name", PUBLIC)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_public_page_sets_a_cookie(client: Client, name: str, language: str):
    address = reverse(name).replace("/id/", f"/{language}/", 1)
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    assert answer.headers["Content-Language"] == language


def test_the_staff_side_does_set_one_and_only_there(client: Client):
    answer = client.get(reverse("sign_in"))
    assert {cookie["path"] for cookie in answer.cookies.values()} == {"/kerja/"}


def test_somebody_who_is_not_signed_in_is_asked_to(client: Client):
    for view in views():
        if view.callback.access == "public" or view.pattern.converters:
            continue
        answer = client.get(reverse(view.name))
        assert answer.status_code == 302, view.name
        assert answer.headers["Location"].startswith(reverse("sign_in"))


@pytest.mark.parametrize("name", ["report", "follow", "ask_team", "team_answer"])
def test_a_public_form_refuses_to_be_posted_from_elsewhere(client: Client, name: str):
    foreign = client.post(reverse(name), headers={"Sec-Fetch-Site": "cross-site"})
    origin = client.post(reverse(name), headers={"Origin": "https://lain.example"})
    own = client.post(reverse(name), headers={"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"})
    assert (foreign.status_code, origin.status_code, own.status_code) == (403, 403, 200)


@pytest.mark.parametrize(
    "origin", ["http://[", "http://]", "//", "x", "http://testserver.lain.example", "http://a@testserver"]
)
def test_an_origin_that_is_no_address_of_ours_is_foreign_and_no_fault(client: Client, origin: str):
    assert client.post(reverse("follow"), headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("host", ["testserver", "testserver:443", "testserver:80"])
@pytest.mark.parametrize("origin", ["https://testserver", "http://testserver"])
def test_a_proxy_that_writes_the_default_port_into_host_changes_nothing(client: Client, host: str, origin: str):
    assert client.post(reverse("follow"), headers={"Host": host, "Origin": origin}).status_code == 200


@pytest.mark.parametrize("host", ["testserver:8443", "testserver:4430", "testserver"])
def test_another_port_is_another_place(client: Client, host: str):
    answer = client.post(reverse("follow"), headers={"Host": host, "Origin": "https://testserver:8080"})
    assert answer.status_code == 403


def test_every_page_has_the_strict_policy(client: Client):
    policy = client.get(reverse("home")).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
