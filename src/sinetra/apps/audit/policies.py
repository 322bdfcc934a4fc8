"""Who may see and do what with the rows of audit."""

from __future__ import annotations
