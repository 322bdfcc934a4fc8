"""What a participant does on their own phone, by a link and without an account."""

from __future__ import annotations
