"""Sistem Informasi Netralitas ASN."""

from __future__ import annotations
