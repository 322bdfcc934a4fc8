"""Prevention: programmes with their activities and sessions, who came, who pledged, circulars."""

from __future__ import annotations

from sinetra.apps.prevention.models.activity import Activity, ActivityUnit
from sinetra.apps.prevention.models.activity_file import ActivityFile
from sinetra.apps.prevention.models.attendance import Attendance
from sinetra.apps.prevention.models.circular import Circular
from sinetra.apps.prevention.models.commitment import Commitment
from sinetra.apps.prevention.models.guest import Delegate, Speaker
from sinetra.apps.prevention.models.invitation_letter import InvitationLetter
from sinetra.apps.prevention.models.pledge import PledgeSignature, PledgeText
from sinetra.apps.prevention.models.programme import Programme
from sinetra.apps.prevention.models.session import ActivitySession

__all__ = [
    "Activity",
    "ActivityFile",
    "ActivitySession",
    "ActivityUnit",
    "Attendance",
    "Circular",
    "Commitment",
    "Delegate",
    "InvitationLetter",
    "PledgeSignature",
    "PledgeText",
    "Programme",
    "Speaker",
]
