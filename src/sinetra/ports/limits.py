"""Limits on public sending, in the memory of one process. No address is kept, and a shared one alone is never slowed.

An address becomes a keyed hash under a salt that lives in memory only and is thrown away each day. Who sends is slowed
when two things come together: the installation takes in more than it calmly can, and this source sends far more than
its even share. So an office behind one address files thirty reports at once, one machine may use an idle server whole,
and a flood waits while its neighbours pass. With several processes each counts what it serves itself.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from ipaddress import IPv6Address, ip_address

from sinetra.core.errors import NotFound, SinetraError, gettext_noop

DAY = 24 * 3600
#: Filings, and uploads that begin, of one process: so many in a minute, and in an hour, are no flood.
CALM_MINUTE, CALM_HOUR = 1_200, 30_000
#: So many of one source in a minute are never slowed, however busy it is.
EVEN_SHARE = 300
#: Well-formed codes that were never given out, of one source within ten minutes. Right ones are not counted.
WRONG_CODES = 30
_SLICES = 12


class Kind(StrEnum):
    """What is counted apart."""

    FILING = "filing"
    UPLOAD = "upload"
    WRONG_CODE = "wrong_code"


class TooMany(SinetraError):
    """Wait ``retry_after`` seconds. Says what other way there is, and that nothing typed is lost (HTTP 429)."""

    code = "too_many"
    status = 429

    def __init__(self, kind: Kind, retry_after: int) -> None:
        self.retry_after = retry_after
        self.more = {"retry_after": retry_after, "other_channels": ["office", "phone", "post"]}
        super().__init__(_TEXTS[kind], seconds=retry_after)


_TEXTS: Mapping[Kind, str] = {
    Kind.FILING: gettext_noop(
        "Sangat banyak kiriman sedang masuk. Kirim lagi sesudah %(seconds)s detik; yang Anda tulis tidak hilang. "
        "Anda juga dapat melapor langsung di kantor Bawaslu setempat, lewat telepon, atau surat."
    ),
    Kind.UPLOAD: gettext_noop(
        "Sangat banyak berkas sedang masuk. Unggah lagi sesudah %(seconds)s detik; yang Anda tulis tidak hilang. "
        "Laporan dapat dikirim dahulu tanpa bukti; buktinya ditambahkan kemudian dengan kode, atau dibawa ke kantor "
        "Bawaslu."
    ),
    Kind.WRONG_CODE: gettext_noop(
        "Terlalu banyak kode yang tidak terdaftar dicoba dari jaringan ini. Kode yang benar tetap diterima. Periksa "
        "kode Anda, atau coba lagi sesudah %(seconds)s detik. Kantor Bawaslu setempat dapat membantu Anda."
    ),
}


class Limits:
    """``seconds`` is a clock that never goes back."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._begin(seconds())

    def admit(self, kind: Kind, address: str) -> None:
        """Counts one of ``kind``. Errors: ``TooMany``; what was refused is not counted."""
        now = self._seconds()
        with self._lock:
            if now - self._begun >= DAY:
                self._begin(now)
            source = self._source(address)
            wait = self._wrong_code(source, now) if kind is Kind.WRONG_CODE else self._sending(kind, source, now)
        if wait:
            raise TooMany(kind, wait)

    def _begin(self, now: float) -> None:
        """A new day: a new salt, and nothing is known of the one before."""
        self._begun, self._salt = now, secrets.token_bytes(32)
        self._minute, self._hour = ({kind: Window(length) for kind in Kind} for length in (60, 3600))
        self._codes = Window(600)

    def _source(self, address: str) -> bytes:
        return hashlib.blake2b(network_of(address).encode(), key=self._salt, digest_size=16).digest()

    def _sending(self, kind: Kind, source: bytes, now: float) -> int:
        minute, hour = self._minute[kind], self._hour[kind]
        minute.forget(now)
        hour.forget(now)
        if hour.total >= CALM_HOUR:
            most = EVEN_SHARE
        elif minute.total >= CALM_MINUTE and minute.sources > 1:
            most = max(EVEN_SHARE, minute.total // minute.sources)
        else:
            most = minute.total + 1
        if minute.of(source) >= most:
            return minute.wait(source, now)
        minute.add(source, now)
        hour.add(source, now)
        return 0

    def _wrong_code(self, source: bytes, now: float) -> int:
        self._codes.forget(now)
        if self._codes.of(source) >= WRONG_CODES:
            return self._codes.wait(source, now)
        self._codes.add(source, now)
        return 0


class Window:
    """How many of each source within the last ``seconds``, in slices, so that forgetting costs nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._slice = seconds, seconds / _SLICES
        self._slices: deque[tuple[float, Counter[bytes]]] = deque()
        self._counts: Counter[bytes] = Counter()
        self.total = 0

    @property
    def sources(self) -> int:
        return len(self._counts)

    def of(self, source: bytes) -> int:
        return self._counts[source]

    def add(self, source: bytes, now: float) -> None:
        if not self._slices or now - self._slices[-1][0] >= self._slice:
            self._slices.append((now, Counter()))
        self._slices[-1][1][source] += 1
        self._counts[source] += 1
        self.total += 1

    def forget(self, now: float) -> None:
        while self._slices and now - self._slices[0][0] >= self._seconds:
            _, old = self._slices.popleft()
            self._counts -= old  # keeps what is above zero
            self.total -= old.total()

    def wait(self, source: bytes, now: float) -> int:
        """Whole seconds until the oldest slice with something of ``source`` is forgotten."""
        begun = next((start for start, counts in self._slices if source in counts), now)
        return max(1, math.ceil(begun + self._seconds - now))


def network_of(address: str) -> str:
    """What one household or office has: an IPv4 address, the first 64 bits of an IPv6 address.

    >>> network_of("192.0.2.7"), network_of("2001:db8:1:2:3::4"), network_of("::ffff:192.0.2.7"), network_of("?")
    ('192.0.2.7', '2001:db8:1:2::', '192.0.2.7', '?')
    """
    try:
        found = ip_address(address.strip())
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> 64 << 64))


def address_of(meta: Mapping[str, str], proxies: int) -> str:
    """Whose request it is: behind ``proxies`` of our own, what the outermost of them saw. Anybody can write the rest
    of ``X-Forwarded-For``, so it is not read.

    >>> address_of({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "lie, 192.0.2.7"}, 1)
    '192.0.2.7'
    >>> address_of({"REMOTE_ADDR": "192.0.2.9", "HTTP_X_FORWARDED_FOR": "lie"}, 0)
    '192.0.2.9'
    """
    seen = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return seen[-proxies] if 0 < proxies <= len(seen) and seen[-proxies] else meta.get("REMOTE_ADDR", "")


_limits = Limits()


def admit(kind: Kind, meta: Mapping[str, str]) -> None:
    """One request, by its headers as WSGI gives them. Errors: ``TooMany``."""
    from django.conf import settings

    _limits.admit(kind, address_of(meta, settings.SINETRA_PROXIES))


@contextmanager
def wrong_codes_counted(meta: Mapping[str, str]) -> Iterator[None]:
    """Around a look-up by code. Who holds a right one is answered in any case. Errors: ``TooMany``."""
    try:
        yield
    except NotFound as error:
        if error.code == "code_unknown":
            admit(Kind.WRONG_CODE, meta)
        raise
