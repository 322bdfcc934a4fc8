"""A session as its organiser has it before them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from attendance_cast import plan_session
from reading import field, tree_of

from sinetra.apps.prevention.models import ActivitySession

SignIn = Callable[[str], Client]


@pytest.fixture
def session(city: None) -> ActivitySession:
    del city
    return plan_session()


@pytest.fixture
def officer(signed_in: SignIn) -> Client:
    return signed_in("petugas.bkpsdm")


def sealed_of(answer: Any) -> str:
    return field(tree_of(answer), "sealed")
