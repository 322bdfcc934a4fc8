"""``sinetra check``: is everything there that this installation needs? One line each; says what to do."""

from __future__ import annotations

import argparse
import json
import stat
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

DJANGO = True
HELP: str = gettext_noop("Memeriksa setelan, basis data, berkas, kunci, antrean, dan katalog")
# Before 3.51.3 a rare race of two connections at a checkpoint of the WAL can damage the file.
SOUND_SQLITE = (3, 51, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``state`` is ok, warning or failed."""

    part: str
    state: str
    text: str


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0, or 3 when something failed. Settings were read before: a wrong one ends with 2 and the whole list."""
    parts: dict[str, Callable[[], Iterator[Line]]] = {
        "settings": _settings,
        "database": _database,
        "blobs": _blobs,
        "antivirus": _antivirus,
        "keys": _keys,
        "checkpoints": _checkpoints,
        "queue": _queue,
        "catalogue": _catalogue,
    }
    lines = [line for part, look in parts.items() for line in _looked_at(part, look)]
    ok = all(line.state != "failed" for line in lines)
    if args.json:
        print(json.dumps({"ok": ok, "lines": [asdict(line) for line in lines]}))
    else:
        for line in lines:
            print(f"{line.state:<8} {line.part:<12} {line.text}")
    return 0 if ok else 3


def _looked_at(part: str, look: Callable[[], Iterator[Line]]) -> list[Line]:
    try:
        return list(look())
    except Exception as error:
        return [Line(part=part, state="failed", text=f"{type(error).__name__}: {error}")]


def _settings() -> Iterator[Line]:
    from django.conf import settings

    place = {"profile": settings.SINETRA_PROFILE, "data": settings.SINETRA_DATA}
    yield Line(part="settings", state="ok", text=_("profil %(profile)s, data %(data)s") % place)
    if settings.SINETRA_AS_OF and settings.SINETRA_PROFILE != "demo":
        shifted = _("SINETRA_AS_OF=%(date)s menggeser tanggal hukum; hanya untuk contoh dan uji")
        yield Line(part="settings", state="failed", text=shifted % {"date": settings.SINETRA_AS_OF})


def _database() -> Iterator[Line]:
    import sqlite3

    from django.db import connection

    from sinetra.cli.upgrade import pending_migrations

    if connection.vendor == "sqlite":
        version = sqlite3.sqlite_version
        sound = sqlite3.sqlite_version_info >= SOUND_SQLITE
        advice = _("tetap satu proses server, cadangkan tiap malam, atau pakai PostgreSQL")
        text = f"SQLite {version}" if sound else f"SQLite {version}: {advice}"
        yield Line(part="database", state="ok" if sound else "warning", text=text)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            answer = cursor.fetchone()[0]
        yield Line(part="database", state="ok" if answer == "ok" else "failed", text=f"quick_check: {answer}")
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            yield Line(part="database", state="ok", text=f"PostgreSQL {cursor.fetchone()[0]}")
    pending = pending_migrations()
    behind = _("%(count)s perubahan tabel belum diterapkan: sinetra upgrade") % {"count": len(pending)}
    text = behind if pending else _("tabel sesuai rilis ini")
    yield Line(part="database", state="failed" if pending else "ok", text=text)


def _blobs() -> Iterator[Line]:
    from django.conf import settings

    from sinetra.ports.blobs import blob_store

    blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).check()
    yield Line(part="blobs", state="ok", text=_("berkas dapat ditulis"))


def _antivirus() -> Iterator[Line]:
    from django.conf import settings

    from sinetra.ports.antivirus import AntivirusFailed, antivirus

    found = antivirus(settings.SINETRA_CLAMAV)
    if found is None:
        text = _("tidak ada; bukti ditandai “belum diperiksa antivirus”. Pasang clamav-daemon, atau isi SINETRA_CLAMAV")
        yield Line(part="antivirus", state="warning", text=text)
        return
    try:
        yield Line(part="antivirus", state="ok", text=found.version())
    except AntivirusFailed as error:
        text = _("disetel, tetapi tidak menjawab: %(reason)s. Bukti menunggu sampai ia menjawab")
        yield Line(part="antivirus", state="warning", text=text % error.params)


def _keys() -> Iterator[Line]:
    from django.conf import settings

    from sinetra.ports.keyring import Purpose, keyring

    for purpose in Purpose:
        keyring().current(purpose)
    found = {"count": len(list(keyring().all_keys())), "place": settings.SINETRA_KEYS}
    yield Line(part="keys", state="ok", text=_("%(count)s kunci di %(place)s") % found)
    if [path for path in Path(settings.SINETRA_KEYS).glob("*.key") if stat.S_IMODE(path.stat().st_mode) & 0o077]:
        yield Line(part="keys", state="failed", text=_("orang lain dapat membaca berkas kunci: chmod 600"))
    if Path(settings.SINETRA_KEYS).is_relative_to(settings.SINETRA_DATA) and settings.SINETRA_PROFILE != "demo":
        text = _("kunci berada dalam map data: setel SINETRA_KEYS ke tempat tersendiri")
        yield Line(part="keys", state="warning", text=text)


def _checkpoints() -> Iterator[Line]:
    from django.conf import settings
    from django.utils import timezone

    from sinetra.apps.audit.checkpoints import folder, latest_file, recent_under_another_name
    from sinetra.apps.audit.uncovered import uncovered_since
    from sinetra.cli.verify_audit import uncovered

    last = latest_file()
    none = _("belum ada di %(place)s") % {"place": folder()}
    yield Line(part="checkpoints", state="ok", text=_("terakhir: %(file)s") % {"file": last} if last else none)
    since = uncovered_since(timezone.now())
    if since is not None:
        yield Line(part="checkpoints", state="warning", text=uncovered(since))
    for path in recent_under_another_name():
        other = _("%(file)s bukan titik periksa bernomor itu dari basis data ini: sinetra verify-audit")
        yield Line(part="checkpoints", state="failed", text=other % {"file": path})
    if folder().is_relative_to(settings.SINETRA_DATA) and settings.SINETRA_PROFILE != "demo":
        text = _("titik periksa berada dalam map data: setel SINETRA_CHECKPOINTS ke disk atau mesin lain")
        yield Line(part="checkpoints", state="warning", text=text)


def _queue() -> Iterator[Line]:
    from sinetra.apps.base.models import OutboxTask

    dead = OutboxTask.objects.filter(state=OutboxTask.State.DEAD)[:1000].count()
    stopped = _("%(count)s tugas berhenti: lihat ruang kendali") % {"count": dead}
    text = stopped if dead else _("tidak ada tugas yang berhenti")
    yield Line(part="queue", state="warning" if dead else "ok", text=text)


def _catalogue() -> Iterator[Line]:
    from sinetra.apps.base.backup.manifest import catalogue_version
    from sinetra.apps.base.catalogue import clock, rulebook

    rulebook()
    clock()
    yield Line(part="catalogue", state="ok", text=_("versi %(version)s") % {"version": catalogue_version()[:12]})
