"""Circulars as an actor may see them."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Circular


def circulars(actor: Actor) -> QuerySet[Circular]:
    return policy.visible(actor, Circular).select_related("region")
