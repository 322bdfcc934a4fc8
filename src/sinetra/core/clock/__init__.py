"""Time in law: calendars, day counts, deadlines, timetables of elections, zones."""

from __future__ import annotations
