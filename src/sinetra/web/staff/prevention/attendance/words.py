"""Closed words of attendance, for people."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy

from sinetra.apps.prevention.entries import Standing
from sinetra.apps.prevention.models import ActivitySession, Attendance

STATES = {
    ActivitySession.State.PLANNED: ("plain", _lazy("belum dibuka")),
    ActivitySession.State.OPEN: ("good", _lazy("dibuka")),
    ActivitySession.State.CLOSED: ("info", _lazy("ditutup")),
}
WAYS = {
    Attendance.Way.QR: _lazy("kode QR"),
    Attendance.Way.LINK: _lazy("tautan"),
    Attendance.Way.LIST: _lazy("daftar"),
    Attendance.Way.PAPER: _lazy("kertas"),
    Attendance.Way.OFFLINE: _lazy("luring"),
}
STANDINGS = {
    Standing.MATCHED: ("good", _lazy("cocok dengan register")),
    Standing.UNMATCHED: ("attention", _lazy("tidak ada di register")),
    Standing.THERE: ("info", _lazy("sudah tercatat")),
    Standing.BAD: ("stop", _lazy("perlu diperbaiki")),
}
FIELDS = {
    "number": _lazy("NIP"),
    "name": _lazy("Nama"),
    "unit": pgettext_lazy("orang", "Unit kerja"),
    "status": _lazy("Status"),
}


def name_of(row: Attendance) -> str:
    """What stands for a participant in a list of the organiser."""
    if row.name:
        return row.name
    return f"NIP {row.number}" if row.number else _("nama sudah dihapus")
