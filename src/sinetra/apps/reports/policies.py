"""Who may see and do what with the rows of reports."""

from __future__ import annotations
