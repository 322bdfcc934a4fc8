"""The scan of a signed sheet: what may come in, made harmless, and kept sealed.

A picture is decoded and written anew, so that nothing but its points is kept: no metadata, no second file inside. A PDF
cannot be rewritten here; it is never opened by the server and leaves only as a download.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.conf import settings

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports import keyring
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.scanner import HEAD, scanner

LARGEST = 15_000_000
MOST_POINTS = 40_000_000
# 300 dots an inch on the long side of F4 is 3,900; two thirds of it stay readable.
LONGEST_SIDE = 2600
PICTURES = ("image/jpeg", "image/png", "image/webp")
PDF = "application/pdf"
_CONTEXT = b"pledge.scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    media_type: str
    content: bytes


def read_scan(content: bytes) -> Scan:
    """Errors: ``BadInput`` on ``scan``: too large, another kind of file, or a picture that cannot be read."""
    if len(content) > LARGEST:
        raise BadInput(
            gettext_noop("Berkas terlalu besar; paling banyak %(accepted)s."), field="scan", accepted=("15 MB",)
        )
    kind = scanner().scan(content[:HEAD]).media_type
    if kind in PICTURES:
        return Scan(media_type="image/jpeg", content=_drawn_anew(content))
    if kind == PDF and b"%%EOF" in content[-2048:]:
        return Scan(media_type=PDF, content=content)
    raise BadInput(
        gettext_noop("Berkas ini bukan pindaian yang dapat dipakai; yang diterima: %(accepted)s."),
        field="scan",
        accepted=("JPEG", "PNG", "WebP", "PDF"),
    )


def _drawn_anew(content: bytes) -> bytes:
    from PIL import Image, ImageOps

    unreadable = BadInput(gettext_noop("Gambar ini tidak dapat dibaca. Pindai lagi."), field="scan")
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > MOST_POINTS:
                raise unreadable
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise unreadable from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def keep(scan: Scan) -> str:
    """Sealed in the blob store; gives back its name."""
    return _store().put(keyring.seal(keyring.Purpose.DATA, scan.content, _CONTEXT))


def open_scan(name: str) -> Scan:
    """Errors: ``NotFound``, ``VerificationFailed``."""
    content = keyring.open_sealed(keyring.Purpose.DATA, _store().get(name), _CONTEXT)
    return Scan(media_type=scanner().scan(content[:HEAD]).media_type or PDF, content=content)


def forget(name: str) -> None:
    _store().delete(name)


def _store() -> BlobStore:
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
