"""The tile of the certificate."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.web.public.participation.tile import Tile


def tile(attendance: Attendance, link: str) -> Tile:
    """Also before there is one, so that nobody asks the organisers for it."""
    found = certificate_of(attendance)
    title = _("Sertifikat")
    if found is None:
        return Tile(title=title, text=_("Terbit di sini sesudah kegiatan selesai."))
    if found.revoked_at is not None:
        return Tile(title=title, text=_("Sertifikat ini dicabut. Tanyakan kepada panitia."))
    url = reverse("participant_certificate", args=[link])
    return Tile(title=title, text=_("Unduh PDF, nomor %(number)s.") % {"number": found.number}, url=url, done=True)
