"""What the demonstration shows of prevention: one noun a file, all of it in the invented city."""

from __future__ import annotations
