"""What stands open against the decision of an examination."""

from __future__ import annotations

from sinetra.apps.cases.examinations.catalogue import penalties, penalty_of
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.penalties import Official, Remedy


def remedy_of(row: Examination) -> Remedy | None:
    """None where nothing was imposed, or the law's catalogue knows nothing."""
    penalty = penalty_of(row)
    return penalties().remedy(penalty, Official(row.official)) if penalty is not None else None
