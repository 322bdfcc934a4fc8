"""Whether a period was nil, and the nil reports of an office with what came in for their period later."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Matter, NilReport, Step
from sinetra.apps.cases.vocabulary import MatterKind, StepCode
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report


def is_nil(organisation: Organisation, begins_on: date, ends_on: date) -> bool:
    """No report or information was filed and no matter was opened or registered in these days."""
    days = (begins_on, ends_on)
    matters = Matter.objects.filter(organisation=organisation)
    return not (
        Report.objects.filter(organisation=organisation, filed_on__range=days).exists()
        or matters.filter(opened_on__range=days).exists()
        or matters.filter(kind=MatterKind.FINDING, registered_on__range=days).exists()
        or Step.objects.filter(organisation=organisation, code=StepCode.FINDING_SET, on__range=days).exists()
    )


def nil_reports(actor: Actor) -> QuerySet[NilReport]:
    """Those of the actor's office; ``is_outdated``: a report for the period came in after all (on paper, dated back).
    Errors: ``Forbidden``."""
    require(actor, "nil_report.read")
    return visible(actor, NilReport).select_related("by").annotate(is_outdated=outdated())


def outdated() -> Exists:
    """A condition on nil reports: a statement that turned out not to be true counts nowhere."""
    later = Report.objects.filter(
        organisation=OuterRef("organisation"), filed_on__gte=OuterRef("begins_on"), filed_on__lte=OuterRef("ends_on")
    )
    return Exists(later)
