"""Accounts of people who work with Sinetra, and what they may be until when. Nothing here needs e-mail."""

from __future__ import annotations

from sinetra.apps.accounts.models.password_reset import PasswordReset
from sinetra.apps.accounts.models.role_grant import RoleGrant
from sinetra.apps.accounts.models.slip import ActivationSlip
from sinetra.apps.accounts.models.user import User

__all__ = ["ActivationSlip", "PasswordReset", "RoleGrant", "User"]
