"""Casework: what may be done with a matter, by whom, by when, and where it goes."""

from __future__ import annotations

from sinetra.core.casework.casework import Casework, load_casework

__all__ = ["Casework", "load_casework"]
