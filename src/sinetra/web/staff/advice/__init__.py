"""The worklist of the Tim Netralitas, and how an opinion enters the library."""

from __future__ import annotations
