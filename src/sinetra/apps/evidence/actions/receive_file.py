"""A file comes whole in one request, without its length being known before: a plain form, without JavaScript."""

from __future__ import annotations

from io import FileIO

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.evidence.actions.begin_upload import new_upload
from sinetra.apps.evidence.limits import MEGABYTE, check_room, check_size
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows, whole
from sinetra.apps.evidence.uploads.writer import Writer


class Incoming:
    """``key`` is the secret key of what becomes an upload once ``finish`` has returned. When anything raises, or the
    connection breaks, the caller abandons it."""

    def __init__(self, key: str, upload: Upload, file: FileIO) -> None:
        self.key = key
        self._upload, self._file = upload, file
        self._writer = Writer(upload, file)
        self._looked = 0

    def write(self, data: bytes) -> None:
        """Errors: ``TooLarge``, ``NoSpace``."""
        self._writer.write(data)
        check_size(self._writer.length)
        if self._writer.length - self._looked > 32 * MEGABYTE:
            check_room(files.folder())
            self._looked = self._writer.length

    def finish(self) -> Upload:
        """Errors: ``BadInput`` for what is empty or not taken, ``NoSpace``."""
        check_size(self._writer.length)
        self._writer.finish()
        whole.look_at(self._upload)
        rows.store(self._upload)
        self._file.close()
        return self._upload

    def abandon(self) -> None:
        """Nothing of it is left."""
        self._file.close()
        files.forget(self._upload.pk)


def receive_file(*, name: str, actor: Actor = PUBLIC) -> Incoming:
    """Sealed while it comes. Errors: as ``begin_upload``."""
    key, upload, file = new_upload(name=name, size=None, actor=actor)
    return Incoming(key, upload, file)
