"""A file sealed segment by segment while it streams: nothing of it ever stands in clear on a disk.

Layout: 8 bytes of mark, then segments of ``SEGMENT`` bytes of the original, each as nonce and XChaCha20-Poly1305
ciphertext. Number and last-mark are bound into each, so that none can be moved, left out or cut off; the random nonce
lets an unfinished segment be sealed again when more of it comes. The grid is regular: any place is found without
reading what stands before it.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sinetra.core.errors import VerificationFailed, gettext_noop

MARK = b"SNTREV01"
SEGMENT = 256 * 1024
KEY_BYTES, _NONCE, _TAG = 32, 24, 16
SEALED_SEGMENT = _NONCE + SEGMENT + _TAG


def new_file_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def place_of(number: int) -> int:
    """Where segment ``number`` begins in the sealed file."""
    return len(MARK) + number * SEALED_SEGMENT


def sealed_length(size: int) -> int:
    """Of an original of ``size`` bytes; an empty one has one empty segment.

    >>> sealed_length(0), sealed_length(SEGMENT) - SEGMENT, sealed_length(SEGMENT + 1) - SEGMENT
    (48, 48, 89)
    """
    return len(MARK) + size + max(1, -(-size // SEGMENT)) * (_NONCE + _TAG)


class Sealer:
    """Takes the original in pieces of any length. ``number`` and ``held`` go on where another one was suspended:
    the segment that comes next, and what was in it already.

    The last segment carries a mark, so a full one is held back until it is known whether more comes.
    """

    def __init__(self, key: bytes, *, number: int = 0, held: bytes = b"") -> None:
        self._key = key
        self.number = number
        self._held = bytearray(held)

    @property
    def length(self) -> int:
        """Bytes of the original so far."""
        return self.number * SEGMENT + len(self._held)

    @property
    def sealed(self) -> int:
        """Bytes of the original in segments that are out already."""
        return self.number * SEGMENT

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Sealed segments, as many as are full now; the first of them is number ``number`` as it was before."""
        self._held += data
        while len(self._held) > SEGMENT:
            yield _sealed(self._key, self.number, bytes(self._held[:SEGMENT]), last=False)
            del self._held[:SEGMENT]
            self.number += 1

    def tail(self, *, last: bool) -> bytes:
        """What is held back, sealed as segment ``number``: the end of the file, or only of what has come so far."""
        return _sealed(self._key, self.number, bytes(self._held), last=last)


def seal_stream(chunks: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """A whole sealed file."""
    sealer = Sealer(key)
    yield MARK
    for chunk in chunks:
        yield from sealer.feed(chunk)
    yield sealer.tail(last=True)


class SealedReader(io.RawIOBase):
    """The original again, seekable, one segment in memory. Closing it closes ``file``.

    ``size``: bytes of the original. ``finished`` False: of what has come so far of a file that is still on its way
    (``size`` says how much; what is on the disk behind it counts for nothing).
    Errors while reading: ``VerificationFailed`` when the file was changed or cut, or the key is another's.
    """

    def __init__(self, file: BinaryIO, key: bytes, *, size: int, finished: bool = True) -> None:
        self._file, self._key, self.size, self._finished = file, key, size, finished
        self._last = max(0, -(-size // SEGMENT) - 1)
        self._place = 0
        self._number, self._plain = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence]
        if start + offset < 0:
            raise ValueError(offset)
        self._place = start + offset
        return self._place

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """At most to the end of a segment."""
        if self._place >= self.size:
            return 0
        number, inside = divmod(self._place, SEGMENT)
        piece = self.segment(number)[inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)

    def segment(self, number: int) -> bytes:
        if number != self._number:
            self._file.seek(place_of(number))
            length = min(SEGMENT, self.size - number * SEGMENT) + _NONCE + _TAG
            sealed = self._file.read(length)
            last = self._finished and number == self._last
            self._number, self._plain = number, open_segment(self._key, number, sealed, last=last)
        return self._plain

    def chunks(self) -> Iterator[bytes]:
        """All of it, in segments."""
        for number in range(self._last + 1):
            yield self.segment(number)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


def original_size(sealed: int) -> int:
    """From the length of a finished sealed file. Errors: ``VerificationFailed``.

    >>> [original_size(sealed_length(size)) for size in (0, 1, SEGMENT, SEGMENT + 1)]
    [0, 1, 262144, 262145]
    """
    full, rest = divmod(sealed - len(MARK), SEALED_SEGMENT)
    if sealed < len(MARK) + _NONCE + _TAG or 0 < rest < _NONCE + _TAG:
        raise _changed()
    return full * SEGMENT + max(0, rest - _NONCE - _TAG)


def _bound(number: int, *, last: bool) -> bytes:
    return MARK + number.to_bytes(8, "big") + bytes([last])


def _sealed(key: bytes, number: int, plain: bytes, *, last: bool) -> bytes:
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    nonce = secrets.token_bytes(_NONCE)
    return nonce + encrypt(plain, _bound(number, last=last), nonce, key)


def open_segment(key: bytes, number: int, sealed: bytes, *, last: bool) -> bytes:
    """Errors: ``VerificationFailed``."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
    from nacl.exceptions import CryptoError

    try:
        return decrypt(sealed[_NONCE:], _bound(number, last=last), sealed[:_NONCE], key)
    except (CryptoError, ValueError) as error:
        raise _changed() from error


def _changed() -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Berkas tersegel ini telah berubah atau terpotong."), code="evidence_changed"
    )
