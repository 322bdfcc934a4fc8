"""A programme of prevention is planned, or changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Programme
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDraft:
    """``election`` is the id of a timetable, empty for a year outside the stages; both days count."""

    title: str
    starts_on: date
    ends_on: date
    election: str = ""
    aim: str = ""


def store_programme(*, draft: ProgrammeDraft, actor: Actor, programme: Programme | None = None) -> Programme:
    """Errors: ``Forbidden``; ``BadInput`` on ``title``, ``election`` or ``ends_on``; ``Conflict``."""
    policy.require(actor, "activity.plan", programme)
    if not draft.title.strip():
        raise BadInput(gettext_noop("Tulis nama programnya."), field="title")
    if draft.ends_on < draft.starts_on:
        raise BadInput(gettext_noop("Hari terakhir tidak dapat sebelum hari pertama."), field="ends_on")
    if draft.election:
        clock().timetables.get(draft.election)
    region = Organisation.objects.filter(pk=actor.office).values_list("region_id", flat=True).first()
    with unit_of_work(actor) as work:
        if programme is None:
            programme = work.create(Programme(organisation_id=actor.office, region_id=region, **asdict(draft)))
        else:
            work.change(programme, **asdict(draft))
        work.record("programme.store", programme, data={"title": draft.title})
    return programme
