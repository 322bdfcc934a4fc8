"""Asking about an invitation before deciding: recording it, following it with a code, the proof, and its check."""

from __future__ import annotations
