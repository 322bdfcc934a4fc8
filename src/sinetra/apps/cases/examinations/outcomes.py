"""How a receiver can close what was handed over to it: by where its examinations ended."""

from __future__ import annotations

from sinetra.apps.cases.models import Examination, Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.vocabulary import MatterKind, Outcome
from sinetra.core.casework.examination import ENDS, Stage

#: Nobody was punished in the end.
CLEARED = frozenset({Stage.CLEARED, Stage.ANNULLED})


def cleared_places(matter: Matter) -> frozenset[int]:
    """Those who leave every list: all when nothing was proven, here or at the sender, else of a closed matter those
    examined and cleared."""
    if matter.is_cleared:
        return frozenset(range(len(reported_of(matter))))
    if matter.closed_at is None or matter.kind != MatterKind.HANDED_OVER:
        return frozenset()
    rows = Examination.objects.filter(matter=matter, stage__in=CLEARED)
    return frozenset(rows.values_list("place", flat=True))


def outcomes_of_receiver(matter: Matter) -> tuple[Outcome, ...]:
    """Empty while somebody is being examined, or has not been yet. Without any examination the office says why it
    closes: it was followed up elsewhere, nothing was proven, or it was not competent."""
    stages = [Stage(stage) for stage in Examination.objects.filter(matter=matter).values_list("stage", flat=True)]
    if not stages:
        return (Outcome.FOLLOWED_UP, Outcome.NOT_PROVEN, Outcome.OUT_OF_COMPETENCE)
    if len(stages) < len(reported_of(matter)) or not ENDS.issuperset(stages):
        return ()
    return (Outcome.NOT_PROVEN,) if CLEARED.issuperset(stages) else (Outcome.FOLLOWED_UP,)
