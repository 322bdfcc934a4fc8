"""Files beside a circular: taken for what their content is, never for their name."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.scanner import HEAD, scanner

#: What a reader's phone opens without running anything, with the ending that the file gets here.
TYPES = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
LARGEST = 10 * 1024 * 1024
# Actions of a PDF that start a program, run a script or carry another file.
_ACTIVE = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    sha256: str
    media_type: str
    octets: int


def store() -> BlobStore:
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)


def keep_file(content: bytes, field: str) -> Kept:
    """Checked and stored, before any unit of work. Errors: ``BadInput`` naming ``field``."""
    if not content:
        raise BadInput(gettext_noop("Berkas ini kosong."), field=field)
    if len(content) > LARGEST:
        message = gettext_noop("Berkas ini terlalu besar; paling banyak %(accepted)s.")
        raise BadInput(message, field=field, accepted=["10 MB"])
    media_type = scanner().scan(content[:HEAD]).media_type
    if media_type not in TYPES:
        raise BadInput(
            gettext_noop("Isi berkas ini bukan jenis yang diterima: %(accepted)s. Namanya tidak menentukan."),
            field=field,
            accepted=["PDF", "JPEG", "PNG"],
        )
    if media_type == "application/pdf" and any(word in content for word in _ACTIVE):
        raise BadInput(
            gettext_noop("PDF ini memuat program atau berkas lain. Cetak ulang sebagai PDF biasa, lalu unggah lagi."),
            field=field,
        )
    return Kept(sha256=store().put(content), media_type=media_type, octets=len(content))
