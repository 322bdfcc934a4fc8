"""People asked for a statement: who is invited, what they said, what they and the office may know of it."""

from __future__ import annotations
