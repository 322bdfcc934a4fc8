"""Careers without politics (F6): steps with criteria, decision and reason; policies; transfers checked by the law."""

from __future__ import annotations
