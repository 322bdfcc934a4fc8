"""A session as its organiser has it before them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))

from attendance_cast import plan_session

from sinetra.apps.prevention.models import ActivitySession

SignIn = Callable[[str], Client]


@pytest.fixture
def session(city: None) -> ActivitySession:
    del city
    return plan_session()


@pytest.fixture
def officer(signed_in: SignIn) -> Client:
    return signed_in("petugas.bkpsdm")


def words(answer: Any) -> str:
    return " ".join(html.document_fromstring(answer.content.decode()).xpath("//main")[0].text_content().split())


def sealed_of(answer: Any) -> str:
    return str(html.document_fromstring(answer.content.decode()).xpath("//input[@name='sealed']/@value")[0])
