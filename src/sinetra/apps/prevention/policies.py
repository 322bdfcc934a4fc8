"""Who may see and do what with the rows of prevention."""

from __future__ import annotations
