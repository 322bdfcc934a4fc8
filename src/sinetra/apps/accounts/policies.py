"""Who may see and do what with the rows of accounts."""

from __future__ import annotations
