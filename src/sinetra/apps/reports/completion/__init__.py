"""What a report still needs to count as one: the signed form, by when, and the form itself, filled in as filed."""

from __future__ import annotations
