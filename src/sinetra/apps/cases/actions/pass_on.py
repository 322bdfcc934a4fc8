"""What was handed over here goes on to whoever examines and decides: from BKN to the PPK (procedure B.1, step 3)."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.open_places import is_own_work
from sinetra.apps.cases.models import Examination, HandOver, Matter
from sinetra.apps.cases.sending import outgoing, send
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def pass_on(*, matter: Matter, to: Organisation, summary: str, actor: Actor, at: datetime | None = None) -> HandOver:
    """As ``forward``, from a receiver to the next: the same signed package, with ``summary`` in this office's words.

    Errors: ``Forbidden``; ``BadInput`` without summary or to oneself; ``Conflict`` when the matter
    is not the office's own work, an examination has begun here, by a lost race or an interest.
    """
    require(actor, "matter.pass_on", matter)
    if not summary.strip():
        raise BadInput(gettext_noop("Tuliskan ringkasan untuk instansi penerima."), field="summary")
    if to.pk == matter.organisation_id:
        raise BadInput(gettext_noop("Perkara tidak dapat diteruskan kepada kantor sendiri."), field="to")
    if not can_be_passed_on(matter):
        raise Conflict(
            gettext_noop("Perkara ini tidak dapat diteruskan dalam keadaan sekarang."), code="illegal_transition"
        )
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    hand_over = outgoing(matter, to, summary.strip(), at)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.FORWARDED)
        work.record("matter.pass_on", matter, data={"to": to.name, "package": hand_over.package_id})
        send(work, hand_over, at, on)
        add_step(work, StepCode.FORWARDED, matter=matter, at=at, on=on, counterpart=to.name)
    return hand_over


def can_be_passed_on(matter: Matter) -> bool:
    return is_own_work(matter) and not Examination.objects.filter(matter=matter).exists()
