"""More of a file comes. The connection may break at any byte: what came is kept, and the next request goes on there."""

from __future__ import annotations

from collections.abc import Iterable
from io import FileIO

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.evidence.limits import MEGABYTE, NoSpace, TooLarge, check_room
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows, whole
from sinetra.apps.evidence.uploads.writer import Writer
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.evidence.sealed_file import SEGMENT


class WrongOffset(Conflict):
    """``more`` says where to go on."""

    code = "offset"

    def __init__(self, offset: int) -> None:
        self.more = {"offset": offset}
        super().__init__(gettext_noop("Lanjutkan dari byte %(offset)s."), offset=offset)


def continue_upload(*, key: str, offset: int, chunks: Iterable[bytes], actor: Actor = PUBLIC) -> Upload:
    """``chunks``: bytes from ``offset`` on; the end of them, for whatever reason, keeps what came. What is sent again
    is compared with what is here and changes nothing.

    Errors: ``NotFound``, ``WrongOffset``, ``Conflict`` (``overtaken``, ``other_content``), ``TooLarge`` for more than
    was announced, ``NoSpace``, and when it is whole those of ``uploads.whole.look_at``.
    """
    require(actor, "evidence.upload")
    upload = rows.find(key)
    if offset > upload.offset:
        raise WrongOffset(upload.offset)
    try:
        with files.go_on(upload.pk) as file:
            _take_turn(upload, file)
            if offset > upload.offset:
                raise WrongOffset(upload.offset)
            _write(upload, file, offset, chunks)
    except NoSpace:
        # The room belongs to the register and to the reports themselves.
        whole.give_up(upload)
        raise
    except FileNotFoundError:
        whole.give_up(upload)
        raise rows.unknown() from None
    if upload.offset == upload.size and not upload.blob:
        whole.look_at(upload)
    return upload


def _take_turn(upload: Upload, file: FileIO) -> None:
    with files.locked(file):
        rows.change(upload, turn=upload.turn + 1)
        upload.refresh_from_db()


def _write(upload: Upload, file: FileIO, offset: int, chunks: Iterable[bytes]) -> None:
    writer = Writer(upload, file)
    size, here = upload.size or 0, upload.offset
    place, looked = offset, 0
    try:
        for chunk in chunks:
            known = min(len(chunk), max(0, here - place))
            if known and chunk[:known] != kept(upload, place, known):
                raise Conflict(gettext_noop("Bagian ini lain dari yang sudah diterima."), code="other_content")
            place += len(chunk)
            if place > size:
                raise _longer(size)
            writer.write(chunk[known:])
            if place - looked > 32 * MEGABYTE:
                check_room(files.folder())
                looked = place
    finally:
        if writer.length < size:
            writer.suspend()
    if writer.length == size and here < size:
        writer.finish()


def kept(upload: Upload, place: int, length: int) -> bytes:
    """Bytes of the original that are here already."""
    with files.reader(upload) as reader:
        reader.seek(place)
        found = bytearray()
        while len(found) < length and (piece := reader.read(min(SEGMENT, length - len(found)))):
            found += piece
        behind = place + len(found) - reader.size
    if len(found) < length:
        found += files.rest(upload)[behind : behind + length - len(found)]
    return bytes(found)


def _longer(size: int) -> TooLarge:
    return TooLarge(
        gettext_noop("Berkas ini lebih panjang daripada yang diumumkan; yang diterima: %(accepted)s."),
        field="file",
        accepted=(f"{size} byte",),
        code="longer_than_announced",
    )
