"""Who may see and do what with the rows of coordination."""

from __future__ import annotations
