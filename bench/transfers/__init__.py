"""Transfers screened from a file."""

from __future__ import annotations
