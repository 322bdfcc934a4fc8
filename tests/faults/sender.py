"""A client of the upload API that is a real connection: it can break off in the middle, and streams without end."""

from __future__ import annotations

import hashlib
import http.client
import json
import socket
from collections.abc import Iterator
from typing import Any

UPLOADS = "/api/v1/uploads"


class Sender:
    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, dict[str, str], Any]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            link.request(method, path, body, told)
            answer = link.getresponse()
            content = answer.read()
            is_json = method != "HEAD" and "json" in (answer.getheader("Content-Type") or "")
            return answer.status, dict(answer.getheaders()), json.loads(content) if is_json else content
        finally:
            link.close()

    def begin(self, size: int, name: str = "video.mp4") -> str:
        body = json.dumps({"size": size, "name": name})
        status, _, told = self.ask("POST", UPLOADS, body, Content_Type="application/json")
        assert status == 201, told
        return str(told["key"])

    def offset(self, key: str) -> int:
        status, headers, _ = self.ask("HEAD", UPLOADS, X_Upload_Key=key)
        assert status == 200
        return int({name.lower(): value for name, value in headers.items()}["upload-offset"])

    def send(self, key: str, offset: int, body: Any, length: int) -> tuple[int, dict[str, str], Any]:
        return self.ask(
            "PATCH",
            UPLOADS,
            body,
            X_Upload_Key=key,
            Upload_Offset=str(offset),
            Content_Length=str(length),
            Content_Type="application/octet-stream",
        )

    def send_and_break(self, key: str, offset: int, announced: int, sent: bytes) -> None:
        """As a phone that loses its signal: fewer bytes come than were announced."""
        head = (
            f"PATCH {UPLOADS} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nX-Upload-Key: {key}\r\n"
            f"Upload-Offset: {offset}\r\nContent-Type: application/octet-stream\r\nContent-Length: {announced}\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as link:
            link.sendall(head.encode() + sent)


class Film:
    """``size`` bytes that begin as a film does, made while they are read: one piece in memory."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.digest = hashlib.sha256()
        self._piece = hashlib.shake_128(b"film").digest(1 << 20)

    def __iter__(self) -> Iterator[bytes]:
        head = b"\x00\x00\x00\x18ftypisom" + bytes(244)
        left = self.size
        for piece in self._pieces(head):
            piece = piece[:left]
            left -= len(piece)
            self.digest.update(piece)
            yield piece
            if not left:
                return

    def _pieces(self, head: bytes) -> Iterator[bytes]:
        yield head
        while True:
            yield self._piece
