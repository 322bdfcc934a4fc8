"""The verbs of evidence, one a file."""

from __future__ import annotations
