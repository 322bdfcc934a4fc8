"""The public map of the zones."""

from __future__ import annotations
