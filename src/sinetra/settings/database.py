"""The database of ``SINETRA_DATABASE_URL``: SQLite in the data folder unless ``postgres://…`` is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from sinetra.settings.env import Environment

# WAL with FULL: a report that was answered survives a power cut. One writer at a time is kept by the file-lock gate.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;"
    "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=ON"
)

# What of the query goes to libpq. An option that nobody reads (sslmode!) would be a promise that nobody keeps.
POSTGRES_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout")

_SQLITE_FORMS = "sqlite:///relative/file (to the working directory), sqlite:////absolute/file"


def database(url: str, data: Path, env: Environment) -> dict[str, Any]:
    """Django's settings for one connection. A URL of another kind is reported to ``env``."""
    if not url:
        return _sqlite(data / "sinetra.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(_file(parts, env) or data / "sinetra.sqlite3")
    if parts.scheme in {"postgres", "postgresql"}:
        asked = dict(parse_qsl(parts.query))
        for name in sorted(asked.keys() - {"host", *POSTGRES_OPTIONS}):
            env.problem(f"SINETRA_DATABASE_URL: {name!r}; accepted values: {', '.join(('host', *POSTGRES_OPTIONS))}")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or asked.get("host", ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "OPTIONS": {"application_name": "sinetra"} | {n: asked[n] for n in POSTGRES_OPTIONS if n in asked},
        }
    env.problem(f"SINETRA_DATABASE_URL: {parts.scheme!r}; accepted values: {_SQLITE_FORMS}, postgres://user@host/name")
    return _sqlite(data / "sinetra.sqlite3")


def _file(parts: SplitResult, env: Environment) -> Path | None:
    """Three slashes: relative to the working directory; four: absolute. None, and reported, when it names no file."""
    name = unquote(parts.path.removeprefix("/"))
    if parts.netloc or parts.query or not name:
        env.problem(f"SINETRA_DATABASE_URL: {parts.geturl()!r}; accepted values: {_SQLITE_FORMS}")
        return None
    return Path.cwd() / name


def _sqlite(path: Path) -> dict[str, Any]:
    """Symbolic links are followed: who comes by another name must wait at the same gate (the file beside it)."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.resolve()),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
    }
