"""Staff pages of coverage."""

from __future__ import annotations
