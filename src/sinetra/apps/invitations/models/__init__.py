"""Tables of the invitation consult."""

from __future__ import annotations

from sinetra.apps.invitations.models.consultation import Consultation
from sinetra.apps.invitations.models.invitation import Invitation

__all__ = ["Consultation", "Invitation"]
