"""What was done is noted afterwards, and the consult ends."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.models import Invitation
from sinetra.apps.invitations.told import Decision
from sinetra.apps.invitations.vocabulary import TRACE_ANSWERED, Choice, State
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.core.errors import Conflict, gettext_noop

LENGTHS = (5, 2000)


def note_done(*, invitation: Invitation, text: str, actor: Actor = PUBLIC, at: datetime | None = None) -> Invitation:
    """From the day of the event on; who declined may note it at once.

    Errors: ``Forbidden``; ``Conflict`` before the decision, before the event, or when it was noted; ``BadInput``
    naming ``text``.
    """
    require(actor, "invitation.note", invitation)
    if invitation.state != State.DECIDED:
        raise Conflict(gettext_noop("Putuskan dahulu; yang dilakukan dicatat satu kali sesudahnya."), code="state")
    at, on = moment(at, invitation.organisation.region_id)
    if on < invitation.event_on and not declined(invitation):
        raise Conflict(gettext_noop("Acaranya belum berlangsung. Catat sesudahnya."), code="too_early")
    plain = plain_text(text, "text", LENGTHS, gettext_noop("Tuliskan apa yang dilakukan, %(accepted)s huruf."))
    sealed = seal_value(plain, invitation.pk, "done")
    with unit_of_work(actor) as work:
        work.change(invitation, state=State.NOTED, done_sealed=sealed, ended_on=on, ended_at=at)
        work.record(TRACE_ANSWERED, invitation)
    return invitation


def declined(invitation: Invitation) -> bool:
    if not invitation.decision_sealed:
        return False
    found = open_value(invitation.decision_sealed, invitation.pk, "decision")
    return Decision.of(found).choice is Choice.DECLINE
