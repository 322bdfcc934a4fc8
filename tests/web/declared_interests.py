"""An interest that somebody of an office has declared."""

from __future__ import annotations

from datetime import date
from typing import Any

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.core.casework.interests import Tie


def aside(username: str, tie: Tie = Tie.IN_LAW, **toward: Any) -> DeclaredInterest:
    user = User.objects.get(username=username)
    return declare_interest(
        organisation=user.organisation,
        user=user,
        tie=tie,
        from_on=date(2024, 9, 22),
        source="pernyataan yang bersangkutan",
        actor=SYSTEM,
        **toward,
    )
