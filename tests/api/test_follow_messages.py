"""Talk and news for machines (contract 10): the code in a header, once for each key, errors as problem JSON."""

from __future__ import annotations

import json
import secrets
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parent))

from test_reports import content, follow, post, problem, staff

from sinetra.apps.reports.actions import write_message
from sinetra.apps.reports.codes import words as code_words
from sinetra.apps.reports.handlers import news
from sinetra.apps.reports.models import Message, Report
from sinetra.core.news_token import SHORTEST_LIST, seed_of, token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
MESSAGES, NEWS = "/api/v1/follow/messages", "/api/v1/follow/news"
WORDS = "Spanduknya masih ada."


def said(code: str, **changes: Any) -> Any:
    given = {"text": WORDS, "idempotency_key": secrets.token_urlsafe(24)} | changes
    answer = Client().post(
        MESSAGES, json.dumps(given), content_type="application/json", headers={"X-Report-Code": code}
    )
    assert "Set-Cookie" not in answer.headers
    return answer


@pytest.fixture
def code() -> str:
    return str(post(content()).json()["code"])


def test_a_message_is_written_and_read_back(code: str):
    answer = said(code)
    assert answer.status_code == 201
    assert answer.json()["text"] == WORDS
    assert "no-store" in answer.headers["Cache-Control"]
    (read,) = follow(code).json()["messages"]
    assert (read["by"], read["kind"], read["text"]) == ("reporter", "message", WORDS)
    assert set(read) == {"by", "kind", "on", "text", "is_new"}


def test_a_repeat_answers_with_the_same_body_and_other_words_are_a_conflict(code: str):
    secret = secrets.token_urlsafe(24)
    first, again = (said(code, idempotency_key=secret) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert problem(said(code, idempotency_key=secret, text="Lain."), 409)["code"] == "other_content"
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"text": ""}, "text"), ({"text": "x" * 2001}, "text"), ({"idempotency_key": "1"}, "idempotency_key")],
)
def test_what_is_wrong_is_named_and_nothing_is_written(code: str, changes: dict[str, Any], field: str):
    body = problem(said(code, **changes), 422)
    assert body["field"] == field
    assert code not in json.dumps(body)
    assert not Message.objects.exists()


def test_completing_what_nobody_asked_for_is_a_conflict(code: str):
    assert problem(said(code, completes=True), 409)["code"] == "nothing_asked"


@pytest.mark.parametrize(("given", "status"), [("satu dua", 422), ("", 422)])
def test_without_a_code_nothing_is_written(given: str, status: int):
    problem(said(given), status)
    problem(said(code_words().code(secrets.token_bytes(16))), 404)
    assert not Message.objects.exists()


def test_the_code_in_an_address_or_body_is_not_read(code: str):
    given = {"text": WORDS, "idempotency_key": secrets.token_urlsafe(24), "code": code}
    answer = Client().post(f"{MESSAGES}?x_report_code=x", json.dumps(given), content_type="application/json")
    assert answer.status_code == 422
    assert not Message.objects.exists()


def test_the_answer_of_the_office_is_new_once_and_named_by_the_office_alone(code: str):
    report = Report.objects.select_related("organisation").get()
    write_message(report=report, text="Kapan?", key=secrets.token_urlsafe(24), actor=staff())
    first, again = follow(code).json(), follow(code).json()
    assert [one["is_new"] for one in first["messages"]] == [True]
    assert [one["is_new"] for one in again["messages"]] == [False]
    assert staff().name not in json.dumps(first)
    assert (first["messages"][0]["by"], first["standing"], first["completion"]) == ("office", None, None)


def test_the_list_of_news_is_public_the_same_for_all_and_tells_who_has_the_code(code: str):
    assert Client().get(NEWS).json()["day"] is None
    report = Report.objects.select_related("organisation").get()
    write_message(report=report, text="Kapan?", key=secrets.token_urlsafe(24), actor=staff())
    news({})
    first, again = Client().get(NEWS), Client().get(NEWS, headers={"X-Report-Code": code})
    assert first.content == again.content
    assert "Set-Cookie" not in first.headers
    body = first.json()
    assert len(body["tokens"]) == SHORTEST_LIST
    assert body["words"] == list(code_words().words)
    mine = token(seed_of(code), date.fromisoformat(body["day"])).hex()
    assert mine in body["tokens"]
    assert follow(code).status_code == 200
    assert mine in Client().get(NEWS).json()["tokens"], "the list stands for its day"
    assert code not in first.content.decode()
