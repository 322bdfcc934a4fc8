"""A decision of an acting head of region is reported to the Minister (SE 821/5492/SJ, known from the press)."""

from __future__ import annotations

from datetime import date

from sinetra.apps.cases.decider import decider_of
from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.models import Clock, Examination
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.casework.penalties import Official


def report_rules(row: Examination, official: Official, on: date) -> tuple[str, ...]:
    """The rule whose clock begins with the decision: that of an acting head who was PPK on that day, by any reading."""
    if official is not Official.PPK or row.matter.organisation.kind != OrganisationKind.LOCAL_GOVERNMENT:
        return ()
    view, rule = decider_of(row.matter, on), penalties().acting_head
    if view is None:
        return ()
    likely = [view.appointing.holder, *(reading.holder for reading in view.appointing.readings)]
    return (rule.rule,) if any(term is not None and term.kind in rule.kinds for term in likely) else ()


def owes_report(row: Examination) -> bool:
    return Clock.objects.filter(examination=row, rule=penalties().acting_head.rule, done_at=None).exists()
