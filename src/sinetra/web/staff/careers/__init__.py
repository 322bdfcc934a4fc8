"""Careers without politics, as pages of the personnel office: steps, policies, checked transfers, letters."""

from __future__ import annotations
