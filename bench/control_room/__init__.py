"""Pages of the control room under random arrivals: many matters and attendances, the real server, signed-in clients."""

from __future__ import annotations
