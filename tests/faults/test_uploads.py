"""Evidence at a real server: memory stays flat, connections break, processes die, the disk fills up."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import select
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from installation import OFFICE, Installation
from sender import UPLOADS, Film, Sender
from test_serve_stops import free_port, wait_for_answer

MB = 1_000_000
FLAT = 40 * MB  # more than this a stream must not cost, however long it is
PAGES = """
from django.core.management import call_command
call_command("collectstatic", verbosity=0, interactive=False)
"""
ANSWERS = {
    "channel": {"channel": "initial_information"},
    "what": {"what": "Akun milik lurah menyukai unggahan pasangan calon.", "acts": "like"},
    "when": {"happened_on": "2024-11-20", "known_on": "2024-11-21"},
    "where": {"region": "99.71", "where": "Lapangan Contoh"},
    "who": {"role": "lurah", "name": "Teratai Contohsari", "unit": ""},
}


@contextmanager
def served(place: Installation, **settings: str) -> Iterator[tuple[Sender, subprocess.Popen[str]]]:
    port = free_port()
    more = {"SINETRA_PORT": str(port), "SINETRA_HOST": "127.0.0.1", "SINETRA_AS_OF": "2024-11-22"} | settings
    server = place.start("-m", "sinetra.cli.main", "serve", **more)
    try:
        wait_for_answer(f"http://127.0.0.1:{port}/healthz")
        yield Sender(port), server
    finally:
        server.kill() if server.poll() is not None else server.terminate()
        server.communicate(timeout=60)


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    if not Path(f"/proc/{pid}/task").exists():
        return []
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += tree(int(child))
    return found


def resident(pid: int) -> int:
    """Bytes that a process and all below it hold in memory now."""
    total = 0
    for each in tree(pid):
        with_pages = Path(f"/proc/{each}/statm")
        if with_pages.exists():
            total += int(with_pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return total


class Watch:
    """The most that the server held while something went on."""

    def __init__(self, pid: int) -> None:
        self._pid, self._over = pid, threading.Event()
        self.before = self.most = resident(pid)
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, resident(self._pid))

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def grown(self) -> int:
        return self.most - self.before


def form_body(film: Film, boundary: bytes) -> Iterator[bytes]:
    yield b'--%s\r\nContent-Disposition: form-data; name="sealed"\r\n\r\nx\r\n' % boundary
    yield b'--%s\r\nContent-Disposition: form-data; name="files"; filename="film.mp4"\r\n\r\n' % boundary
    yield from film
    yield b"\r\n--%s--\r\n" % boundary


def streamed(place: Installation, size: int) -> tuple[int, int]:
    """What the server grew by while a file of ``size`` came over the API, and by the form."""
    with served(place) as (sender, server):
        sender.send(sender.begin(MB), 0, iter(Film(MB)), MB)  # what is loaded once
        film = Film(size)
        key = sender.begin(size)
        with Watch(server.pid) as api:
            status, _, told = sender.send(key, 0, iter(film), size)
        assert (status, told["sha256"]) == (200, film.digest.hexdigest())
        boundary = secrets.token_hex(8).encode()
        length = sum(map(len, form_body(Film(0), boundary))) + size
        with Watch(server.pid) as form:
            status, _, page = sender.ask(
                "POST",
                "/id/lapor/bukti/",
                form_body(Film(size), boundary),
                Content_Length=str(length),
                Content_Type=f"multipart/form-data; boundary={boundary.decode()}",
            )
        assert status == 200, page
    return api.grown, form.grown


def test_memory_stays_flat_while_a_file_streams(place: Installation) -> None:
    place.shell(PAGES + OFFICE)
    assert max(streamed(place, 60 * MB)) < FLAT


def refused_after(port: int, path: str, announced: int) -> tuple[bytes, int]:
    """The first line of the answer to a form of endless text, and how much of it was sent until then."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        f"Content-Length: {announced}\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="sealed"\r\n\r\n'
    )
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=60) as link:
        link.sendall(head.encode())
        with suppress(BrokenPipeError, ConnectionResetError):  # closed between the look and the sending
            while sent < announced and not select.select([link], [], [], 0)[0]:
                sent += link.send(b"a" * 65536)
        return link.recv(4096).partition(b"\r\n")[0], sent


@pytest.mark.parametrize("path", ["/id/lapor/bukti/", "/id/ikuti/bukti/"])
def test_text_without_end_in_a_form_with_files_is_refused_early(place: Installation, path: str) -> None:
    place.shell(PAGES + OFFICE)
    with served(place) as (sender, server):
        sender.ask("GET", "/id/lapor/")
        with Watch(server.pid) as watch:
            line, sent = refused_after(sender.port, path, 3900 * MB)
        assert sender.ask("GET", "/healthz")[0] == 200
    assert line.split()[1] == b"413"
    assert sent < 60 * MB, "what lies in the buffers of the network counts as sent"
    assert watch.grown < FLAT


@pytest.mark.soak
def test_memory_stays_flat_while_a_gigabyte_streams(place: Installation) -> None:
    place.shell(PAGES + OFFICE)
    assert max(streamed(place, 1000 * MB)) < FLAT


def test_the_watch_sees_memory_that_grows() -> None:
    hoards = "import time; time.sleep(1); held = b'x' * 80_000_000; time.sleep(2)"
    hoarder = subprocess.Popen([sys.executable, "-c", hoards])
    with Watch(hoarder.pid) as watch:
        hoarder.wait()
    assert watch.grown > FLAT


def test_a_connection_that_breaks_loses_nothing_that_came(place: Installation) -> None:
    place.shell(PAGES + OFFICE)
    content = b"".join(Film(3 * MB))
    with served(place) as (sender, _server):
        key, here = sender.begin(len(content)), 0
        for _ in range(3):
            sender.send_and_break(key, here, len(content) - here, content[here : here + 700_000])
            deadline = time.monotonic() + 20
            while sender.offset(key) == here and time.monotonic() < deadline:
                time.sleep(0.1)
            assert sender.offset(key) > here
            here = sender.offset(key)
        _, _, told = sender.send(key, here, content[here:], len(content) - here)
    assert told["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_server_that_is_killed_goes_on_where_it_was(place: Installation) -> None:
    place.shell(PAGES + OFFICE)
    content = b"".join(Film(3 * MB))
    with served(place) as (sender, server):
        key = sender.begin(len(content))
        sender.send(key, 0, content[:MB], MB)
        halted = threading.Thread(
            target=lambda: sender.send_and_break(key, MB, len(content) - MB, content[MB : 2 * MB]), daemon=True
        )
        halted.start()
        time.sleep(0.2)
        for pid in reversed(tree(server.pid)):
            os.kill(pid, 9)
    with served(place) as (sender, _server):
        here = sender.offset(key)
        assert here >= MB, "what was told to be here is here"
        _, _, told = sender.send(key, here, content[here:], len(content) - here)
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert place.verify()["ok"]


@pytest.fixture
def small_disk(place: Installation) -> Iterator[Installation]:
    """All data of the installation, the database too, on a disk of 40 MB."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    place.shell(PAGES + OFFICE)
    kept = place.data.rename(place.folder / "kept")
    place.data.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", place.data], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip(f"no tmpfs here: {mounted.stderr.decode()[:80]}")
    try:
        shutil.copytree(kept, place.data, dirs_exist_ok=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", place.data], check=True)


def walked(sender: Sender) -> str:
    """The form up to the question for evidence: the sealed answers."""
    from urllib.parse import urlencode

    page = sender.ask("GET", "/id/lapor/")[2].decode()
    for name, answer in ANSWERS.items():
        given = urlencode({"sealed": field(page, "sealed"), "page": name} | answer)
        page = sender.ask("POST", "/id/lapor/", given, Content_Type="application/x-www-form-urlencoded")[2].decode()
    assert field(page, "page") == "evidence", page
    return field(page, "sealed")


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]


def posted(sender: Sender, path: str, sealed: str, go: str, film: Film | None = None) -> str:
    boundary = b"grens"
    head = b""
    page = "summary" if go == "send" else "evidence"
    for name, value in (("sealed", sealed), ("page", page), ("go", go)):
        head += b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (
            boundary,
            name.encode(),
            value.encode(),
        )
    if film is not None:
        head += b'--%s\r\nContent-Disposition: form-data; name="files"; filename="film.mp4"\r\n\r\n' % boundary
    end = (b"\r\n" if film else b"") + b"--%s--\r\n" % boundary

    def body() -> Iterator[bytes]:
        yield head
        yield from film or ()
        yield end

    length = len(head) + len(end) + (film.size if film else 0)
    kind = f"multipart/form-data; boundary={boundary.decode()}"
    status, _, answer = sender.ask("POST", path, body(), Content_Length=str(length), Content_Type=kind)
    assert status == 200, answer
    return str(answer.decode())


def test_a_full_disk_is_told_keeps_what_was_typed_and_breaks_nothing(small_disk: Installation) -> None:
    with served(small_disk, SINETRA_KEEP_FREE_MB="0") as (sender, _server):
        key = sender.begin(20 * MB)
        ballast = small_disk.data / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(small_disk.data).free - 10 * MB))
        status, _, told = sender.send(key, 0, iter(Film(20 * MB)), 20 * MB)
        assert (status, told["code"]) == (507, "no_space")
        assert "sedang penuh" in told["detail"]
        ballast.unlink()

        page = posted(sender, "/id/lapor/bukti/", walked(sender), "next", Film(60 * MB))
        assert "film.mp4: Penyimpanan kantor ini sedang penuh" in page
        page = posted(sender, "/id/lapor/bukti/", field(page, "sealed"), "next")
        assert "Akun milik lurah menyukai unggahan" in page, "what was typed is still there"
        filed = posted(sender, "/id/lapor/", field(page, "sealed"), "send")
        assert 'id="report-code"' in filed, re.findall("(?s)<h1>.*?</form>", filed)
    assert small_disk.sql("SELECT count(*) FROM reports_report") == [(1,)]
    assert small_disk.sql("SELECT count(*) FROM evidence_evidence") == [(0,)]
    assert list((small_disk.data / "uploads").iterdir()) == []
    assert small_disk.verify()["ok"]


def test_with_the_usual_reserve_the_disk_does_not_even_fill_up(small_disk: Installation) -> None:
    with served(small_disk, SINETRA_KEEP_FREE_MB="30") as (sender, _server):
        body = '{"size": 20000000, "name": "film.mp4"}'
        status, _, told = sender.ask("POST", UPLOADS, body, Content_Type="application/json")
    assert (status, told["code"]) == (507, "no_space")
