"""The verbs of the registry, one a file."""

from __future__ import annotations
