"""What may be kept of a file that somebody sends: known by its content, pictures drawn anew, programs refused."""

from __future__ import annotations

import unicodedata
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.scanner import HEAD, scanner

MOST_OCTETS = 20 * 1024 * 1024
# A picture of a large camera; more is a bomb or nothing that a page needs.
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2560
_QUALITY = 85
_OFFICE = "application/vnd.openxmlformats-officedocument."
PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
DOCUMENTS = {
    "application/pdf": "pdf",
    f"{_OFFICE}wordprocessingml.document": "docx",
    f"{_OFFICE}spreadsheetml.sheet": "xlsx",
    f"{_OFFICE}presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
}
ACCEPTED = ("JPEG", "PNG", "WebP", "PDF", "DOCX", "XLSX", "PPTX", "ODT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """``name`` ends in what the content is, whatever it was called."""

    name: str
    media_type: str
    data: bytes


def keep(name: str, content: bytes) -> Kept:
    """Errors: ``BadInput`` on ``file``: empty, too large, of another kind, broken, or with macros."""
    if not content:
        raise BadInput(gettext_noop("Berkas ini kosong."), field="file")
    if len(content) > MOST_OCTETS:
        raise BadInput(gettext_noop("Berkas ini terlalu besar; paling besar 20 MB."), field="file")
    media_type = scanner().scan(content[:HEAD]).media_type or ""
    if media_type in PICTURES:
        media_type, data = _drawn_anew(content)
        return Kept(name=_named(name, PICTURES[media_type]), media_type=media_type, data=data)
    if media_type not in DOCUMENTS:
        text = gettext_noop("Jenis berkas ini tidak diterima. Yang diterima: %(accepted)s")
        raise BadInput(text, field="file", accepted=ACCEPTED)
    if b"vbaProject.bin" in content:
        raise BadInput(gettext_noop("Berkas ini berisi makro. Simpan tanpa makro, lalu kirim lagi."), field="file")
    return Kept(name=_named(name, DOCUMENTS[media_type]), media_type=media_type, data=content)


def _named(name: str, suffix: str) -> str:
    """A name without a path, without signs that steer a terminal or turn the writing round."""
    stem = PurePath(name.replace("\\", "/")).name
    if "." in stem:
        stem = stem.rsplit(".", 1)[0]
    clean = "".join(sign for sign in stem if unicodedata.category(sign)[0] != "C" and sign not in '"/<>|:*?')
    return f"{clean.strip(' .')[:150] or 'berkas'}.{suffix}"


def _drawn_anew(content: bytes) -> tuple[str, bytes]:
    """Only the points of the picture are kept: no place, camera or thumbnail, and nothing hidden behind the picture."""
    from PIL import Image, ImageOps

    broken = BadInput(gettext_noop("Gambar ini rusak atau terlalu besar."), field="file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise broken
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                turned = ImageOps.exif_transpose(picture)
                turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _saved(turned)
    except BadInput:
        raise
    except Exception as error:  # Pillow raises whatever its decoders meet in hostile bytes.
        raise broken from error


def _saved(picture: object) -> tuple[str, bytes]:
    from PIL import Image

    if not isinstance(picture, Image.Image):
        raise TypeError(type(picture).__name__)
    out = BytesIO()
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clean = Image.new("RGBA", picture.size)
        clean.paste(picture.convert("RGBA"))
        clean.save(out, "PNG", optimize=True)
        return "image/png", out.getvalue()
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return "image/jpeg", out.getvalue()
