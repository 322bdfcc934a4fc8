"""Kept figures of the control room (*Ruang kendali*): counted nightly and on demand, printed with their time."""

from __future__ import annotations
