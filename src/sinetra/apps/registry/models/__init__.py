"""Reference data and the public order of offices: regions, organisations, units, people, dated roles, pairs."""

from __future__ import annotations

from sinetra.apps.registry.models.campaign_leave import CampaignLeave
from sinetra.apps.registry.models.declared_interest import DeclaredInterest
from sinetra.apps.registry.models.election_pair import ElectionPair
from sinetra.apps.registry.models.headcount import Headcount
from sinetra.apps.registry.models.held_role import HeldRole
from sinetra.apps.registry.models.organisation import Organisation
from sinetra.apps.registry.models.person import Person, PersonNumber
from sinetra.apps.registry.models.region import Region
from sinetra.apps.registry.models.rule_length import RuleLength
from sinetra.apps.registry.models.unit import Unit

__all__ = [
    "CampaignLeave",
    "DeclaredInterest",
    "ElectionPair",
    "Headcount",
    "HeldRole",
    "Organisation",
    "Person",
    "PersonNumber",
    "Region",
    "RuleLength",
    "Unit",
]
