"""The tile of the oath and the pledge."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors.pledges import in_force, signed_here
from sinetra.ports.clock import today
from sinetra.web.public.participation.tile import Tile


def tile(attendance: Attendance, link: str) -> Tile | None:
    """None where the office has no text in force."""
    texts = in_force(attendance.organisation_id, today(attendance.organisation.region_id))
    if not texts:
        return None
    url = reverse("participant_pledge", args=[link])
    if all(signed_here(attendance, text) is not None for text in texts):
        return Tile(title=_("Ikrar netralitas"), text=_("Sudah Anda tandatangani."), url=url, done=True)
    return Tile(title=_("Ikrar netralitas"), text=_("Baca, tulis satu kalimat, lalu tanda tangani."), url=url)
