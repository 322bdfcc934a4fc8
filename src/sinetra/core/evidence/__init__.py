"""Evidence: how it is sealed, and what is conspicuous in it."""

from __future__ import annotations
