"""The signed proof of filing: asked for by its reporter, checked by anybody."""

from __future__ import annotations
