"""A news site in a thread, with what goes wrong on real ones."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

PAGE = (
    "<html><head><title>Pemkot Ingatkan Netralitas</title></head><body><article><h1>Pemkot Ingatkan Netralitas</h1>"
    "<p>Pemerintah Kota Banjarmasin mengadakan sosialisasi netralitas ASN, Selasa (19/11/2024). Sekitar 80 orang "
    "pegawai hadir.</p><p>Pegawai dilarang menyukai unggahan pasangan calon di media sosial.</p></article>"
    "<p>Harga “cabai” naik — café</p></body></html>"
)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Warta</title>
<item><title>Satu</title><link>/berita?n=1</link></item>
<item><title>Dua</title><link>/berita?n=2</link></item>
<item><title>Satu lagi</title><link>/berita?n=1#komentar</link></item>
<item><title>Bukan halaman</title><link>javascript:alert(1)</link></item></channel></rss>"""


class Site(BaseHTTPRequestHandler):
    """``robots``, ``feed``, ``elsewhere`` are set by a test; ``asked`` is what was asked for, in order."""

    robots: tuple[int, str] = (404, "")
    feed: bytes = RSS.encode()
    elsewhere = ""
    asked: list[str] = []
    agents: list[str] = []

    def log_message(self, *args: object) -> None:
        del args

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.agents.append(self.headers["User-Agent"])
        with suppress(OSError):
            self._answer(self.path.partition("?")[0].strip("/"))

    def _answer(self, what: str) -> None:
        page = PAGE.encode()
        match what:
            case "robots.txt":
                self._send(self.robots[1].encode(), status=self.robots[0], kind="text/plain")
            case "besar":
                self._send(b"a" * 300_000)
            case "bom":
                self._send(gzip.compress(b"a" * 30_000_000), encoding="gzip")
            case "padat":
                self._send(gzip.compress(page), encoding="gzip")
            case "terpotong":
                self._send(gzip.compress(page)[:-40], encoding="gzip")
            case "putar":
                self._send(b"", status=302, more={"Location": "/putar"})
            case "pindah":
                self._send(b"", status=301, more={"Location": "/berita"})
            case "keluar":
                self._send(b"", status=302, more={"Location": self.elsewhere})
            case "tetes" | "tetes-kepala" | "pelan":
                self._drip(what, page)
            case "latin":
                self._send(PAGE.encode("cp1252"), kind="text/html; charset=windows-1252")
            case "salah-sandi":
                self._send(page, kind="text/html; charset=x-tidak-ada")
            case "gambar":
                self._send(b"\x89PNG\r\n\x00\x01", kind="image/png")
            case "rss" if self.headers.get("If-None-Match") == '"satu"':
                self._send(b"", status=304)
            case "rss":
                self._send(self.feed, kind="application/rss+xml", more={"ETag": '"satu"'})
            case "berita":
                self._send(page.replace(b"80 orang", f"{len(self.path)} orang {self.path}".encode()))
            case _:
                self._send(b"tidak ada", status=404)

    def _send(
        self,
        data: bytes,
        *,
        status: int = 200,
        kind: str = "text/html",
        encoding: str = "",
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Encoding": encoding, **more}.items():
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _drip(self, what: str, page: bytes) -> None:
        """A byte each tenth of a second, for ever; ``pelan``: in the end all of it, within a second."""
        if what == "tetes-kepala":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Lama: ")
        else:
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        part = len(page) // 5 + 1
        for number in range(5 if what == "pelan" else 100):
            self.wfile.write(page[number * part : (number + 1) * part] if what == "pelan" else b"a")
            self.wfile.flush()
            time.sleep(0.1)


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[tuple[type[Site], str]]:
    """The handler class of this site alone, and its address without the last stroke. ``certificate``: a PEM file with
    its key, for https."""
    kind = type("ThisSite", (Site,), {"asked": [], "agents": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield kind, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
