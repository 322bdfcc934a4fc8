"""Fair service: the public notice and its sheet for the counter."""

from __future__ import annotations
