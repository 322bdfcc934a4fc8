"""Who may see and do what with the rows of insight."""

from __future__ import annotations
