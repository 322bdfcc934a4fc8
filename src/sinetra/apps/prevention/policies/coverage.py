"""How many were reached. Numbers of units, no names."""

from __future__ import annotations

from sinetra.apps.base.actor import Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention.models import CoverageCell, CoverageHidden, CoverageState, CoverageUnit
from sinetra.apps.prevention.policies.roles import ORGANISERS

for _table in (CoverageCell, CoverageUnit, CoverageHidden, CoverageState):
    rows_of(_table)(own_organisation)

allow("coverage.read", roles(*ORGANISERS, Role.BAWASLU_COMMISSIONER, Role.INSPECTORATE, Role.PPK))
