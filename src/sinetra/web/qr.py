"""An address as a QR code that fills its place on a page."""

from __future__ import annotations

from io import BytesIO

from django.utils.safestring import SafeString, mark_safe


def qr_picture(address: str) -> SafeString:
    """An SVG with the quiet zone that cameras want. Level M stands a photocopy and a bad projector."""
    import segno

    out = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(out, kind="svg", border=4, xmldecl=False, svgns=False, nl=False, omitsize=True)
    return mark_safe(out.getvalue().decode())  # noqa: S308 - drawn here; the address is modules, not text
