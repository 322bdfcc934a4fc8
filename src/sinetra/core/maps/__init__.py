"""Maps without a map server: boundaries with shared lines → paths of integers → SVG. No Django, no files, no clock."""

from __future__ import annotations
