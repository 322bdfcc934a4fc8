"""What may be kept of a file that somebody sends: known by its content, pictures drawn anew, programs refused.

A PDF cannot be rewritten here; it is never opened by the server and leaves only as a download.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.file_name import bare_name
from sinetra.ports.scanner import HEAD, scanner

MEGABYTE = 1024 * 1024
# A picture of a large camera; more is a bomb or nothing that a page needs.
MOST_PIXELS = 60_000_000
# A JPEG is decoded at a fraction of its size; others whole.
MOST_DECODED = 40_000_000
# 300 dots an inch on the long side of F4 is 3,900; two thirds of it stay readable.
LONGEST_SIDE = 2600
_QUALITY = 85
_OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = "application/pdf"
_PICTURES = ("image/jpeg", "image/png", "image/webp")
#: The ending of each kind, and its name for people.
ENDINGS = {
    "image/jpeg": ("jpg", "JPEG"),
    "image/png": ("png", "PNG"),
    "image/webp": ("webp", "WebP"),
    PDF: ("pdf", "PDF"),
    f"{_OFFICE}wordprocessingml.document": ("docx", "DOCX"),
    f"{_OFFICE}spreadsheetml.sheet": ("xlsx", "XLSX"),
    f"{_OFFICE}presentationml.presentation": ("pptx", "PPTX"),
    "application/vnd.oasis.opendocument.text": ("odt", "ODT"),
}
# Actions of a PDF that start a program, run a script or carry another file.
_ACTIVE = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one place takes: ``field`` is where it is sent, ``kinds`` media types of ``ENDINGS``."""

    field: str
    kinds: tuple[str, ...]
    megabytes: int

    @property
    def most_octets(self) -> int:
        return self.megabytes * MEGABYTE


#: A sheet that people signed, scanned or photographed.
SIGNED_SHEET = Taken(field="scan", kinds=(*_PICTURES, PDF), megabytes=15)
MATERIAL = Taken(field="file", kinds=tuple(ENDINGS), megabytes=20)
#: What a reader's phone opens without running anything.
ANNEX = Taken(field="file", kinds=(PDF, "image/jpeg", "image/png"), megabytes=10)
PROOF = Taken(field="proof", kinds=(PDF, "image/jpeg", "image/png"), megabytes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    media_type: str
    content: bytes


def harmless(content: bytes, taken: Taken) -> Harmless:
    """Errors: ``BadInput`` on the field: empty, too large, of another kind, broken, or with a program in it."""
    field = taken.field
    if not content:
        raise BadInput(gettext_noop("Berkas ini kosong."), field=field)
    if len(content) > taken.most_octets:
        message = gettext_noop("Berkas ini terlalu besar; paling banyak %(accepted)s.")
        raise BadInput(message, field=field, accepted=(f"{taken.megabytes} MB",))
    media_type = scanner().scan(content[:HEAD]).media_type or ""
    if media_type not in taken.kinds:
        message = gettext_noop("Isi berkas ini bukan jenis yang diterima: %(accepted)s. Namanya tidak menentukan.")
        raise BadInput(message, field=field, accepted=tuple(ENDINGS[kind][1] for kind in taken.kinds))
    if media_type in _PICTURES:
        return _drawn_anew(content, field)
    if media_type == PDF:
        _check_pdf(content, field)
    elif b"vbaProject.bin" in content:
        raise BadInput(gettext_noop("Berkas ini berisi makro. Simpan tanpa makro, lalu kirim lagi."), field=field)
    return Harmless(media_type=media_type, content=content)


def _check_pdf(content: bytes, field: str) -> None:
    if b"%%EOF" not in content[-2048:]:
        raise BadInput(gettext_noop("PDF ini terpotong. Kirim sekali lagi."), field=field)
    if any(word in content for word in _ACTIVE):
        raise BadInput(
            gettext_noop("PDF ini memuat program atau berkas lain. Cetak ulang sebagai PDF biasa, lalu unggah lagi."),
            field=field,
        )


def named(name: str, media_type: str) -> str:
    """A name without a path, without signs that steer a terminal or turn the writing round; it ends in what it is."""
    clean = bare_name(name)
    stem = clean.rsplit(".", 1)[0] if "." in clean else clean
    return f"{stem or 'berkas'}.{ENDINGS[media_type][0]}"


def _drawn_anew(content: bytes, field: str) -> Harmless:
    """Only the points of the picture are kept: no place, camera or thumbnail, and nothing hidden behind the picture."""
    from PIL import Image, ImageOps

    broken = BadInput(gettext_noop("Gambar ini rusak atau terlalu besar."), field=field)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
                whole = picture.width * picture.height
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                if whole > MOST_PIXELS or picture.width * picture.height > MOST_DECODED:
                    raise broken
                turned = ImageOps.exif_transpose(picture)
                turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _saved(turned)
    except BadInput:
        raise
    except Exception as error:  # Pillow raises whatever its decoders meet in hostile bytes.
        raise broken from error


def _saved(picture: object) -> Harmless:
    from PIL import Image

    if not isinstance(picture, Image.Image):
        raise TypeError(type(picture).__name__)
    out = BytesIO()
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clean = Image.new("RGBA", picture.size)
        clean.paste(picture.convert("RGBA"))
        clean.save(out, "PNG", optimize=True)
        return Harmless(media_type="image/png", content=out.getvalue())
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Harmless(media_type="image/jpeg", content=out.getvalue())
