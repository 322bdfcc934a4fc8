"""A declared interest is over. What it barred until then stays barred on those days."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.core.errors import BadInput, gettext_noop


def end_interest(
    *, interest: DeclaredInterest, until_on: date, reason: str, actor: Actor, at: datetime | None = None
) -> DeclaredInterest:
    """``until_on`` is the last day on which it holds. Who is barred by what the office declared does not end it.

    Errors: ``Forbidden``; ``BadInput`` on ``until_on`` (before the first day) and ``reason``; ``Conflict``.
    """
    require(actor, "interest.end", interest)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    if until_on < interest.from_on:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"),
            field="until_on",
            first=interest.from_on.isoformat(),
        )
    with unit_of_work(actor, at=at) as work:
        work.change(interest, until_on=until_on)
        work.record("interest.end", interest, data={"until_on": until_on}, reason=reason.strip())
    return interest
