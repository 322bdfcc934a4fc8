"""The same norms and the same three-valued facts through the engine and through named peers."""

from __future__ import annotations
