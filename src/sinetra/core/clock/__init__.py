"""Time in law: calendars, day counts, deadlines, timetables of elections, zones."""

from __future__ import annotations

from sinetra.core.clock.clock import Clock, load_clock

__all__ = ["Clock", "load_clock"]
