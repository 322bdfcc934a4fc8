"""A client that costs little, because it shares the cores with what it measures: sockets that stay open, no library."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

#: One filing over an open connection; what went wrong, empty when nothing did.
Filing = Callable[["Connection"], str]


class Connection:
    """HTTP/1.1 with ``Content-Length`` both ways, one request after the other."""

    def __init__(self, url: str, *, source: str = "", headers: Mapping[str, str] | None = None) -> None:
        """``source``: the address that it comes from; ``headers``: sent with each request."""
        parts = urlsplit(url)
        self.host, self.headers = parts.netloc, dict(headers or {})
        place = (parts.hostname or "", parts.port or 80)
        self._socket = socket.create_connection(place, timeout=120, source_address=(source, 0) if source else None)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json", **headers: str
    ) -> tuple[int, bytes]:
        """Status and body of the answer. ``headers``: ``upload_offset`` is ``Upload-Offset``."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nContent-Length: {len(body)}\r\n"
        head += "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in (self.headers | headers).items())
        self._socket.sendall(f"{head}Content-Type: {kind}\r\n\r\n".encode() + body)
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        top = got[:end].lower()
        length = int(top.partition(b"content-length:")[2].partition(b"\r\n")[0])
        while len(got) < end + 4 + length:
            got += self._more()
        return int(top[9:12]), got[end + 4 :]

    def _more(self) -> bytes:
        found = self._socket.recv(65536)
        if not found:
            raise ConnectionError("the server closed the connection")
        return found

    def close(self) -> None:
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


@dataclass(slots=True)
class Measured:
    """``seconds`` from the first octet sent to the receipt read; ``wrong``: what else was answered."""

    elapsed: float = 0.0
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def at(self, share: float) -> float:
        found = sorted(self.seconds)
        return found[min(int(len(found) * share), len(found) - 1)]

    def figures(self) -> dict[str, Any]:
        named = {f"p{round(share * 100)}_ms": round(self.at(share) * 1000, 1) for share in (0.5, 0.95, 0.99)}
        rate = round(len(self.seconds) / self.elapsed, 1)
        return {"per_second": rate, "filed": len(self.seconds), "failed": len(self.wrong)} | named


def drive(url: str, filing: Filing, *, clients: int, seconds: float) -> Measured:
    """``clients`` file one after the other for so long: each sends the next when it has the receipt of the last."""
    found, lock = Measured(), threading.Lock()
    start = time.perf_counter()

    def run() -> None:
        connection = Connection(url)
        while (begun := time.perf_counter()) - start < seconds:
            try:
                wrong = filing(connection)
            except OSError as error:
                wrong = repr(error)
                connection.close()
                connection = Connection(url)
            taken = time.perf_counter() - begun
            with lock:
                found.wrong.append(wrong) if wrong else found.seconds.append(taken)
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found.elapsed = time.perf_counter() - start
    return found
