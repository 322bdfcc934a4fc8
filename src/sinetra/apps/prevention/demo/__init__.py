"""The invented city's prevention, through the real verbs. Profile ``demo`` only."""

from __future__ import annotations
