"""Asking the Tim Netralitas without a name, and the library of its opinions."""

from __future__ import annotations
