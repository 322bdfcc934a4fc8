"""A meeting of prevention is put under an agreement, or taken off it; the meeting itself stays where it is."""

from __future__ import annotations

from django.db import IntegrityError

from sinetra.apps.agreements.models import Agreement, AgreementMeeting
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity
from sinetra.core.errors import BadInput, gettext_noop


def link_meeting(*, agreement: Agreement, activity: Activity, actor: Actor) -> AgreementMeeting:
    """Errors: ``Forbidden``; ``BadInput`` on ``activity`` for one that is there already, or not to be seen."""
    require(actor, "agreement.write", agreement)
    if not visible(actor, Activity).filter(pk=activity.pk).exists():
        raise BadInput(gettext_noop("Kegiatan ini tidak ada."), field="activity")
    row = AgreementMeeting(organisation_id=agreement.organisation_id, agreement=agreement, activity=activity)
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record("agreement.link_meeting", row, data={"agreement": str(agreement.pk)})
    except IntegrityError as error:
        raise BadInput(gettext_noop("Kegiatan ini sudah tercatat di sini."), field="activity") from error
    return row


def unlink_meeting(*, meeting: AgreementMeeting, actor: Actor) -> None:
    """Errors: ``Forbidden``, ``Conflict``."""
    require(actor, "agreement.write", meeting)
    with unit_of_work(actor) as work:
        work.remove(meeting)
        work.record("agreement.unlink_meeting", meeting, data={"agreement": str(meeting.agreement_id)})
