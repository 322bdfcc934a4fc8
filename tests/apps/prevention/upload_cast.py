"""Files as people send them: a photo with what a camera writes, a document with or without macros."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.TiffImagePlugin import IFDRational


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """With a place, a camera and a comment in it."""
    exif = Image.Exif()
    exif[0x010F] = "KameraContoh"
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "S", 2: (IFDRational(7), IFDRational(22), IFDRational(0))})
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, exif=exif)
    return out.getvalue()


def office_file(part: str, more: bytes = b"") -> bytes:
    from zipfile import ZipFile

    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(f"{part}/document.xml", "<a/>")
        archive.writestr("isi.bin", more)
        if more:
            archive.writestr(f"{part}/vbaProject.bin", more)
    return out.getvalue()
