"""Errors of filing that no other app has."""

from __future__ import annotations

from sinetra.core.errors import SinetraError, gettext_noop


class Misdirected(SinetraError):
    """This installation does not take reports (HTTP 421). ``address`` is where Bawaslu's installation is, if known."""

    code = "misdirected"
    status = 421

    def __init__(self, address: str) -> None:
        self.address = address
        message = (
            gettext_noop("Laporan diterima oleh Bawaslu, bukan di sini: %(address)s")
            if address
            else gettext_noop("Laporan diterima oleh Bawaslu, bukan di sini. Datangi kantor Bawaslu setempat.")
        )
        super().__init__(message, address=address)
