"""Errors of disclosures that no other app has."""

from __future__ import annotations

from sinetra.core.errors import SinetraError, gettext_noop


class DisclosureClosed(SinetraError):
    """Its time is over, or the owner ended it (HTTP 410)."""

    code = "disclosure_closed"
    status = 410

    def __init__(self) -> None:
        super().__init__(gettext_noop("Pengungkapan ini sudah ditutup. Isinya tidak dapat dibuka lagi."))


class MatterCleared(SinetraError):
    """Nothing was proven in the matter of the request: nobody is named by it any more (HTTP 410)."""

    code = "matter_cleared"
    status = 410

    def __init__(self) -> None:
        super().__init__(gettext_noop("Perkaranya tidak terbukti. Nama dan isinya tidak ditampilkan lagi."))
