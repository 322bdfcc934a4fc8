"""People asked for a statement: invited, heard, or not come; each on a page of its own."""

from __future__ import annotations
