"""Staff pages of a session and of who came to it."""

from __future__ import annotations
