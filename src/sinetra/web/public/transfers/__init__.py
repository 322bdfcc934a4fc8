"""Replacing officials, for everybody: a calculator that stores nothing, and the figures."""

from __future__ import annotations
