"""The personnel office proposes a step, with the criteria that were applied and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import Grounds, criteria_of, require_proven, said, sealed_grounds
from sinetra.apps.careers.models import CareerPolicy, CareerStep
from sinetra.apps.careers.policies import account
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Reason, StepKind
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.law.words import Position
from sinetra.ports.clock import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """``criteria``: one a line. ``penalty_*``: only with reason ``final_penalty``. ``proposed_on``: else today."""

    kind: StepKind
    title: str
    reason: Reason
    criteria: str
    words: str
    effective_on: date | None = None
    to_unit: Unit | None = None
    position: Position | None = None
    policy: CareerPolicy | None = None
    penalty_number: str = ""
    penalty_on: date | None = None
    proposed_on: date | None = None


def propose_step(
    *, proposal: Proposal, person: Person | None = None, unit: Unit | None = None, actor: Actor
) -> CareerStep:
    """Of ``person``, or of a whole ``unit``. Errors: ``Forbidden``, also about oneself; ``BadInput`` naming a field."""
    of = person or unit
    if of is None:
        raise BadInput(gettext_noop("Pilih pegawai atau unitnya."), field="unit")
    day = today(of.organisation.region_id)
    title = proposal.title.strip()
    require_proven(title, "title")
    key = uuid7()
    grounds = Grounds(criteria=criteria_of(proposal.criteria), reason=said(proposal.words, "words"))
    row = CareerStep(
        id=key,
        organisation_id=of.organisation_id,
        person=person,
        unit=unit if person is None else person.unit,
        kind=proposal.kind,
        reason=proposal.reason,
        title=title,
        to_unit=proposal.to_unit,
        position=proposal.position or "",
        policy=proposal.policy,
        proposed_on=proposal.proposed_on or day,
        effective_on=proposal.effective_on,
        penalty_number=proposal.penalty_number.strip(),
        penalty_on=proposal.penalty_on,
        grounds_sealed=sealed_grounds(grounds, key),
        written_by_id=account(actor),
    )
    require(actor, "career.propose", row)
    _check(row, day)
    with unit_of_work(actor) as work:
        work.create(row)
        work.record("career.propose", row, data={"kind": proposal.kind, "reason": proposal.reason})
    return row


def _check(row: CareerStep, day: date) -> None:
    if row.kind in REPLACEMENTS and row.person_id is None:
        raise BadInput(gettext_noop("Langkah ini tentang seorang pegawai, bukan satu unit."), field="kind")
    if row.kind in REPLACEMENTS and row.effective_on is None:
        message = gettext_noop("Isi tanggal pelantikan yang diusulkan: tanggal itu diperiksa terhadap masa larangan.")
        raise BadInput(message, field="effective_on")
    has_penalty = bool(row.penalty_number or row.penalty_on)
    if row.reason == Reason.FINAL_PENALTY and not (row.penalty_number and row.penalty_on):
        message = gettext_noop("Hukuman dihitung hanya bila sudah tetap: isi nomor dan tanggal keputusannya.")
        raise BadInput(message, field="penalty_on" if row.penalty_number else "penalty_number")
    if has_penalty and row.reason != Reason.FINAL_PENALTY:
        message = gettext_noop("Kosongkan: keputusan hukuman hanya untuk alasan hukuman yang sudah tetap.")
        raise BadInput(message, field="penalty_number")
    if row.proposed_on > day:
        raise BadInput(gettext_noop("Tanggal usul belum tiba."), field="proposed_on")
    if row.penalty_on is not None and row.penalty_on > day:
        raise BadInput(gettext_noop("Tanggal keputusan hukuman belum tiba."), field="penalty_on")
