"""Invitations for those who advise: the team of the local government, and Bawaslu."""

from __future__ import annotations
