"""A file comes whole in one request, without its length being known before: a plain form, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.evidence.actions.begin_upload import new_upload
from sinetra.apps.evidence.limits import MEGABYTE, check_room, check_size
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows, whole
from sinetra.apps.evidence.uploads.writer import Writer


class Incoming:
    """``key`` is the secret key of what becomes an upload once ``finish`` has returned."""

    def __init__(self, key: str, upload: Upload, writer: Writer) -> None:
        self.key, self.upload = key, upload
        self._writer = writer
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
        whole.look_at(self.upload)
        rows.store(self.upload)
        return self.upload


@contextmanager
def receive_file(*, name: str, actor: Actor = PUBLIC) -> Iterator[Incoming]:
    """Sealed while it comes; when anything goes wrong, nothing of it is left. Errors: as ``begin_upload``."""
    key, upload, file = new_upload(name=name, size=None, actor=actor)
    with file:
        try:
            yield Incoming(key, upload, Writer(upload, file))
        except BaseException:
            files.forget(upload.pk)
            raise
