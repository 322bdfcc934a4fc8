"""Prevention in the demonstration: what Kota Cendana has planned, held and counted. Profile ``demo`` only."""

from __future__ import annotations
