"""``/tur/``: what Sinetra does, in five stops of a minute each. Demo profile only."""

from __future__ import annotations
