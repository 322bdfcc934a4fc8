"""Prevention: programmes with their activities and sessions, who came, who pledged, circulars."""

from __future__ import annotations

from sinetra.apps.prevention.models.activity import Activity, ActivityUnit
from sinetra.apps.prevention.models.attendance import Attendance
from sinetra.apps.prevention.models.circular import Circular
from sinetra.apps.prevention.models.circular_annex import CircularAnnex
from sinetra.apps.prevention.models.circular_number import CircularNumber
from sinetra.apps.prevention.models.circular_receipt import CircularReceipt
from sinetra.apps.prevention.models.pledge import PledgeSignature, PledgeText
from sinetra.apps.prevention.models.programme import Programme
from sinetra.apps.prevention.models.session import ActivitySession

__all__ = [
    "Activity",
    "ActivitySession",
    "ActivityUnit",
    "Attendance",
    "Circular",
    "CircularAnnex",
    "CircularNumber",
    "CircularReceipt",
    "PledgeSignature",
    "PledgeText",
    "Programme",
]
