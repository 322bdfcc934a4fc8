"""Hand-overs: an answer recorded with proof, the second person, the file for SBT, what is overdue."""

from __future__ import annotations
