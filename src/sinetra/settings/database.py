"""The database of ``SINETRA_DATABASE_URL``: SQLite in the data folder unless ``postgres://…`` is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from sinetra.settings.env import Environment

# WAL with FULL: a report that was answered survives a power cut. One writer at a time is kept by the file-lock gate.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;"
    "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864"
)

# What of the query goes to libpq. An option that nobody reads (sslmode!) would be a promise that nobody keeps.
POSTGRES_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout")


def database(url: str, data: Path, env: Environment) -> dict[str, Any]:
    """Django's settings for one connection. A URL of another kind is reported to ``env``."""
    if not url:
        return _sqlite(data / "sinetra.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
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
    env.problem(f"SINETRA_DATABASE_URL: {parts.scheme!r}; accepted values: sqlite:///file, postgres://user@host/name")
    return _sqlite(data / "sinetra.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
    }
