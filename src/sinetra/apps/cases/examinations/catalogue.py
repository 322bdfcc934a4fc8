"""``catalogue/examination.yaml``, read once a process."""

from __future__ import annotations

from functools import lru_cache

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.cases.models import Examination
from sinetra.catalogue import ROOT
from sinetra.core.casework.examination import Course, Stage
from sinetra.core.casework.examination_reader import Examining, load_examining
from sinetra.core.casework.penalties import Penalties, Penalty
from sinetra.core.clock.bilingual import Bilingual


@lru_cache(maxsize=1)
def _examining() -> Examining:
    return load_examining(ROOT, rulebook().shared.sanctions)


def course() -> Course:
    return _examining().course


def penalties() -> Penalties:
    return _examining().penalties


def step_done(name: str) -> Bilingual:
    """The line in the timeline."""
    beside = {
        "join_team": penalties().team.done,
        "leave_team": penalties().team.left,
        "report_act": penalties().acting_head.done,
    }
    return beside[name] if name in beside else course().steps[name].done


def stage_of(row: Examination) -> Stage:
    return Stage(row.stage)


def penalty_of(row: Examination) -> Penalty | None:
    """None before a decision, and where nothing was proven."""
    return penalties().by_id[row.penalty] if row.penalty else None
