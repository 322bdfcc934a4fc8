"""Files on their way: begun, gone on with, looked at when they are whole, forgotten."""

from __future__ import annotations
