"""Anybody checks a letter of an office by the code on it."""

from __future__ import annotations
