"""The index of the demonstration, by the real verb: the invented region beside the published facts of real cities."""

from __future__ import annotations

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.selectors import newest_run
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today

_REGION, _OFFICER = "99.71", "petugas.bkpsdm"


def load_index() -> None:
    """After all that the index reads. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    if newest_run() is None:
        compute_index(actor=actor_of(User.objects.get(username=_OFFICER), today(_REGION)))
