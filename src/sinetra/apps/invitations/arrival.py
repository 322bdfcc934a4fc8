"""Whether a question that another installation sends may still be taken: its days, its age, and the calendar here."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sinetra.apps.base.retention import cut_off
from sinetra.apps.invitations.actions.record import LATEST
from sinetra.apps.invitations.deadlines import counted
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.receiving import wrong
from sinetra.core.errors import BadInput, VerificationFailed, gettext_noop

#: Clocks and time zones of two offices differ by no more.
_APART = timedelta(days=1)


def require_timely(row: Consultation, created_at: datetime, at: datetime, on: date) -> None:
    """``row``: as it would be stored; ``on``: the legal date of ``at``.

    What is older than the shortest time that a copy is kept could be one that was erased: it does not come again.
    Errors: ``VerificationFailed``.
    """
    if row.asked_on > on + _APART:
        wrong("asked_on")
    if not row.asked_on <= row.due_on <= row.event_on:
        wrong("due_on")
    if row.event_on > row.asked_on + LATEST:
        wrong("event_on")
    if created_at > at + _APART:
        wrong("created_at")
    if row.event_on < on:
        raise VerificationFailed(
            gettext_noop("Acara dalam paket ini sudah lewat; tidak ada lagi yang dapat ditanyakan."),
            code="package_event_over",
        )
    if created_at < cut_off("invitations.advised", at):
        raise VerificationFailed(
            gettext_noop("Paket ini terlalu lama: konsultasi setua ini sudah dihapus menurut masa simpannya."),
            code="package_too_old",
        )
    try:
        counted(row)
    except BadInput:
        # A year without a calendar here could not be explained to whoever opens it.
        wrong("asked_on")
