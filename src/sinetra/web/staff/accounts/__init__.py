"""Accounts: those of the organisation for its administrators, one's own for everybody. Nothing here sends e-mail."""

from __future__ import annotations
