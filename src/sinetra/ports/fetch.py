"""One page from the network, politely and within limits: size, time, redirects, addresses, robots.txt (RFC 9309).

Every address is looked up once, checked, and connected to as checked; each redirect begins anew.
"""

from __future__ import annotations

import http.client
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from sinetra.core.errors import SinetraError, gettext_noop
from sinetra.ports.net_addresses import Network, may_ask, resolved
from sinetra.ports.pinned import TooSlow, connected, left

NAME = "SinetraBot"
USER_AGENT = f"{NAME} (membaca berita untuk pengawasan netralitas ASN; robots.txt dipatuhi)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, text/plain"
MAX_ADDRESS = 2000
MAX_ROBOTS = 512 * 1024
CHUNK = 64 * 1024
REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PORTS = {"http": 80, "https": 443}


class FetchFailed(SinetraError):
    """``code``: bad_address, private_address, no_host, refused_by_robots, too_large, too_slow, too_many_redirects,
    bad_status, no_answer, bad_encoding."""

    code = "fetch_failed"
    status = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``seconds``: for the whole of it, robots.txt and redirects included; ``pause``: between requests to a host."""

    octets: int = 5 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5
    pause: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``address``: where it was found at last. ``unchanged``: the server says that nothing is new (304), no ``data``.
    ``media_type`` in lower case without parameters; ``charset`` as the header says."""

    address: str
    status: int
    data: bytes = b""
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""

    @property
    def unchanged(self) -> bool:
        return self.status == http.client.NOT_MODIFIED


@dataclass(slots=True, kw_only=True)
class HttpFetcher:
    """``allowed``: networks that may be asked although they are not public (tests, an intranet)."""

    allowed: tuple[Network, ...] = ()
    limits: Limits = field(default_factory=Limits)
    _next: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, tuple[float, Any]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, address: str, *, etag: str = "", last_modified: str = "") -> Answer:
        """Errors: ``FetchFailed``."""
        deadline = time.monotonic() + self.limits.seconds
        said = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        for _hop in range(self.limits.redirects + 1):
            address = cleaned(address)
            if not self._robots_of(address, deadline).can_fetch(address, NAME):
                message = gettext_noop("Situs ini meminta robot tidak membaca halaman itu (robots.txt).")
                raise FetchFailed(message, code="refused_by_robots")
            answer, target = self._once(address, said, deadline, self.limits.octets)
            if target:
                address = urljoin(address, target)
                continue
            if answer.status not in (200, 203, 304):
                message = gettext_noop("Situs menjawab dengan kode %(status)s.")
                raise FetchFailed(message, code="bad_status", status=answer.status)
            return answer
        message = gettext_noop("Alamat ini mengalihkan lebih dari %(most)s kali.")
        raise FetchFailed(message, code="too_many_redirects", most=self.limits.redirects)

    def _robots_of(self, address: str, deadline: float) -> Any:
        """RFC 9309, 2.3.1: none there (4xx) allows all; a server in trouble allows nothing; kept for an hour."""
        from protego import Protego

        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(site)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        where, text = f"{site}/robots.txt", ""
        for _hop in range(self.limits.redirects + 1):
            answer, target = self._once(cleaned(where), {}, deadline, MAX_ROBOTS)
            if not target:
                text = answer.data.decode("utf-8", "replace") if answer.status == http.client.OK else ""
                if answer.status >= http.client.INTERNAL_SERVER_ERROR:
                    text = "User-agent: *\nDisallow: /"
                break
            where = urljoin(where, target)
        rules = Protego.parse(text)
        if len(self._robots) > 500:
            self._robots.clear()
        self._robots[site] = (time.monotonic() + 3600, rules)
        return rules

    def _once(self, address: str, said: Mapping[str, str], deadline: float, most: int) -> tuple[Answer, str]:
        """One request; the answer, or where a redirect leads."""
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        try:
            found = resolved(host, port)
        except (OSError, UnicodeError) as error:
            message = gettext_noop("Nama situs %(host)s tidak ditemukan.")
            raise FetchFailed(message, code="no_host", host=host) from error
        if not found or not all(may_ask(one, self.allowed) for one in found):
            message = gettext_noop("Alamat ini menuju jaringan dalam dan tidak boleh dibuka.")
            raise FetchFailed(message, code="private_address")
        headers = {
            "Host": parts.netloc,
            "User-Agent": USER_AGENT,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        headers |= {name: value for name, value in said.items() if value}
        try:
            self._wait_for(host, deadline)
            with connected(parts.scheme, host, port, found, deadline) as connection:
                connection.request("GET", urlunsplit(("", "", parts.path, parts.query, "")), headers=headers)
                with connection.getresponse() as response:
                    target = response.getheader("Location") or "" if response.status in REDIRECTS else ""
                    data = b"" if target or response.status == http.client.NOT_MODIFIED else _body(response, most)
                left(deadline)
        except TooSlow as error:
            message = gettext_noop("Situs tidak selesai menjawab dalam %(seconds)s detik.")
            raise FetchFailed(message, code="too_slow", seconds=round(self.limits.seconds)) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchFailed(gettext_noop("Situs tidak menjawab sebagaimana mestinya."), code="no_answer") from error
        return _answer(address, response, data), target

    def _wait_for(self, host: str, deadline: float) -> None:
        """One request to a host in each pause; who comes meanwhile queues up behind."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            if turn >= deadline:
                raise TooSlow
            if len(self._next) > 500:
                self._next = {name: at for name, at in self._next.items() if at > now}
            self._next[host] = turn + self.limits.pause
        time.sleep(turn - now)


def cleaned(address: str) -> str:
    """An address that may be asked: http or https, a host, no password, no fragment. Errors: ``FetchFailed``.

    >>> cleaned(" HTTPS://Contoh.id/berita satu#atas ")
    'https://contoh.id/berita%20satu'
    """
    message = gettext_noop("Tulis alamat halaman yang diawali http:// atau https://, tanpa nama dan kata sandi.")
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        raise FetchFailed(message, code="bad_address") from None
    if parts.scheme not in _PORTS or not host or parts.username or parts.password or len(address) > MAX_ADDRESS:
        raise FetchFailed(message, code="bad_address")
    place = f"[{host}]" if ":" in host else host
    if port not in (None, _PORTS[parts.scheme]):
        place += f":{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]"), ""))


def _body(response: http.client.HTTPResponse, most: int) -> bytes:
    """The content, unpacked; what is packed counts as what comes out of it."""
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise FetchFailed(gettext_noop("Situs mengirim isi dalam kemasan yang tidak dikenal."), code="bad_encoding")
    unpack = None if encoding == "identity" else zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    found = bytearray()
    try:
        while chunk := response.read1(CHUNK):
            found += chunk if unpack is None else unpack.decompress(chunk, most + 1 - len(found))
            if len(found) > most:
                size = round(most / 1024**2, 1)
                message = gettext_noop("Halaman itu lebih besar dari %(most)s MB.")
                raise FetchFailed(message, code="too_large", most=size)
    except zlib.error as error:
        raise FetchFailed(gettext_noop("Isi halaman itu rusak di jalan."), code="bad_encoding") from error
    if (response.length or 0) > 0 or (unpack is not None and found and not unpack.eof):
        raise http.client.IncompleteRead(bytes(found))
    return bytes(found)


def _answer(address: str, response: http.client.HTTPResponse, data: bytes) -> Answer:
    return Answer(
        address=address,
        status=response.status,
        data=data,
        media_type=response.headers.get_content_type() if response.getheader("Content-Type") else "",
        charset=response.headers.get_content_charset("") or "",
        etag=(response.getheader("ETag") or "")[:200],
        last_modified=(response.getheader("Last-Modified") or "")[:60],
    )
