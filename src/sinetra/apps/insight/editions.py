"""Reads of frozen editions, for everybody: what is published, without what it rests on."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import visible
from sinetra.apps.insight.models import Snapshot
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.statistics.edition import Edition, edition_of

_LIST = ("inputs", "heads", "content")


def snapshots() -> QuerySet[Snapshot]:
    """The newest first, without their content."""
    return visible(PUBLIC, Snapshot).defer(*_LIST).order_by("-as_of")


def latest() -> Snapshot | None:
    return visible(PUBLIC, Snapshot).order_by("-as_of").first()


def snapshot(edition: str) -> Snapshot:
    """Errors: ``NotFound``."""
    # No edition has a NUL in its name, and PostgreSQL refuses a text with one.
    row = None if "\0" in edition else visible(PUBLIC, Snapshot).filter(edition=edition).first()
    if row is None:
        raise NotFound(gettext_noop("Edisi ini tidak ada."), code="edition")
    return row


def figures_of(row: Snapshot) -> Edition:
    return edition_of(bytes(row.content))
