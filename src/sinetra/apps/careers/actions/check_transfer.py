"""A proposed replacement is held against the windows; the answer stays on record with the law that gave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers import law
from sinetra.apps.careers.models import CareerStep, TransferCheck
from sinetra.apps.careers.policies import account
from sinetra.apps.careers.tallies import count_checks
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Decision
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.transfers import Transfer
from sinetra.ports.clock import today

#: No election: all that hold there are looked at.
_OF_THE_STEP = ("region", "position", "action", "ground", "election")


def check_transfer(*, facts: Mapping[str, Any], actor: Actor, step: CareerStep | None = None) -> TransferCheck:
    """``facts``: the shape of ``sinetra transfer-check``; of a step they are its own, but for the day, the head and the
    letters. Errors: ``Forbidden``; ``BadInput`` naming the fact; ``Conflict`` for a step that is no replacement, or was
    decided."""
    require(actor, "transfer.check", step)
    if step is not None and step.kind not in REPLACEMENTS:
        raise Conflict(gettext_noop("Langkah ini bukan penggantian pejabat."), code="no_replacement")
    if step is not None and step.decision != Decision.PROPOSED:
        raise Conflict(gettext_noop("Usul ini sudah diputus atau ditarik."), code="decided")
    transfer = law.asked(facts)
    if transfer.effective_on is None:
        raise BadInput(gettext_noop("Isi tanggal pelantikannya."), field="effective_on")
    if step is not None:
        _require_same(transfer, step)
    result = law.answered(transfer)
    office = Organisation.objects.get(pk=actor.office)
    day = today(office.region_id)
    with unit_of_work(actor) as work:
        row = work.create(
            TransferCheck(
                organisation=office,
                step=step,
                facts=dict(facts),
                result=result.to_json(),
                verdict=result.verdict,
                effective_on=transfer.effective_on,
                checked_on=day,
                law=law.law_digest(),
                checked_by_id=account(actor),
            )
        )
        count_checks(office.pk, day, {result.verdict.value: 1})
        work.record("transfer.check", row, data={"verdict": result.verdict.value})
    return row


def _require_same(transfer: Transfer, step: CareerStep) -> None:
    """A check of something else would clear the step."""
    known = law.facts_of(step)
    own = law.asked(known)
    for name in _OF_THE_STEP:
        if (name in known or name == "election") and getattr(transfer, name) != getattr(own, name):
            message = gettext_noop("Samakan dengan usulnya. Bila usulnya keliru, tarik lalu usulkan lagi.")
            raise BadInput(message, field=name)
