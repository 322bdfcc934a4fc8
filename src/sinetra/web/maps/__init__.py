"""Maps drawn on the server: events as numbered marks, regions by zone. No tiles, no script."""

from __future__ import annotations
