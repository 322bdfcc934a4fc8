"""Errors of asking that no other app has."""

from __future__ import annotations

from sinetra.core.errors import SinetraError, gettext_noop


class NoTeamHere(SinetraError):
    """No Tim Netralitas answers in this installation (HTTP 421): it belongs to a local government."""

    code = "misdirected"
    status = 421

    def __init__(self) -> None:
        super().__init__(gettext_noop("Di sini tidak ada Tim Netralitas. Tanyakan kepada pemerintah daerah Anda."))
