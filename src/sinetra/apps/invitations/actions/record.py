"""Somebody who was invited records it and asks both advisers, without an account and before deciding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError

from sinetra.apps.advice.offices import team_for
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.asking import asked_of_bawaslu, asked_of_team, carried_to, promises
from sinetra.apps.invitations.intake import NewInvitation
from sinetra.apps.invitations.models import Invitation
from sinetra.apps.invitations.vocabulary import TRACE_ASKED
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.codes import Secrets, content_hashes, secrets_of
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports import clock

# A key that also asked a question or filed a report gives another code here.
_OWN = "invitation:"
LATEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the asker is told. ``carried_to``: as in ``asking``. ``repeated``: this invitation was here already; nothing
    was written."""

    code: str
    office: str
    recorded_on: date
    due_on: date
    carried_to: str
    repeated: bool = False

    def __repr__(self) -> str:
        return f"Recorded({self.recorded_on})"


def record(*, invitation: NewInvitation, actor: Actor = PUBLIC, at: datetime | None = None) -> Recorded:
    """Asks the team of the local government and Bawaslu. Once: a repeat with the same key and content gives the same
    code. ``at`` backdates (demonstration).

    Errors: ``NoTeamHere``; ``BadInput`` naming ``event_on`` when the event is over (then there is nothing to ask
    before) or more than a year away; ``Conflict`` (``other_content``) for a repeat with other content; ``Forbidden``.
    """
    office = team_for(invitation.told.region or None)
    known = _recorded_before(invitation)
    if known is not None:
        return known
    at, on = moment(at, office.region_id)
    _require_ahead(invitation.told.event_on, on)
    row = _row(invitation, office, on, at)
    require(actor, "invitation.record", row)
    of_team, of_bawaslu = promises(office, on, row.event_on)
    team = asked_of_team(row, of_team)
    bawaslu = asked_of_bawaslu(row, invitation.told, of_bawaslu)
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record(TRACE_ASKED, row)
            for asked in (team, bawaslu):
                work.create(asked)
                work.record(TRACE_ASKED, asked)
            payload = {"consultation": str(bawaslu.pk), "part": "package"}
            work.enqueue("invitations.deliver", payload, key=f"package:{bawaslu.package_id}")
    except IntegrityError:
        # The same key came twice at once: the other one was faster, and its answer is ours.
        known = _recorded_before(invitation)
        if known is None:
            raise
        return known
    due_on = max(of_team.due_on, of_bawaslu.due_on)
    return Recorded(
        code=_secrets(invitation)[0].code,
        office=office.name,
        recorded_on=on,
        due_on=due_on,
        carried_to=carried_to(office),
    )


def _require_ahead(event_on: date, on: date) -> None:
    if event_on < on:
        raise BadInput(
            gettext_noop("Acara ini sudah lewat. Catat undangan sebelum acaranya; pilih hari ini atau sesudahnya."),
            field="event_on",
        )
    if event_on > on + LATEST:
        raise BadInput(gettext_noop("Acara ini lebih dari setahun lagi. Periksa tahunnya."), field="event_on")


def quiet_from(at: datetime, event_on: date, region: str | None) -> datetime:
    """The later of the last step and the end of the event."""
    return max(at, datetime.combine(event_on + timedelta(days=1), time(0), clock.zone_of(region).info))


def _row(invitation: NewInvitation, office: Organisation, on: date, at: datetime) -> Invitation:
    key, secret, told = uuid7(), _secrets(invitation)[0], invitation.told
    return Invitation(
        id=key,
        organisation=office,
        recorded_on=on,
        recorded_at=at,
        event_on=told.event_on,
        told_sealed=seal_value(told.plain(), key, "told"),
        name_sealed=seal_value(invitation.name, key, "name") if invitation.name else None,
        quiet_from=quiet_from(at, told.event_on, office.region_id),
        code_hash=secret.code_hash,
        key_hash=secret.key_hash,
        content_hash=content_hashes(invitation.content())[0],
    )


def _secrets(invitation: NewInvitation) -> tuple[Secrets, ...]:
    return secrets_of(_OWN + invitation.idempotency_key)


def _recorded_before(invitation: NewInvitation) -> Recorded | None:
    secrets = {secret.key_hash: secret for secret in _secrets(invitation)}
    row = Invitation.objects.select_related("organisation").filter(key_hash__in=list(secrets)).first()
    if row is None:
        return None
    if bytes(row.content_hash) not in content_hashes(invitation.content()):
        raise Conflict(
            gettext_noop("Kunci pengiriman ini sudah dipakai untuk isi yang lain. Mulai undangan baru."),
            code="other_content",
        )
    return Recorded(
        code=secrets[bytes(row.key_hash)].code,
        office=row.organisation.name,
        recorded_on=row.recorded_on,
        due_on=max(row.consultations.values_list("due_on", flat=True)),
        carried_to=carried_to(row.organisation),
        repeated=True,
    )
