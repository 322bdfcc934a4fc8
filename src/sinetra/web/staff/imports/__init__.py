"""Bringing people and units in from a file, on a page: example, preview, storing."""

from __future__ import annotations
