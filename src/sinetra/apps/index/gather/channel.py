"""Whether people of a city can report: the installation itself takes reports, or leads to where they are taken."""

from __future__ import annotations

from django.conf import settings

from sinetra.apps.index.gather.offices import City


def has_channel(city: City) -> bool | None:
    """None where nothing is known: that this installation does not lead to a channel does not say there is none."""
    if settings.SINETRA_PROFILE != "pemda" and city.watched:
        return True
    return True if settings.SINETRA_PROFILE == "pemda" and settings.SINETRA_BAWASLU_URL else None
