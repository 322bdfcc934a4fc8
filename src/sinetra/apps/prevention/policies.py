"""Who may see and do what with the rows of prevention."""

from __future__ import annotations

from sinetra.apps.base.actor import Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention.models import Activity, Circular

rows_of(Activity)(own_organisation)
rows_of(Circular)(own_organisation)

STAFF = (
    Role.PRESS_OFFICER,
    Role.BKPSDM_OFFICER,
    Role.NEUTRALITY_TEAM,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
)
allow("activity.read", roles(*STAFF, Role.INSPECTORATE, Role.PPK, Role.AUDITOR))
