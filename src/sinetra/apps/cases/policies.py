"""Who may see and do what with the rows of cases."""

from __future__ import annotations
