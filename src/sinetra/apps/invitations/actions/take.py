"""The team takes the package for a Bawaslu that lives in another installation; the asker sees since when."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.vocabulary import TRACE_ASKED
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import NotFound, gettext_noop


def take(*, consultation: Consultation, actor: Actor, at: datetime | None = None) -> bytes:
    """The signed document. Only the first time is recorded. Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "invitation.take", consultation)
    if not consultation.package_sealed:
        raise NotFound(gettext_noop("Belum ada berkas paket untuk dikirim."))
    content = str(open_value(consultation.package_sealed, consultation.pk, "package")).encode()
    if consultation.taken_at is None:
        at, on = moment(at, consultation.organisation.region_id)
        with unit_of_work(actor) as work:
            work.change(consultation, taken_on=on, taken_at=at)
            work.record(TRACE_ASKED, consultation)
    return content
