"""Work of the outbox: coverage is counted again after a session, a pledge, a pair, a list of people, and daily."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.prevention.coverage.ask import REFRESH
from sinetra.apps.prevention.coverage.refresh import recompute, refresh, units_of_activity, units_of_people
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.registry.models.election_pair import BALLOT_CHANGED
from sinetra.apps.registry.models.headcount import RECORDED


@handler(REFRESH)
def refresh_coverage(payload: Mapping[str, Any]) -> None:
    """``{"organisation": id}`` with ``activity`` or ``people``, or alone: everything. Twice comes to the same."""
    organisation = UUID(payload["organisation"])
    if "activity" in payload:
        refresh(organisation, units_of_activity(organisation, UUID(payload["activity"])))
    elif "people" in payload:
        refresh(organisation, units_of_people(organisation, [UUID(pk) for pk in payload["people"]]))
    else:
        recompute(organisation)


@handler(RECORDED)
def after_people(payload: Mapping[str, Any]) -> None:
    """``{"organisation": id}``: a list of people was read in."""
    recompute(UUID(payload["organisation"]))


@handler(BALLOT_CHANGED)
def after_pair(payload: Mapping[str, Any]) -> None:
    """``{"region": code}``: a pair was stored; the offices of the region and below it are ordered again."""
    region = str(payload["region"])
    inside = Q(region_id=region) | Q(region__code__startswith=f"{region}.")
    here = Organisation.objects.filter(inside, pk__in=offices_with_units())
    for organisation in here.order_by("pk").values_list("pk", flat=True):
        recompute(organisation)


@periodic("prevention.recompute_coverage", every=timedelta(days=1))
def recompute_all(payload: Mapping[str, Any]) -> None:
    """Elections begin and end, months and years pass: the order of visits is of a day."""
    del payload
    for organisation in offices_with_units():
        recompute(organisation)


def offices_with_units() -> list[UUID]:
    with_units = Unit.objects.order_by().values("organisation_id")
    return list(Organisation.objects.filter(pk__in=with_units).order_by("pk").values_list("pk", flat=True))
