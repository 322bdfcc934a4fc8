"""``/edaran/``: published circulars for everybody, and the statement that one has reached somebody."""

from __future__ import annotations
