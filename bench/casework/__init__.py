"""Queues, search and the nightly sweep of an office with 100,000 matters: filled, served, asked, swept."""

from __future__ import annotations
