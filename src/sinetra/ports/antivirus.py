"""An antivirus beside the installation: ClamAV over its socket. Without one everything works, and says so.

The file is streamed to it in clear over a socket of the same machine or network; nothing of it is put on a disk here.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from sinetra.core.errors import BadInput, SinetraError, gettext_noop

#: Where Debian's clamav-daemon listens.
USUAL = Path("/run/clamav/clamd.ctl")
NONE = "none"
_TIMEOUT, _CHUNK, _LONGEST_ANSWER = 120, 256 * 1024, 4096
_ACCEPTED = ("unix:/run/clamav/clamd.ctl", "tcp:127.0.0.1:3310", NONE)


class Answer(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """``name``: what the antivirus calls what it found; empty when it found nothing."""

    answer: Answer
    name: str = ""


class AntivirusFailed(SinetraError):
    """It does not answer, or not as it should. Nothing waits for it: the file stays unchecked."""

    code = "antivirus"
    status = 503


class Antivirus(Protocol):
    def version(self) -> str:
        """Program and version of its signatures. Errors: ``AntivirusFailed``."""
        ...

    def scan(self, chunks: Iterable[bytes]) -> Scanned:
        """Errors: ``AntivirusFailed``."""
        ...


class Clamd:
    """The protocol of clamd: VERSION and INSTREAM (clamd(8)). ``address``: path, or host and port."""

    def __init__(self, address: Path | tuple[str, int]) -> None:
        self._address = address

    def version(self) -> str:
        with self._connection() as link:
            link.sendall(b"zVERSION\0")
            return _answer(link)

    def scan(self, chunks: Iterable[bytes]) -> Scanned:
        with self._connection() as link:
            try:
                link.sendall(b"zINSTREAM\0")
                for chunk in chunks:
                    for start in range(0, len(chunk), _CHUNK):
                        piece = chunk[start : start + _CHUNK]
                        link.sendall(struct.pack(">I", len(piece)) + piece)
                link.sendall(struct.pack(">I", 0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # over its limit it answers and hangs up while it is still being sent to
            return _read(_answer(link))

    @contextmanager
    def _connection(self) -> Iterator[socket.socket]:
        unix = isinstance(self._address, Path)
        address = str(self._address) if isinstance(self._address, Path) else self._address
        try:
            with socket.socket(socket.AF_UNIX if unix else socket.AF_INET) as link:
                link.settimeout(_TIMEOUT)
                link.connect(address)
                yield link
        except OSError as error:
            raise _failed(error.strerror or type(error).__name__) from error


def antivirus(setting: str) -> Antivirus | None:
    """Of ``SINETRA_CLAMAV``; empty: where Debian puts it, if it is there. Errors: ``BadInput``."""
    kind, _, rest = setting.partition(":")
    host, _, port = rest.rpartition(":")
    if setting == NONE or (not setting and not USUAL.exists()):
        return None
    if not setting:
        return Clamd(USUAL)
    if kind == "unix" and rest.startswith("/"):
        return Clamd(Path(rest))
    if kind == "tcp" and host and port.isdecimal():
        return Clamd((host, int(port)))
    raise BadInput(
        gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s"),
        field="SINETRA_CLAMAV",
        accepted=_ACCEPTED,
    )


def _answer(link: socket.socket) -> str:
    found = b""
    while not found.endswith(b"\0") and len(found) < _LONGEST_ANSWER and (more := link.recv(_LONGEST_ANSWER)):
        found += more
    return found.rstrip(b"\0\n").decode("utf-8", "replace")


def _read(answer: str) -> Scanned:
    """``stream: OK``, ``stream: Eicar-Signature FOUND``, ``INSTREAM size limit exceeded. ERROR``."""
    if answer.endswith("FOUND"):
        return Scanned(answer=Answer.INFECTED, name=answer.removesuffix("FOUND").partition(":")[2].strip()[:80])
    if answer.endswith(": OK"):
        return Scanned(answer=Answer.CLEAN)
    if "size limit exceeded" in answer:
        return Scanned(answer=Answer.TOO_LARGE)
    raise _failed(answer[:80] or "-")


def _failed(reason: str) -> AntivirusFailed:
    return AntivirusFailed(gettext_noop("ClamAV tidak menjawab sebagaimana mestinya: %(reason)s"), reason=reason)
