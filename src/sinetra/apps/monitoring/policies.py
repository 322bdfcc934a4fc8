"""Who may see and do what with the rows of monitoring."""

from __future__ import annotations
