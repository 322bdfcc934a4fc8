"""Filing and following for machines (contract 10): once per key, errors that name the field, codes in headers only."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from casework_rows import MISSING, checked
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import ask_repair, open_matter, start_study
from sinetra.apps.insight.suppress import SMALLEST
from sinetra.apps.reports.codes import words as code_words
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.selectors import report_view
from sinetra.ports.clock import legal_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
REPORTS, FOLLOW = "/api/v1/reports", "/api/v1/follow"
REPORTER = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1"}


def content(**changes: Any) -> dict[str, Any]:
    return {
        "channel": "initial_information",
        "what": "Kata-kata pelapor sendiri.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71",
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": None, "unit": None}],
        "acts": ["like"],
        "reporter": None,
        "idempotency_key": secrets.token_urlsafe(24),
    } | changes


def post(given: Any, **headers: str) -> Any:
    data = given if isinstance(given, str | bytes) else json.dumps(given)
    answer = Client().post(REPORTS, data, content_type="application/json", headers=headers)
    assert "Set-Cookie" not in answer.headers
    return answer


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["code"]
    return body


def staff() -> Actor:
    return actor_of(User.objects.get(username="staf.bawaslu"), legal_clock().today())


def follow(code: str) -> Any:
    return Client().get(FOLLOW, headers={"X-Report-Code": code})


def test_a_filing_answers_with_its_code_and_the_repeat_with_the_same_body():
    given = content()
    first, again = post(given), post(given)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    body = first.json()
    assert len(body["code"].split()) == 9
    assert body["filed_at"].startswith("20")
    assert "." not in body["filed_at"], "to the second: finer tells who sat at which machine"
    told = follow(body["code"]).json()["filed_at"]
    assert datetime.fromisoformat(told) == datetime.fromisoformat(body["filed_at"])
    assert "." not in told
    assert body["proof"].startswith("/")
    assert body["due"] == [], "initial information sets no limit to anybody"
    assert Report.objects.count() == 1
    assert body["code"] not in str(first.headers)
    assert "no-store" in first.headers["Cache-Control"]


def test_the_order_of_the_members_does_not_make_it_another_content():
    given = content()
    post(given)
    assert post(dict(reversed(given.items()))).status_code == 200


@pytest.mark.parametrize(
    "change", [{"what": "Lain."}, {"acts": ["share"]}, {"region": "99.71.01"}, {"happened_on": "2024-11-19"}]
)
def test_the_same_key_with_other_content_is_a_conflict(change):
    given = content()
    code = post(given).json()["code"]
    body = problem(post(given | change), 409)
    assert code not in str(body)
    assert Report.objects.count() == 1


def test_a_report_with_a_name_gets_its_explained_deadlines():
    body = post(content(channel="report", reporter=REPORTER)).json()
    assert body["kept_as"] == "report"
    assert body["due"]
    for due in body["due"]:
        assert set(due) >= {"rule", "due", "explanation"}
        assert due["due"] >= "2024-11-22"
        assert due["explanation"]
    assert Identity.objects.filter(report__state="new").exists()


def test_a_report_without_a_reporter_names_the_field_and_offers_initial_information():
    body = problem(post(content(channel="report")), 422)
    assert body["field"] == "reporter"
    assert any("initial_information" in item for item in body["accepted"])
    assert not Report.objects.exists()


def test_a_late_report_is_kept_as_initial_information():
    body = post(content(channel="report", reporter=REPORTER, happened_on="2024-10-30", known_on="2024-11-01")).json()
    assert (body["channel"], body["kept_as"]) == ("report", "initial_information")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"channel": "rumour"}, "channel"),
        ({"what": ""}, "what"),
        ({"what": "a" * 10_001}, "what"),
        ({"what": 7}, "what"),
        ({"happened_on": "kemarin"}, "happened_on"),
        ({"happened_on": "2024-11-23"}, "happened_on"),
        ({"known_on": "2024-11-19"}, "known_on"),
        ({"region": "12.34"}, "region"),
        ({"region": "Cendana"}, "region"),
        ({"region": None}, "region"),
        ({"acts": ["likes"]}, "acts"),
        ({"acts": ["vote"]}, "acts"),
        ({"acts": "like"}, "acts"),
        ({"reported": [{"role": "raja"}]}, "reported[0].role"),
        ({"reported": [{"role": "lurah"}, {"role": "lurah", "nip": "1"}]}, "reported[1].nip"),
        ({"reported": ["lurah"]}, "reported[0]"),
        ({"reporter": {"name": "Kamboja"}}, "reporter.address"),
        ({"idempotency_key": "12345"}, "idempotency_key"),
        ({"idempotency_key": None}, "idempotency_key"),
        ({"nip": "1"}, "nip"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(change, field):
    body = problem(post(content(**change)), 422)
    assert body["field"] == field
    assert body["detail"]
    assert not Report.objects.exists()


@pytest.mark.parametrize("given", ["", "{", "[]", "null", "7", '"x"', b"\xff\xfe", "[" * 2000])
def test_what_is_no_object_is_bad_input_and_never_an_error_of_ours(given):
    answer = post(given)
    assert answer.status_code in {400, 422}
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert not Report.objects.exists()


def test_hostile_text_is_kept_as_it_is_without_nul():
    words = "<script>alert(1)</script>\u202e\u200f ' OR 1=1 -- {{x}}"
    reported = [{"role": "lurah", "name": words}]
    assert post(content(what=words + "\x00", where=words, reported=reported)).status_code == 201
    view = report_view(staff(), Report.objects.order_by("-id")[0].pk)
    assert (view.what, view.where, view.reported[0].name) == (words, words, words)


def test_ten_thousand_characters_are_taken():
    assert post(content(what="é" * 10_000)).status_code == 201


def test_an_installation_of_a_city_sends_to_bawaslu_and_keeps_nothing(settings):
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/"
    for given in (content(), {"channel": "?"}):
        answer = post(given)
        assert answer.status_code in {421, 422}
    body = problem(post(content()), 421)
    assert "https://bawaslu.example/" in json.dumps(body)
    assert not Report.objects.exists()


def test_with_the_code_the_steps_are_read():
    code = post(content(channel="report", reporter=REPORTER)).json()["code"]
    answer = follow(code.upper().replace(" ", "-"))
    assert answer.status_code == 200
    body = answer.json()
    assert [step["code"] for step in body["steps"]] == ["filed"]
    assert body["clocks"]
    assert body["messages"] == []
    text = json.dumps(body)
    for secret in (code, REPORTER["name"], REPORTER["address"], "Kata-kata", "Lapangan Contoh"):
        assert secret not in text
    assert "Set-Cookie" not in answer.headers
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_the_office_does_is_read_and_who_did_it_is_not():
    code = post(content(channel="report", reporter=REPORTER)).json()["code"]
    matter = open_matter(report=Report.objects.get(), actor=staff())
    start_study(matter=matter, actor=staff())
    steps = follow(code).json()["steps"]
    assert [step["code"] for step in steps] == ["filed", "opened", "study_started"]
    assert staff().name not in json.dumps(steps)
    assert "Contoh" not in json.dumps(steps)


def test_what_is_missing_is_read_in_the_language_that_was_asked_for_and_without_the_notes():
    code = post(content(channel="report", reporter=REPORTER)).json()["code"]
    matter = start_study(matter=open_matter(report=Report.objects.get(), actor=staff()), actor=staff())
    ask_repair(matter=checked(matter, staff(), but=("evidence",)), actor=staff())
    for language, words in (("id", "Perlu dilengkapi: bukti."), ("en", "To be completed: evidence.")):
        answer = Client().get(FOLLOW, headers={"X-Report-Code": code, "Accept-Language": language}).json()
        assert answer["steps"][-1]["text"] == words
        assert MISSING not in json.dumps(answer)
        assert "pilkada.repair" in {clock["rule"] for clock in answer["clocks"]}


@pytest.mark.parametrize(("code", "status"), [("satu dua", 422), ("", 422), ("x " * 9, 422), ("\u00e9" * 400, 422)])
def test_what_cannot_be_a_code_is_told(code, status):
    body = problem(follow(code), status)
    assert "code" in body["field"]


def test_a_code_that_was_never_given_is_not_found_and_its_words_are_not_repeated():
    code = code_words().code(secrets.token_bytes(16))
    body = problem(follow(code), 404)
    assert code not in json.dumps(body)


def test_a_code_in_the_address_is_not_read():
    code = post(content()).json()["code"]
    assert problem(Client().get(FOLLOW, {"code": code, "x_report_code": code}), 422)["field"]


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_reports_cannot_be_listed_changed_or_deleted(method):
    assert getattr(Client(), method)(REPORTS).status_code == 405


@pytest.mark.parametrize(
    ("address", "due"),
    [
        ("/api/v1/deadlines/pilkada.filing?from=2024-11-20", "2024-11-27"),
        ("/api/v1/deadlines/pilkada.filing?from=2024-11-20&region=99.71", "2024-11-27"),
    ],
)
def test_a_deadline_is_computed_and_explained(address, due):
    answer = Client().get(address)
    assert answer.status_code == 200
    body = answer.json()
    assert body["due"] == due
    assert body["explanation"]
    assert body["source"]
    assert body["confidence"] in {"terverifikasi", "pers", "perlu-cek"}


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/api/v1/deadlines/nowhere?from=2024-11-20", "rule"),
        ("/api/v1/deadlines/pilkada.filing", "from"),
        ("/api/v1/deadlines/pilkada.filing?from=besok", "from"),
        ("/api/v1/deadlines/pilkada.filing?from=2024-11-20&region=Cendana", "region"),
        ("/api/v1/deadlines/pilkada.filing?from=9999-12-31", "from"),
        ("/api/v1/deadlines/ppk.follow_up?from=0001-01-01", "from"),
    ],
)
def test_a_deadline_that_cannot_be_computed_names_the_field(address, field):
    body = problem(Client().get(address), 422)
    assert body["field"] in {field, f"query.{field}", "start"}


def test_the_open_figures_hold_no_name_and_no_small_number():
    answer = Client().get("/api/v1/statistics/summary")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Contohwan" not in text
    assert "Cendana" not in text
    assert "Set-Cookie" not in answer.headers

    assert [number for number in counts(answer.json()) if 0 < number < SMALLEST] == []


def counts(value: Any) -> Iterator[int]:
    """Every whole number below a table's total or cells."""
    if isinstance(value, list):
        for item in value:
            yield from counts(item)
    elif isinstance(value, dict):
        total, cells = value.get("total"), value.get("cells") or {}
        yield from (n for n in [total, *(cells.values() if isinstance(cells, dict) else [])] if isinstance(n, int))
        for name, item in value.items():
            if name != "cells":
                yield from counts(item)


def test_an_address_of_the_api_that_is_none_is_not_found():
    assert Client().get("/api/v1/matters").status_code == 404
