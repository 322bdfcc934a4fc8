"""The case of the acting mayor, in the invented city: a pair invites, both advisers are asked."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.invitations.actions import Recorded, advise, deliver, record
from sinetra.apps.invitations.intake import NewInvitation, read_invitation
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Ask, Event, Stance, Way, Whom

DAY = date(2024, 10, 3)
AT = datetime.fromisoformat("2024-10-03T09:10+07:00")
EVENT = date(2024, 10, 12)
NAME = "Seroja Contohwati"
TOLD = Told(
    whom=Whom.SELF,
    status="acting_regional_head",
    inviter="Pasangan calon nomor 2",
    target="candidate",
    capacity="official",
    event=Event.CAMPAIGN,
    asks=(Ask.LISTEN, Ask.PHOTO),
    event_on=EVENT,
    place="Lapangan Damar",
    text="Diminta hadir mendengarkan visi dan misi, lalu berfoto bersama.",
    region="99.71",
)
TEXT = "Dengarkan saja dari jauh. Jangan berfoto, jangan memakai atribut."
NORM = "skb2022.pd-7"
LETTER: dict[str, Any] = {
    "stance": Stance.BETTER_NOT,
    "text": TEXT,
    "letter": "123/PM.00.02/K/10/2024",
    "letter_on": date(2024, 10, 4),
}
OTHERS = (
    *("petugas.bkpsdm", "ppk", "inspektorat", "admin", "admin.kedua", "pemeriksa.jejak", "orang.luar", "humas"),
    *("kustodian", "auditor.bkn"),
)


def new_invitation(*, key: str = "", name: str = NAME, **changes: Any) -> NewInvitation:
    return read_invitation(told=replace(TOLD, **changes), name=name, idempotency_key=key or secrets.token_urlsafe(24))


def advised(row: Consultation, actor: Actor, **changes: Any) -> Consultation:
    given: dict[str, Any] = {
        "stance": Stance.WITH_LIMITS,
        "text": TEXT,
        "law_date": EVENT,
        "norms": [NORM],
        "at": datetime.fromisoformat("2024-10-04T14:00+07:00"),
    }
    return advise(consultation=row, actor=actor, **(given | changes))


def of(row: Invitation, way: Way) -> Consultation:
    return Consultation.objects.get(invitation=row, way=way)


@pytest.fixture
def actor(city: None) -> Callable[[str], Actor]:
    return lambda username: actor_of(User.objects.get(username=username), DAY)


@pytest.fixture
def member(actor: Callable[[str], Actor]) -> Actor:
    return actor("tim.netralitas")


@pytest.fixture
def bawaslu(actor: Callable[[str], Actor]) -> Actor:
    return actor("staf.bawaslu")


@pytest.fixture
def recorded(city: None) -> Recorded:
    return record(invitation=new_invitation(), at=AT)


@pytest.fixture
def row(recorded: Recorded) -> Invitation:
    return invitation_by_code(recorded.code).row


@pytest.fixture
def received(row: Invitation) -> Consultation:
    """Bawaslu's own copy, as the worker brings it."""
    taken = deliver(of(row, Way.SENT).pk, "package", at=AT)
    assert taken is not None
    return taken.row
