"""The word that everything bears which leaves a demonstration."""

from __future__ import annotations

from django.conf import settings

from sinetra.core.errors import gettext_noop


def exercise_word() -> str:
    """For paper and messages, Indonesian as letters are; empty where it is meant."""
    return gettext_noop("LATIHAN") if settings.SINETRA_PROFILE == "demo" else ""
