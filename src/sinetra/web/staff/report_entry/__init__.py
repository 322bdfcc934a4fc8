"""Reports that reach the office at the counter, by phone or on paper, entered by its staff."""

from __future__ import annotations
