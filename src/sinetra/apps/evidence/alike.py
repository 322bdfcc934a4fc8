"""Pictures of other reports that look like this one, as far as this person may know of them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.evidence.handling import require_handling
from sinetra.apps.evidence.models import Evidence, Likeness
from sinetra.apps.reports.sealing import Erased
from sinetra.core.errors import Forbidden, NotFound

MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeView:
    """``number`` of the matter is empty while nobody has opened the report. ``distance``: bits of 128 that differ."""

    evidence_id: UUID
    report_id: UUID
    matter_id: UUID | None
    number: str
    distance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """``elsewhere``: there are some in regions of the office that this person does not answer for; no more is said.

    Of matters in which this person has an interest nothing at all is said: who is reported there must not find out
    with a picture of their own. Nor of those that were not proven, or erased.
    """

    known: tuple[AlikeView, ...]
    elsewhere: bool


def alike_to(actor: Actor, evidence: Evidence) -> Alike:
    """The nearest first. ``evidence`` is one that this actor may read."""
    rows = visible(actor, Likeness).filter(Q(one=evidence) | Q(other=evidence)).order_by("distance", "id")[:MOST]
    bits = {row.other_id if row.one_id == evidence.pk else row.one_id: row.distance for row in rows}
    found = (
        visible(actor, Evidence)
        .filter(pk__in=bits)
        .select_related("report__matter", "report__joined_to", "report__region")
    )
    seen = {row.pk: row for row in found}
    known = [_view(seen[key], bits[key]) for key in bits if key in seen and _may_know(actor, seen[key])]
    return Alike(known=tuple(known), elsewhere=len(seen) < len(bits))


def _may_know(actor: Actor, evidence: Evidence) -> bool:
    try:
        require_handling(actor, "evidence.read", evidence)
    except (Forbidden, NotFound, StepAside, Erased):
        return False
    return True


def _view(evidence: Evidence, distance: int) -> AlikeView:
    matter = evidence.report.in_matter
    return AlikeView(
        evidence_id=evidence.pk,
        report_id=evidence.report_id,
        matter_id=matter.pk if matter is not None else None,
        number=matter.number if matter is not None else "",
        distance=distance,
    )
