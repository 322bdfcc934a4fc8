"""The verbs of prevention, one a file."""

from __future__ import annotations
