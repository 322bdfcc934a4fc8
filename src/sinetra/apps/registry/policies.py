"""Who may see and do what with the rows of registry."""

from __future__ import annotations
