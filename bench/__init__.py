"""Figures of this machine, as JSON under bench/results. Never part of a timed test."""

from __future__ import annotations
