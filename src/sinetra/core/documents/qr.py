"""An address as a QR code, drawn as SVG. Level M stands a photocopy and a bad projector."""

from __future__ import annotations

from io import BytesIO


def printed_qr(address: str) -> str:
    """For a sheet that leaves white round it."""
    return _svg(address, border=0, svgns=True)


def page_qr(address: str) -> str:
    """Fills its place on a web page, with the quiet zone that cameras want."""
    return _svg(address, border=4, svgns=False, omitsize=True)


def _svg(address: str, *, border: int, svgns: bool, omitsize: bool = False) -> str:
    import segno

    out = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(out, kind="svg", border=border, xmldecl=False, svgns=svgns, nl=False, omitsize=omitsize)
    return out.getvalue().decode()
