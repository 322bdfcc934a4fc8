"""The web server: one process that watches, workers that answer; the outbox worker runs inside the first one."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from ipaddress import ip_address
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

HELP: str = gettext_noop("Menjalankan situs dan API-nya (SINETRA_HOST, SINETRA_PORT)")


def configure(parser: argparse.ArgumentParser) -> None:
    processes = _("banyaknya proses (bila tidak disebut: 1; lebih dari satu perlu PostgreSQL)")
    parser.add_argument("--workers", type=int, default=1, help=processes)
    requests = _("permintaan sekaligus dalam tiap proses (bila tidak disebut: 8)")
    parser.add_argument("--threads", type=int, default=8, help=requests)
    free = _("pakai port bebas berikutnya bila SINETRA_PORT sudah dipakai")
    parser.add_argument("--next-port", action="store_true", help=free)


def run(args: argparse.Namespace) -> int:
    host, wanted = address()
    check_installation()
    port = free_port(host, wanted) if args.next_port else only_port(host, wanted)
    return serve(host, port, workers=args.workers, threads=args.threads)


def address() -> tuple[str, int]:
    """``SINETRA_HOST`` and ``SINETRA_PORT``. Errors: ``BadInput`` naming the setting."""
    host = os.environ.get("SINETRA_HOST") or "127.0.0.1"
    try:
        ip_address(host)
    except ValueError:
        raise BadInput(
            gettext_noop("Alamat %(value)s tidak dikenal; yang diterima: %(accepted)s."),
            field="SINETRA_HOST",
            accepted=("127.0.0.1", "0.0.0.0", "::1", "::"),  # noqa: S104 - examples
            value=repr(host),
        ) from None
    wanted = os.environ.get("SINETRA_PORT") or "8000"
    if not (wanted.isascii() and wanted.isdecimal()) or not 0 < int(wanted) < 65536:
        raise BadInput(
            gettext_noop("Port %(value)s tidak dikenal; yang diterima: 1 sampai 65535."),
            field="SINETRA_PORT",
            value=wanted,
        )
    return host, int(wanted)


def check_installation() -> None:
    """Wrong settings and a missing ``sinetra init`` are told before a worker starts, in a process of its own.

    Errors: ``SystemExit`` with the exit code of that process, which has told them.
    """
    child = os.fork()
    if child == 0:
        os._exit(_problems())
    _pid, status = os.waitpid(child, 0)
    if status != 0:
        raise SystemExit(os.waitstatus_to_exitcode(status))


def _problems() -> int:
    from sinetra.cli.main import report, set_up_django

    try:
        set_up_django()
        from django.conf import settings

        from sinetra.ports.keyring import ring_exists

        if not ring_exists(settings.SINETRA_KEYS):
            raise BadInput(
                gettext_noop("Di %(value)s belum ada instalasi; jalankan dahulu: sinetra init"),
                field="SINETRA_DATA",
                value=str(settings.SINETRA_DATA),
            )
    except Exception as error:
        return report(error)
    finally:
        sys.stderr.flush()
    return 0


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def only_port(host: str, port: int) -> int:
    """``port``. Two servers would share a busy one without a word. Errors: ``BadInput`` when it is busy."""
    if not _is_free(host, port):
        raise BadInput(
            gettext_noop("Port %(value)s di %(host)s sudah dipakai; pilih port lain atau tambahkan --next-port."),
            field="SINETRA_PORT",
            value=str(port),
            host=host,
        )
    return port


def free_port(host: str, first: int) -> int:
    """The first port from ``first`` on that nobody listens on. Errors: ``BadInput`` after fifty busy ones."""
    for port in range(first, min(first + 50, 65536)):
        if _is_free(host, port):
            return port
    raise BadInput(gettext_noop("Tidak ada port bebas mulai %(first)s."), field="SINETRA_PORT", first=first)


def serve(host: str, port: int, *, workers: int = 1, threads: int = 8, announce: bool = True) -> int:
    """Blocks until SIGINT or SIGTERM. This process stays small: Django is loaded in the workers only."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    os.environ["SINETRA_OUTBOX_WORKER"] = "1"
    os.environ["SINETRA_HOST"], os.environ["SINETRA_PORT"] = host, str(port)
    if announce:
        print(f"http://{host}:{port}/", file=sys.stderr, flush=True)
    Granian(
        "sinetra.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        websockets=False,
        # No access log: it would hold the addresses of reporters.
        log_access=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        working_dir=Path.cwd(),
    ).serve()
    return 0
