"""The link that stands for a participant without an account.

It opens one activity for one participant, never more: whoever knows a NIP can check in under it.
"""

from __future__ import annotations

from sinetra.apps.base.links import Link, link_hashes, new_link
from sinetra.apps.prevention.models import Attendance
from sinetra.core.errors import NotFound, gettext_noop

__all__ = ["PARTICIPANT", "Link", "link_hashes", "new_link", "participant"]

PARTICIPANT = "participant"


def participant(text: str) -> Attendance:
    """The attendance that a participant's link opens. Errors: ``NotFound``."""
    rows = Attendance.objects.filter(link_hash__in=link_hashes(PARTICIPANT, text))
    found = rows.select_related(
        "activity", "session__activity", "session__organisation", "session__unit", "person", "unit"
    ).first()
    if found is None:
        raise NotFound(gettext_noop("Tautan ini tidak berlaku. Periksa lagi, atau minta yang baru kepada panitia."))
    return found
