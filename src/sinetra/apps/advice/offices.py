"""Which Tim Netralitas answers: that of the local government, where somebody holds the role today."""

from __future__ import annotations

from django.conf import settings

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.base.actor import Role
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.ports.clock import today


def team_for(region: str | None = None) -> Organisation:
    """The nearest local government at or above ``region`` with a team; without a region, or none there, the first.

    Errors: ``NoTeamHere``, always in Bawaslu's installation: what one asks before acting is none of its business.
    """
    if settings.SINETRA_PROFILE == "bawaslu":
        raise NoTeamHere
    day = today(region)
    held = RoleGrant.objects.filter(role=Role.NEUTRALITY_TEAM, starts_on__lte=day, ends_on__gte=day)
    rows = Organisation.objects.filter(
        kind=OrganisationKind.LOCAL_GOVERNMENT, pk__in=held.values("organisation_id")
    ).order_by("id")
    teams = {row.region_id: row for row in reversed(rows)}
    if not teams:
        raise NoTeamHere
    parts = region.split(".") if region else []
    chain = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((teams[code] for code in chain if code in teams), rows[0])
