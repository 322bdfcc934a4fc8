"""An address as a QR code that fills its place on a page."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

from sinetra.core.documents.qr import page_qr


def qr_picture(address: str) -> SafeString:
    return mark_safe(page_qr(address))  # noqa: S308 - drawn here; the address is modules, not text
