"""A file that has come whole: what it is, whether it is taken, what is conspicuous in it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from sinetra.apps.evidence.limits import NoSpace
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.originals import store
from sinetra.apps.evidence.uploads import files, rows
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.evidence.inspection import inspect
from sinetra.core.evidence.kinds import ACCEPTED, KINDS
from sinetra.ports.scanner import HEAD, scanner

_REFUSED: Mapping[str, tuple[str, str]] = {
    "application/zip": (
        "archive",
        gettext_noop("Arsip tidak diterima, karena isinya tidak tampak. Kirim isinya satu per satu: %(accepted)s."),
    ),
    "application/x-executable": (
        "program",
        gettext_noop("Berkas ini program, apa pun namanya; program tidak diterima. Yang diterima: %(accepted)s."),
    ),
    "image/svg+xml": (
        "svg",
        gettext_noop("Gambar SVG dapat memuat program. Kirim foto layarnya, atau: %(accepted)s."),
    ),
    "text/html": (
        "web_page",
        gettext_noop("Halaman web dapat memuat program. Kirim foto layarnya atau PDF; yang diterima: %(accepted)s."),
    ),
}
_UNKNOWN = (
    "kind",
    gettext_noop("Jenis berkas ini tidak dikenal dari isinya; namanya tidak menentukan. Yang diterima: %(accepted)s."),
)


def look_at(upload: Upload) -> None:
    """Fills in what a whole upload is; what is refused is forgotten at once.

    Errors: ``BadInput`` on ``file``, naming what is accepted; ``NotFound`` when its time was over meanwhile.
    """
    try:
        with files.reader(upload) as reader:
            media_type = _kind(reader.segment(0)[:HEAD])
            seen = inspect(reader, media_type=media_type, name=rows.name_of(upload))
        with files.go_on(upload.pk) as file:
            blob = files.close_off(file, upload.offset)
    except BadInput:
        drop(upload)
        raise
    except FileNotFoundError:
        drop(upload)
        raise rows.unknown() from None
    rows.change(
        upload,
        media_type=media_type,
        sha256=seen.sha256,
        findings=sorted(finding.value for finding in seen.findings),
        blob=blob,
    )


def drop(upload: Upload) -> None:
    """With its blob, which a filing that failed may have stored. What a report has taken meanwhile stays."""
    if upload._state.adding:
        files.forget(upload.pk)
        return
    with rows.writing():
        # As it is now: since it was read it may have been finished, and stored. The file goes before the blob that is
        # made of it, both before the row: what a crash leaves is swept again.
        now = Upload.objects.select_for_update().filter(pk=upload.pk).first()
        if now is None:
            return
        now.delete()
        files.forget(upload.pk)
        if now.blob:
            store().delete(now.blob)


def give_up(upload: Upload) -> None:
    """Of what a full disk did not take: the file first, since without it even a row may find no room to go."""
    files.forget(upload.pk)
    with suppress(NoSpace):
        drop(upload)


def _kind(head: bytes) -> str:
    verdict = scanner().scan(head)
    if verdict.accepted and verdict.media_type in KINDS:
        return str(verdict.media_type)
    code, message = _REFUSED.get(verdict.media_type or "", _UNKNOWN)
    raise BadInput(message, field="file", accepted=ACCEPTED, code=code)
