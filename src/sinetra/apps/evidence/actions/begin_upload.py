"""Somebody begins to send a file. Whoever holds the key goes on with it; nobody is asked who that is."""

from __future__ import annotations

import secrets
from datetime import timedelta
from io import FileIO

from django.utils import timezone

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.evidence.limits import check_room, check_size, full_disk_is_told
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows
from sinetra.apps.reports.offices import require_intake_here
from sinetra.core.evidence.sealed_file import new_file_key
from sinetra.core.file_name import bare_name
from sinetra.ports.keyring import Purpose, seal

#: As long as the answers of a public form live.
LIFE = timedelta(hours=24)


def begin_upload(*, size: int, name: str, actor: Actor = PUBLIC) -> tuple[str, Upload]:
    """The secret key, told here and nowhere else, and the upload. ``size``: bytes of the whole file.

    Errors: ``Misdirected``, ``TooLarge``, ``BadInput`` (``empty``), ``NoSpace``.
    """
    check_size(size)
    key, upload, file = new_upload(name=name, size=size, actor=actor)
    with file:
        try:
            rows.store(upload)
        except BaseException:
            files.forget(upload.pk)
            raise
    return key, upload


def new_upload(*, name: str, size: int | None, actor: Actor = PUBLIC) -> tuple[str, Upload, FileIO]:
    """Key, a row that is not saved yet, and its open file. Errors: as ``begin_upload``."""
    require_intake_here()
    require(actor, "evidence.upload")
    check_room(files.folder(), size or 0)
    key = secrets.token_urlsafe(24)
    upload = Upload(key_hash=rows.hashes_of(key)[0], size=size, expires_at=timezone.now() + LIFE)
    upload.name_sealed = rows.sealed_name(upload, bare_name(name))
    upload.file_key_sealed = seal(Purpose.DATA, new_file_key(), files.context_of(upload.pk, "file_key"))
    with full_disk_is_told():
        file = files.make(upload.pk)
    return key, upload, file
