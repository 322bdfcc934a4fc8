"""Letters and forms of a matter: from what is known and what an officer fills in to the text that is printed."""

from __future__ import annotations
