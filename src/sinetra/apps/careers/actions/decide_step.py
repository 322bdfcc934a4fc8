"""A proposal is granted or refused, by whoever is PPK on that day; it says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.deciders import decider_on
from sinetra.apps.careers.grounds import grounds_of, said, sealed_grounds
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.policies import account
from sinetra.apps.careers.selectors import latest_check
from sinetra.apps.careers.tallies import count_decision
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Decision
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import today

#: The verdict of ``transfer-check`` that stands in nobody's way.
CLEAR = "allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """``number``: of the decision letter. ``despite``: why it is granted although the check says something else.
    ``decider``: whose it was, by name, where the register has several for that day."""

    granted: bool
    decided_on: date
    number: str
    words: str
    effective_on: date | None = None
    despite: str = ""
    decider: str = ""


def decide_step(*, step: CareerStep, ruling: Ruling, actor: Actor) -> CareerStep:
    """Errors: ``Forbidden``, also about oneself; ``BadInput`` naming a field; ``Conflict`` when it was decided already,
    the registry names no PPK for that day, or a replacement was not checked for its day (``unchecked``)."""
    require(actor, "career.decide", step)
    if step.decision != Decision.PROPOSED:
        raise Conflict(gettext_noop("Usul ini sudah diputus atau ditarik."), code="decided")
    words = said(ruling.words, "words")
    effective_on = _effective(step, ruling)
    despite = _despite(step, ruling, effective_on) if ruling.granted else ""
    decider = decider_on(step.organisation_id, ruling.decided_on, ruling.decider)
    sealed = sealed_grounds(replace(grounds_of(step), decision=words, despite=despite), step.pk)
    with unit_of_work(actor) as work:
        work.change(
            step,
            decision=Decision.GRANTED if ruling.granted else Decision.REFUSED,
            decided_on=ruling.decided_on,
            effective_on=effective_on,
            decision_number=ruling.number.strip(),
            decider_name=decider.name,
            decider_title=decider.title,
            decider_kind=decider.kind,
            decider_certainty=decider.certainty,
            grounds_sealed=sealed,
            decided_by_id=account(actor),
        )
        count_decision(step)
        work.record("career.decide", step, data={"decision": step.decision})
    return step


def _effective(step: CareerStep, ruling: Ruling) -> date | None:
    """None for a refusal: nothing takes effect."""
    if ruling.decided_on > today(step.organisation.region_id):
        raise BadInput(gettext_noop("Tanggal keputusan belum tiba."), field="decided_on")
    if ruling.decided_on < step.proposed_on:
        raise BadInput(gettext_noop("Keputusan tidak mendahului usulnya."), field="decided_on")
    if not ruling.granted:
        return None
    day = ruling.effective_on or step.effective_on
    if day is None or not ruling.number.strip():
        message = gettext_noop("Isi nomor keputusan dan tanggal mulai berlakunya.")
        raise BadInput(message, field="effective_on" if ruling.number.strip() else "number")
    return day


def _despite(step: CareerStep, ruling: Ruling, effective_on: date | None) -> str:
    """A person decides, not the check; but the check comes first, and what it says is answered."""
    if step.kind not in REPLACEMENTS:
        return ""
    check = latest_check(step)
    if check is None or check.effective_on != effective_on:
        message = gettext_noop("Periksa dahulu usul ini terhadap masa larangan, untuk tanggal pelantikan itu.")
        raise Conflict(message, code="unchecked")
    if check.verdict == CLEAR:
        return ""
    if not ruling.despite.strip():
        message = gettext_noop("Pemeriksaan tidak menyatakan boleh. Tulis mengapa tetap dikabulkan, dengan dasarnya.")
        raise BadInput(message, field="despite")
    return said(ruling.despite, "despite")
