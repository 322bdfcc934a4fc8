"""The verbs of accounts, one a file."""

from __future__ import annotations
