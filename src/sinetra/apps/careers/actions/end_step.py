"""A proposal is given up, or a granted step is undone (an inauguration cancelled); why stays on record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import grounds_of, said, sealed_grounds
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.tallies import count_decision
from sinetra.apps.careers.vocabulary import Decision
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import today

_NEXT = {Decision.PROPOSED: Decision.WITHDRAWN, Decision.GRANTED: Decision.CANCELLED}


def end_step(*, step: CareerStep, ended_on: date, words: str, actor: Actor) -> CareerStep:
    """Errors: ``Forbidden``, also about oneself; ``BadInput`` naming a field; ``Conflict`` when there is nothing to
    end."""
    require(actor, "career.decide", step)
    becomes = _NEXT.get(Decision(step.decision))
    if becomes is None:
        raise Conflict(gettext_noop("Langkah ini sudah berakhir atau ditolak."), code="ended")
    reason = said(words, "words")
    if not (step.decided_on or step.proposed_on) <= ended_on <= today(step.organisation.region_id):
        message = gettext_noop("Tanggalnya tidak sebelum keputusan atau usul, dan tidak sesudah hari ini.")
        raise BadInput(message, field="ended_on")
    sealed = sealed_grounds(replace(grounds_of(step), ending=reason), step.pk)
    with unit_of_work(actor) as work:
        if becomes is Decision.CANCELLED:
            count_decision(step, -1)
        work.change(step, decision=becomes, ended_on=ended_on, grounds_sealed=sealed)
        if becomes is Decision.CANCELLED:
            count_decision(step)
        work.record("career.end", step, data={"decision": becomes})
    return step
