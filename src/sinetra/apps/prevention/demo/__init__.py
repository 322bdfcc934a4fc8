"""What the demonstration shows of prevention: one noun a file, all of it in the invented city."""
"""The invented city's prevention, through the real verbs. Profile ``demo`` only."""
"""The invented prevention of Kota Cendana, one noun a file, through the real verbs. Profile ``demo`` only."""
"""Invented data of prevention for the demonstration, through the real verbs. Profile ``demo`` and region 99 only."""

from __future__ import annotations
