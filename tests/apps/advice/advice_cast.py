"""The cast of advice: the invented city with two members of its team, everybody else, and a question to start from."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.advice.actions import ask
from sinetra.apps.advice.actions.write_opinion import Draft
from sinetra.apps.advice.intake import NewQuestion, read_question
from sinetra.apps.advice.models import Question
from sinetra.apps.base.actor import Actor
from sinetra.apps.reports.codes import hashes_of_typed

DAY = date(2024, 11, 22)
ASKED_AT = datetime.fromisoformat("2024-11-20T08:10+07:00")
WORDS = "Kata-kata saya sendiri: bolehkah saya datang?"
FACTS: dict[str, Any] = {"act_date": "2024-11-22", "subject": {"status": "pns"}, "act": {"code": "attend_campaign"}}
NORM = "skb2022.pd-6"


def new_question(**changes: Any) -> NewQuestion:
    given: dict[str, Any] = {"text": WORDS, "facts": FACTS, "idempotency_key": secrets.token_urlsafe(24)}
    return read_question(**(given | changes))


def new_draft(**changes: Any) -> Draft:
    given: dict[str, Any] = {
        "title": "Datang ke kampanye",
        "question": "Bolehkah pegawai datang ke kampanye terbuka?",
        "answer": "Jawaban umum untuk semua, tanpa cerita siapa pun.",
        "law_date": DAY,
        "norms": (NORM,),
    }
    return Draft(**(given | changes))


@pytest.fixture
def actor(city: None) -> Callable[[str], Actor]:
    return lambda username: actor_of(User.objects.get(username=username), DAY)


@pytest.fixture
def member(actor: Callable[[str], Actor]) -> Actor:
    return actor("tim.netralitas")


@pytest.fixture
def second(actor: Callable[[str], Actor]) -> Actor:
    return actor("tim.netralitas.kedua")


@pytest.fixture
def question(city: None) -> Question:
    asked = ask(question=new_question(), at=ASKED_AT)
    return Question.objects.get(code_hash__in=hashes_of_typed(asked.code))
