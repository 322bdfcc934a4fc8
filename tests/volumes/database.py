"""A database for a server that runs in a process of its own."""

from __future__ import annotations

import uuid


def own_database(url: str) -> str:
    """Another database of the same cluster."""
    import psycopg

    name = f"soak_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return f"{url.rsplit('/', 1)[0]}/{name}"
