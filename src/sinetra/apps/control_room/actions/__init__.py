"""Verbs of the control room, one a file."""

from __future__ import annotations
