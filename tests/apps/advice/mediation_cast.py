"""A mediation as it is asked for, offered and agreed to, for the tests."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

import pytest
from advice_cast import ASKED_AT

from sinetra.apps.advice.actions import (
    agree_to_mediation,
    offer_mediation,
    request_mediation,
)
from sinetra.apps.advice.actions.request_mediation import Requested
from sinetra.apps.advice.mediation_intake import read_mediation
from sinetra.apps.advice.mediation_selectors import mediation_by_code
from sinetra.apps.advice.mediation_talk import Offer
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import Side
from sinetra.apps.base.actor import Actor

WORDS = "Kami saling menyindir di grup kantor, lalu tidak lagi bertegur sapa."
OFFER = Offer(
    mediator="Aren Contohwan",
    unit="Dinas Komunikasi dan Informatika",
    day=date(2099, 1, 5),
    time="15.30",
    place="Perpustakaan kota",
)
OTHERS = (
    *("petugas.bkpsdm", "ppk", "inspektorat", "admin", "admin.kedua", "pemeriksa.jejak", "orang.luar", "humas"),
    *("staf.bawaslu", "pleno", "kustodian", "auditor.bkn"),
)


def asked(**changes: Any) -> Requested:
    given: dict[str, Any] = {
        "danger": False,
        "text": WORDS,
        "units": "Dinas Sosial",
        "names": "Halia Contohwati",
        "contact": "Lewat pesan saja",
        "idempotency_key": secrets.token_urlsafe(24),
    }
    return request_mediation(request=read_mediation(**(given | changes)), at=ASKED_AT)


@pytest.fixture
def sent(city: None) -> Requested:
    return asked()


@pytest.fixture
def row(sent: Requested) -> Mediation:
    return mediation_by_code(sent.code).row


def offered(row: Mediation, member: Actor) -> Mediation:
    return offer_mediation(mediation=row, offer=OFFER, is_free=True, actor=member)


def agreed(row: Mediation, member: Actor) -> Mediation:
    offered(row, member)
    for side in Side:
        agree_to_mediation(mediation=row, side=side, version=row.version)
    return row
