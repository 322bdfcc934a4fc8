"""Prevention in the invented city, one noun a file; each function changes nothing when it ran before."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings

from sinetra.apps.prevention.demo.programme import load_programme
from sinetra.core.errors import Forbidden, gettext_noop

LOADERS: tuple[Callable[[], None], ...] = (load_programme,)


def load_prevention() -> None:
    """After ``accounts.demo.load_cast``. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    for load in LOADERS:
        load()
