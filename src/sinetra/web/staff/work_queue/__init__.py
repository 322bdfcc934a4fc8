"""The queues of matters: whose, by due date; many rows at once; search; from one matter to the next."""

from __future__ import annotations
