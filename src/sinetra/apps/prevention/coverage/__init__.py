"""Counting coverage from the facts by set-based SQL: all of an office, or the units that a session touched."""

from __future__ import annotations
