"""The cast of careers: the personnel officers of the invented city, the appointing authority, a lurah to be moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.careers.actions import propose_step
from sinetra.apps.careers.actions.decide_step import Ruling
from sinetra.apps.careers.actions.propose_step import Proposal
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.vocabulary import Reason, StepKind
from sinetra.apps.registry.models import Person
from sinetra.core.law.words import Position
from sinetra.ports.clock import today

DAY = date(2024, 11, 22)


def new_proposal(**changes: Any) -> Proposal:
    given: dict[str, Any] = {
        "kind": StepKind.TRAINING,
        "title": "Pelatihan Kepemimpinan Pengawas",
        "reason": Reason.COMPETENCE,
        "criteria": "Lulus uji kompetensi\nPaling sedikit dua tahun di jabatan sekarang",
        "words": "Memenuhi kebutuhan kompetensi jabatan.",
    }
    return Proposal(**(given | changes))


def a_transfer(**changes: Any) -> Proposal:
    given: dict[str, Any] = {
        "kind": StepKind.TRANSFER,
        "title": "Lurah Bunga Rampai",
        "reason": Reason.VACANCY,
        "position": Position.LURAH,
        "effective_on": date(2024, 12, 2),
    }
    return new_proposal(**(given | changes))


def new_ruling(**changes: Any) -> Ruling:
    given: dict[str, Any] = {
        "granted": True,
        "decided_on": DAY,
        "number": "800/12/BKPSDM/2024",
        "words": "Syarat dan kriterianya terpenuhi.",
        "effective_on": date(2024, 12, 2),
    }
    return Ruling(**(given | changes))


@pytest.fixture
def actor(city: None) -> Callable[[str], Actor]:
    return lambda username: actor_of(User.objects.get(username=username), today("99.71"))


@pytest.fixture
def officer(actor: Callable[[str], Actor]) -> Actor:
    return actor("petugas.bkpsdm")


@pytest.fixture
def ppk(actor: Callable[[str], Actor]) -> Actor:
    return actor("ppk")


@pytest.fixture
def lurah(city: None) -> Person:
    return Person.objects.select_related("unit", "organisation").get(name="Kelapa Contohputra")


@pytest.fixture
def step(lurah: Person, officer: Actor) -> CareerStep:
    """A training that was proposed and not decided."""
    return propose_step(proposal=new_proposal(), person=lurah, actor=officer)
