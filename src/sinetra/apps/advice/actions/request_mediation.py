"""Somebody asks for a mediator, without a name and without an account. Two codes: one's own, and the colleague's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.advice.mediation_intake import NewMediation
from sinetra.apps.advice.mediation_ties import involved
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.offices import team_for
from sinetra.apps.advice.policies import mediates
from sinetra.apps.advice.vocabulary import TRACE_ASKED
from sinetra.apps.base.actor import PUBLIC, Actor, Role
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.codes import Secrets, content_hashes, secrets_of
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports import clock

# One key gives two codes, and neither that of a question or report of the same key.
_OWN, _INVITED = "mediation:", "mediation-invited:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """What the asker is told. ``invited_code`` is for the colleague. ``repeated``: nothing new was written."""

    code: str
    invited_code: str
    office: str
    asked_on: date
    repeated: bool = False

    def __repr__(self) -> str:
        return f"Requested({self.asked_on})"


def request_mediation(*, request: NewMediation, actor: Actor = PUBLIC, at: datetime | None = None) -> Requested:
    """Asks once: a repeat with the same key and content gives the same codes. ``at`` backdates (demonstration).

    Errors: ``NoTeamHere``; ``Conflict``: ``other_content`` for a repeat with other content, ``nobody_free`` when every
    member of the team is tied to what was named; ``Forbidden``.
    """
    office = team_for()
    known = _asked_before(request)
    if known is not None:
        return known
    secret, invited = _secrets(_OWN, request)[0], _secrets(_INVITED, request)[0]
    key = uuid7()
    row = Mediation(
        id=key,
        organisation=office,
        asked_on=at.astimezone(clock.zone_of(office.region_id).info).date() if at else clock.today(office.region_id),
        moved_at=at or clock.now(),
        ties=involved(office.pk, request.units, request.names),
        request_sealed=seal_value(request.request(), key, "request"),
        code_hash=secret.code_hash,
        invited_hash=invited.code_hash,
        key_hash=secret.key_hash,
        content_hash=content_hashes(request.content())[0],
    )
    require(actor, "mediation.request", row)
    _require_somebody(row)
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record(TRACE_ASKED, row)
    except IntegrityError:
        # The same key came twice at once: the other one was faster, and its answer is ours.
        known = _asked_before(request)
        if known is None:
            raise
        return known
    return Requested(code=secret.code, invited_code=invited.code, office=office.name, asked_on=row.asked_on)


def _require_somebody(row: Mediation) -> None:
    """Somebody may read it: who is nothing else that keeps away, and not tied to what was named."""
    day = clock.today(row.organisation.region_id)
    grants = RoleGrant.objects.filter(
        role=Role.NEUTRALITY_TEAM, organisation=row.organisation, starts_on__lte=day, ends_on__gte=day
    )
    team = User.objects.filter(pk__in=grants.values("user_id"))
    if not any(mediates(actor_of(user, day), row) for user in team):
        raise Conflict(
            gettext_noop("Semua anggota tim berasal dari unit itu atau Anda sebut. Di sini tidak ada mediator lain."),
            code="nobody_free",
        )


def _secrets(kind: str, request: NewMediation) -> tuple[Secrets, ...]:
    return secrets_of(kind + request.idempotency_key)


def _asked_before(request: NewMediation) -> Requested | None:
    own = _secrets(_OWN, request)
    row = Mediation.objects.select_related("organisation").filter(key_hash__in=[one.key_hash for one in own]).first()
    if row is None:
        return None
    if bytes(row.content_hash) not in content_hashes(request.content()):
        raise Conflict(
            gettext_noop("Kunci pengiriman ini sudah dipakai untuk isi yang lain. Mulai permintaan baru."),
            code="other_content",
        )
    at = next(place for place, one in enumerate(own) if one.key_hash == bytes(row.key_hash))
    return Requested(
        code=own[at].code,
        invited_code=_secrets(_INVITED, request)[at].code,
        office=row.organisation.name,
        asked_on=row.asked_on,
        repeated=True,
    )
