"""The invented invitations of the demonstration, by the real verbs. Profile ``demo`` only."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.invitations.actions import advise, decide, deliver, record
from sinetra.apps.invitations.intake import read_invitation
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Choice, Stance, Way
from sinetra.core import yamlfile
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today, zone_of

_REGION = "99.71"


def load_invitations(path: Path) -> None:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    given = yamlfile.plain(yamlfile.read(path))
    # What has ended is erased after thirty days; loading again brings no such one back.
    if not Invitation.objects.exists():
        for item in given["invitations"]:
            _invitation(item)


def _invitation(item: Mapping[str, Any]) -> None:
    key = hashlib.sha256(f"cendana:{item['key']}".encode()).hexdigest()
    told = Told.of(item["told"])
    new = read_invitation(told=told, name=item["name"], idempotency_key=key)
    row = invitation_by_code(record(invitation=new, at=_at(item["recorded_on"], 9)).code).row
    sent = Consultation.objects.get(invitation=row, way=Way.SENT)
    taken = deliver(sent.pk, "package", at=_at(item["recorded_on"], 9))
    assert taken is not None  # noqa: S101 - in the demonstration Bawaslu lives here
    for advice in item["advices"]:
        _advice(advice, taken.row if advice["by"] == "staf.bawaslu" else row.consultations.get(way=Way.OWN))
    if "decision" in item:
        decision = item["decision"]
        at = _at(decision["decided_on"], 15)
        decide(invitation=row, choice=Choice(decision["choice"]), reason=decision["reason"], at=at)


def _advice(item: Mapping[str, Any], row: Consultation) -> None:
    at = _at(item["given_on"], 11)
    advise(
        consultation=row,
        stance=Stance(item["stance"]),
        text=item["text"],
        law_date=date.fromisoformat(item["law_date"]),
        norms=list(item["norms"]),
        actor=actor_of(User.objects.get(username=item["by"]), today(_REGION)),
        at=at,
    )
    if row.way == Way.RECEIVED:
        deliver(row.pk, "reply", at=at)


def _at(day: str, hour: int) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), zone_of(_REGION).info)
