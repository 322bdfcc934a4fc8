"""How often a picture is found again, and how often another is taken for it."""

from __future__ import annotations
