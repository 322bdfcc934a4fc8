"""Files that somebody hostile, or only somebody unlucky, sends; made here, so that none lies in the repository."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib


def jpeg(width: int = 32, height: int = 24) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pixel_bomb(side: int = 60_000) -> bytes:
    """A small file that says it is a picture of ``side`` × ``side`` points."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes(100_000))
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def docx(extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 20)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb() -> bytes:
    """300 MB of zeros as a document of 300 kB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x")
        with archive.open("word/media/image1.bmp", "w") as entry:
            for _ in range(300):
                entry.write(bytes(1 << 20))
    return out.getvalue()


def directory_bomb() -> bytes:
    """A document whose directory of entries alone says that it has 4 GB."""
    content = docx()
    place = content.rfind(b"PK\x05\x06")
    return content[: place + 12] + b"\xff\xff\xff\x7f" + content[place + 16 :]


def plain_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("foto.jpg", jpeg())
    return out.getvalue()


def pdf(script: str = "", *, embedded: bool = False) -> bytes:
    from pypdf import PdfWriter
    from pypdf.actions import JavaScript

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if script:
        writer.add_open_action(JavaScript(script))
    if embedded:
        writer.add_attachment("muatan.exe", b"MZ")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def packed_pdf() -> bytes:
    """A PDF 1.5 whose script stands in a compressed stream of objects only."""
    objects = b"<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R>> <</S/JavaScript/JS(app.alert\\(1\\))>>"
    header = b"1 0 3 47 "
    body = zlib.compress(header + objects)
    stream = b"5 0 obj<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>\nstream\r\n%s\nendstream endobj\n"
    return (
        b"%PDF-1.5\n"
        + stream % (len(header), len(body), body)
        + b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
    )


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("//x.invalid")</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
EXE = b"MZ\x90\x00" + bytes(60) + b"This program cannot be run in DOS mode."
GIF_AND_SCRIPT = b"GIF89a/*" + bytes(20) + b"*/=1;<script>alert(1)</script>"
# The test of antivirus makers, in two parts so that none finds it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + rb"ANTIVIRUS-TEST-FILE!$H+H*"
