"""Mediation of friction among staff: what it is, asking for it, and following it with a code."""

from __future__ import annotations
