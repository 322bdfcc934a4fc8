"""Reads of prevention, one noun a file."""

from __future__ import annotations
