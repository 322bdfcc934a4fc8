"""Prevention as rules: who is the same person, what a test measured, whom an activity reached."""

from __future__ import annotations
