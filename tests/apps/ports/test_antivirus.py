"""The antivirus port speaks clamd's protocol over a real socket; with ClamAV installed, to clamd itself."""

from __future__ import annotations

import os
import shutil
import socketserver
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.core.evidence import hostile

from sinetra.core.errors import BadInput
from sinetra.ports.antivirus import USUAL, Answer, Antivirus, AntivirusFailed, Clamd, Scanned, antivirus

LIMIT = 1_000_000


class Speaker(socketserver.StreamRequestHandler):
    """As clamd(8) says: VERSION, INSTREAM with lengths before the pieces, an answer that ends in NUL."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zVERSION\0":
            self.wfile.write(b"ClamAV 1.4.3/27000/Fri Nov 22 08:00:00 2024\0")
        elif command == b"zINSTREAM\0":
            self.wfile.write(self._looked_at() + b"\0")

    def _looked_at(self) -> bytes:
        found = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            found += self.rfile.read(length)
            if len(found) > LIMIT:
                return b"INSTREAM size limit exceeded. ERROR"
        if b"gagal" in found:
            return b"Can't allocate memory ERROR"
        return b"stream: Eicar-Signature FOUND" if hostile.EICAR in found else b"stream: OK"


class Silent(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        return


@pytest.fixture
def here(tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "clamd.ctl"
    with socketserver.ThreadingUnixStreamServer(str(path), Speaker) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"unix:{path}"
        server.shutdown()


def of(setting: str) -> Antivirus:
    found = antivirus(setting)
    assert found is not None
    return found


def test_a_harmless_file_is_clean_and_the_signatures_are_told(here: str) -> None:
    assert of(here).scan([b"Undangan apel.", b"x" * 700_000]) == Scanned(answer=Answer.CLEAN)
    assert of(here).version().startswith("ClamAV 1.4.3/27000")


def test_what_it_finds_is_told_with_its_name_also_across_pieces(here: str) -> None:
    pieces = [b"x" * 100 + hostile.EICAR[:30], hostile.EICAR[30:]]
    assert of(here).scan(pieces) == Scanned(answer=Answer.INFECTED, name="Eicar-Signature")


def test_what_is_larger_than_it_takes_is_told_although_it_hangs_up(here: str) -> None:
    assert of(here).scan(bytes(200_000) for _ in range(200)).answer == Answer.TOO_LARGE


def test_over_tcp_it_is_the_same() -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Speaker) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        assert of(f"tcp:127.0.0.1:{port}").scan([hostile.EICAR]).answer == Answer.INFECTED
        server.shutdown()


def test_an_antivirus_that_fails_is_an_error_and_never_clean(here: str, tmp_path: Path) -> None:
    with pytest.raises(AntivirusFailed):
        of(here).scan([b"gagal"])
    with pytest.raises(AntivirusFailed):
        of(f"unix:{tmp_path}/nobody").scan([b"x"])
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(AntivirusFailed):
            of(f"tcp:127.0.0.1:{server.server_address[1]}").scan([b"x"])
        server.shutdown()


@pytest.mark.parametrize("setting", ["clamav", "unix:clamd", "tcp:127.0.0.1", "tcp:127.0.0.1:x", "http://x:1"])
def test_a_setting_that_names_no_socket_is_refused_with_what_would_be_right(setting: str) -> None:
    with pytest.raises(BadInput) as error:
        antivirus(setting)
    assert "unix:/run/clamav/clamd.ctl" in error.value.accepted


def test_none_means_never_and_nothing_means_where_debian_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert antivirus("none") is None
    monkeypatch.setattr("sinetra.ports.antivirus.USUAL", tmp_path / "clamd.ctl")
    assert antivirus("") is None
    (tmp_path / "clamd.ctl").touch()
    assert isinstance(antivirus(""), Clamd)
    assert str(USUAL) == "/run/clamav/clamd.ctl"


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[str]:
    """Debian's own, with one signature."""
    program = shutil.which("clamd")
    if program is None:
        pytest.skip("clamav-daemon is not installed")
    signatures = tmp_path / "signatures"
    signatures.mkdir()
    (signatures / "uji.ndb").write_text(f"Uji.Tanda:0:*:{b'tanda tangan uji Sinetra'.hex()}\n", encoding="ascii")
    config, path = tmp_path / "clamd.conf", tmp_path / "clamd.ctl"
    lines = ["Foreground yes", f"LocalSocket {path}", f"DatabaseDirectory {signatures}", "StreamMaxLength 2M"]
    if os.geteuid() == 0:
        lines.append("User root")
    config.write_text("\n".join(lines) + "\n", encoding="ascii")
    process = subprocess.Popen([program, "--config-file", str(config)], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while not path.exists():
            assert process.poll() is None, "clamd did not start"
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield f"unix:{path}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_clamd_itself_is_understood(clamd: str) -> None:
    found = of(clamd)
    assert found.version().startswith("ClamAV")
    assert found.scan([b"Undangan apel."]) == Scanned(answer=Answer.CLEAN)
    infected = found.scan([b"x tanda tangan ", b"uji Sinetra x"])
    assert (infected.answer, infected.name.partition(".UNOFFICIAL")[0]) == (Answer.INFECTED, "Uji.Tanda")
    assert found.scan(bytes(200_000) for _ in range(50)).answer == Answer.TOO_LARGE
