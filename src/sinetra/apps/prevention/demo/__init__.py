"""The invented prevention of Kota Cendana, one noun a file, through the real verbs. Profile ``demo`` only."""

from __future__ import annotations
