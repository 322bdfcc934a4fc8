"""Coverage pages under random arrivals: an office filled by SQL, the real server, signed-in clients."""

from __future__ import annotations
