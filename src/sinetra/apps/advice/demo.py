"""The invented questions, mediation and opinions of the demonstration, by the real verbs. Profile ``demo`` only."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.advice.actions import (
    answer,
    ask,
    offer_mediation,
    publish_opinion,
    request_mediation,
    write_in_mediation,
    write_opinion,
)
from sinetra.apps.advice.actions.write_opinion import Draft
from sinetra.apps.advice.intake import read_question
from sinetra.apps.advice.mediation_intake import read_mediation
from sinetra.apps.advice.mediation_selectors import mediation_by_code
from sinetra.apps.advice.mediation_talk import Offer
from sinetra.apps.advice.models import Mediation, Opinion, Question
from sinetra.apps.advice.vocabulary import Side
from sinetra.apps.base.actor import Actor
from sinetra.apps.reports.codes import hashes_of_typed
from sinetra.core import yamlfile
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today, zone_of

_REGION = "99.71"


def load_advice(path: Path) -> None:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    given = yamlfile.plain(yamlfile.read(path))
    # An answered question is erased after thirty days; loading again brings no answered one back.
    if not Question.objects.exists():
        for item in given["questions"]:
            _question(item)
    if not Mediation.objects.exists():
        for item in given["mediations"]:
            _mediation(item)
    for item in given["opinions"]:
        if not Opinion.objects.filter(title=item["title"]).exists():
            _opinion(item)


def _question(item: Mapping[str, Any]) -> None:
    key = hashlib.sha256(f"cendana:{item['key']}".encode()).hexdigest()
    at = datetime.combine(date.fromisoformat(item["asked_on"]), time(10), zone_of(_REGION).info)
    asked = ask(question=read_question(text=item["text"], facts=item["facts"], idempotency_key=key), at=at)
    if "answer" in item:
        row = Question.objects.get(code_hash__in=hashes_of_typed(asked.code))
        given = item["answer"]
        answer(
            question=row,
            text=given["text"],
            law_date=date.fromisoformat(given["law_date"]),
            norms=list(given["norms"]),
            actor=_actor(given["by"]),
        )


def _mediation(item: Mapping[str, Any]) -> None:
    key = hashlib.sha256(f"cendana:{item['key']}".encode()).hexdigest()
    at = datetime.combine(date.fromisoformat(item["asked_on"]), time(10), zone_of(_REGION).info)
    request = read_mediation(
        danger=False, text=item["text"], units=item["units"], names=item["names"], idempotency_key=key
    )
    asked = request_mediation(request=request, at=at)
    row = mediation_by_code(asked.code).row
    write_in_mediation(mediation=row, side=Side.ASKER, text=item["message"])
    given = dict(item["offer"])
    actor = _actor(given.pop("by"))
    offer = Offer(**{**given, "day": date.fromisoformat(given["day"])})
    offer_mediation(mediation=row, offer=offer, is_free=True, actor=actor)


def _opinion(item: Mapping[str, Any]) -> None:
    draft = Draft(
        title=item["title"],
        question=item["question"],
        answer=item["answer"],
        law_date=date.fromisoformat(item["law_date"]),
        norms=tuple(item["norms"]),
    )
    row = write_opinion(draft=draft, actor=_actor(item["written_by"]))
    if "checked_by" in item:
        publish_opinion(opinion=row, version=row.version, actor=_actor(item["checked_by"]))


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today(_REGION))
