"""The roles that prevention knows."""

from __future__ import annotations

from sinetra.apps.base.actor import Role

READERS = (
    Role.PRESS_OFFICER,
    Role.BKPSDM_OFFICER,
    Role.NEUTRALITY_TEAM,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
)
#: Who plans activities and takes attendance.
ORGANISERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.BAWASLU_STAFF)
