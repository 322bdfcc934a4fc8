"""Somebody asks the Tim Netralitas, without a name and without an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from sinetra.apps.advice.intake import NewQuestion
from sinetra.apps.advice.models import Question
from sinetra.apps.advice.offices import team_for
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.codes import Secrets, content_hashes, secrets_of
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports import clock

# A key that also filed a report gives another code here.
_OWN = "question:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the asker is told. ``repeated``: this question was here already; nothing was written."""

    code: str
    office: str
    asked_on: date
    repeated: bool = False

    def __repr__(self) -> str:
        return f"Asked({self.asked_on})"


def ask(*, question: NewQuestion, actor: Actor = PUBLIC, at: datetime | None = None) -> Asked:
    """Asks once: a repeat with the same key and content gives the same code. ``at`` backdates (demonstration).

    Errors: ``NoTeamHere``, ``Conflict`` (``other_content``) for a repeat with other content, ``Forbidden``.
    """
    region = question.facts.get("region")
    office = team_for(region)
    known = _asked_before(question)
    if known is not None:
        return known
    secret = _secrets(question)[0]
    key = uuid7()
    row = Question(
        id=key,
        organisation=office,
        asked_on=at.astimezone(clock.zone_of(region).info).date() if at else clock.today(region),
        text_sealed=seal_value(question.text, key, "text"),
        facts_sealed=seal_value(question.facts, key, "facts"),
        code_hash=secret.code_hash,
        key_hash=secret.key_hash,
        content_hash=content_hashes(question.content())[0],
    )
    require(actor, "question.ask", row)
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record("question.ask", row)
    except IntegrityError:
        # The same key came twice at once: the other one was faster, and its answer is ours.
        known = _asked_before(question)
        if known is None:
            raise
        return known
    return Asked(code=secret.code, office=office.name, asked_on=row.asked_on)


def _secrets(question: NewQuestion) -> tuple[Secrets, ...]:
    return secrets_of(_OWN + question.idempotency_key)


def _asked_before(question: NewQuestion) -> Asked | None:
    secrets = {secret.key_hash: secret for secret in _secrets(question)}
    row = Question.objects.select_related("organisation").filter(key_hash__in=list(secrets)).first()
    if row is None:
        return None
    if bytes(row.content_hash) not in content_hashes(question.content()):
        raise Conflict(
            gettext_noop("Kunci pengiriman ini sudah dipakai untuk isi yang lain. Mulai pertanyaan baru."),
            code="other_content",
        )
    code = secrets[bytes(row.key_hash)].code
    return Asked(code=code, office=row.organisation.name, asked_on=row.asked_on, repeated=True)
