"""Units are chosen for an activity, and invited with a letter that stays as it was issued."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.invitation import letter_of
from sinetra.apps.prevention.models import Activity, ActivityUnit, InvitationLetter
from sinetra.apps.prevention.planning import changeable
from sinetra.apps.registry.models import Unit
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, Conflict, gettext_noop

# Of one letter: what a page can name and one file can hold.
MOST = 500


def add_units(*, activity: Activity, units: Iterable[UUID], actor: Actor) -> int:
    """How many are new; a unit stands once. Units of another organisation are passed over. Errors: ``Forbidden``."""
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    chosen = policy.visible(actor, Unit).filter(pk__in=list(units)[:MOST])
    known = set(activity.invited_units.filter(unit__in=chosen).values_list("unit_id", flat=True))
    fresh = [unit for unit in chosen if unit.pk not in known]
    with unit_of_work(actor) as work:
        for unit in fresh:
            row = work.create(ActivityUnit(organisation_id=activity.organisation_id, activity=activity, unit=unit))
            work.record("activity.add_unit", row, data={"unit": unit.code})
    return len(fresh)


def issue_letter(
    *, activity: Activity, number: str, dated_on: date, signatory: Signatory, actor: Actor
) -> InvitationLetter:
    """To the chosen units that have no letter yet, at most 500. Errors: ``BadInput`` on ``number``; ``Conflict``."""
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    number = number.strip()
    if not number:
        raise BadInput(gettext_noop("Tulis nomor suratnya."), field="number")
    if policy.visible(actor, InvitationLetter).filter(number=number).exists():
        raise BadInput(gettext_noop("Nomor ini sudah dipakai surat lain."), field="number")
    if activity.state != Activity.State.PLANNED:
        raise Conflict(gettext_noop("Kegiatan ini sudah terlaksana."))
    content = letter_of(activity, number=number, dated_on=dated_on, signatory=signatory)
    with unit_of_work(actor) as work:
        waiting = list(activity.invited_units.filter(letter=None).order_by("id")[:MOST])
        if not waiting:
            raise Conflict(gettext_noop("Semua unit pada daftar sudah diundang. Pilih unitnya dahulu."))
        letter = InvitationLetter(
            organisation_id=activity.organisation_id,
            activity=activity,
            number=number,
            dated_on=dated_on,
            content=content.to_data(),
        )
        work.create(letter)
        work.record("activity.issue_letter", letter, data={"number": number, "units": len(waiting)})
        for row in waiting:
            work.change(row, letter=letter, invited_at=work.at)
            work.record("activity.invite", row, data={"letter": str(letter.pk)})
    return letter
