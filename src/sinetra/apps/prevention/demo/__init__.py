"""Invented data of prevention for the demonstration, through the real verbs. Profile ``demo`` and region 99 only."""

from __future__ import annotations
