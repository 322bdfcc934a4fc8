"""Reads of coordination."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.coordination.models import Agreement


def agreements(actor: Actor) -> QuerySet[Agreement]:
    return policy.visible(actor, Agreement).select_related("region")
