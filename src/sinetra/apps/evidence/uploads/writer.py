"""Seals what comes onto the end of an unfinished file. Of two requests that go on with it, the newer one writes."""

from __future__ import annotations

import os
from io import FileIO

from sinetra.apps.evidence.limits import full_disk_is_told
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows
from sinetra.core.evidence.sealed_file import SEGMENT, Sealer, place_of

# So much at most is sent again after a crash.
_SAVED_EVERY = 32 * SEGMENT


class Writer:
    """``upload`` has its turn. Errors of all methods: ``NoSpace``, ``NotFound``, ``Conflict`` (``overtaken``)."""

    def __init__(self, upload: Upload, file: FileIO) -> None:
        self._upload, self._file = upload, file
        self._sealer = _gone_on_with(upload)
        self._is_broken = False

    @property
    def length(self) -> int:
        """Bytes of the original, with what is not saved yet."""
        return self._sealer.length

    def write(self, data: bytes) -> None:
        self._is_broken = True  # until it is written
        with full_disk_is_told(), files.locked(self._file):
            self._check_turn()
            for segment in self._sealer.feed(data):
                self._put(segment)
        self._is_broken = False
        if self._sealer.sealed - self._upload.offset >= _SAVED_EVERY:
            self._save(self._sealer.sealed)

    def suspend(self) -> None:
        """Keeps all that has come so far, to the last byte: what fills no segment yet lies beside the file, so that the
        file holds nothing that will be written over."""
        if not self._is_broken and self._sealer.length > self._upload.offset:
            before, now = self._upload.offset, self._sealer.length
            with full_disk_is_told(), files.locked(self._file):
                self._check_turn()
                files.write_rest(self._upload.pk, now, self._sealer.tail(last=False))
            self._save(now)
            files.forget_rest(self._upload.pk, before)

    def finish(self) -> None:
        """It is whole."""
        before = self._upload.offset
        with full_disk_is_told(), files.locked(self._file):
            self._check_turn()
            self._put(self._sealer.tail(last=True))
        self._upload.size = self._sealer.length
        self._save(self._sealer.length)
        files.forget_rest(self._upload.pk, before)

    def _put(self, segment: bytes) -> None:
        place = place_of(self._sealer.number)
        while segment:
            done = os.pwrite(self._file.fileno(), segment, place)
            segment, place = segment[done:], place + done

    def _check_turn(self) -> None:
        """Asked under the lock under which turns are taken. A row that is not there yet has no rival."""
        if not self._upload._state.adding and not rows.has_turn(self._upload):
            raise rows.lost(self._upload)

    def _save(self, offset: int) -> None:
        """Durable before it is told."""
        with full_disk_is_told():
            os.fsync(self._file.fileno())
        rows.change(self._upload, offset=offset, size=self._upload.size)


def _gone_on_with(upload: Upload) -> Sealer:
    rest = files.rest(upload)
    number = (upload.offset - len(rest)) // SEGMENT
    return Sealer(files.key_of(upload), number=number, held=rest)
