"""Looks for words in all that an installation has written, as they are and as programs would have turned them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from installation import Installation


def turned(word: str | bytes) -> frozenset[bytes]:
    """``word`` plain, in UTF-16, in hexadecimal, in base64 wherever it begins, and as addresses write it."""
    plain = word if isinstance(word, bytes) else word.encode()
    forms = {plain, plain.hex().encode(), plain.hex().upper().encode()}
    for raw in {plain, *([word.encode("utf-16-le"), word.encode("utf-16-be")] if isinstance(word, str) else [])}:
        forms |= {raw, *(_base64(raw, before) for before in range(3))}
    if isinstance(word, str):
        forms |= {word.lower().encode(), word.upper().encode(), quote(word).encode(), quote(word, safe="").encode()}
    urlsafe = {form.replace(b"+", b"-").replace(b"/", b"_") for form in forms if form != plain}
    return frozenset(forms | urlsafe)


def _base64(raw: bytes, before: int) -> bytes:
    """The digits that depend on ``raw`` alone when ``before`` octets stand in front of it."""
    digits = b64encode(b"\0" * before + raw).rstrip(b"=")
    first = -(-before * 8 // 6)
    return digits[first : (before + len(raw)) * 8 // 6]


def found(place: Installation, words: Mapping[str, str | bytes]) -> list[str]:
    """``what in where`` for each of ``words`` that stands anywhere: in a file, or in a table of PostgreSQL."""
    forms = {name: turned(word) for name, word in words.items()}
    return sorted(
        f"{name} in {where}"
        for where, content in _written(place)
        for name, several in forms.items()
        if any(form in content for form in several)
    )


def _written(place: Installation) -> Iterator[tuple[str, bytes]]:
    for path in sorted(place.folder.rglob("*")):
        yield f"the name of {path.name}", str(path).encode()
        if path.is_file():
            yield path.name, path.read_bytes()
    if place.database_url:
        yield from _tables(place)


def _tables(place: Installation) -> Iterator[tuple[str, bytes]]:
    import psycopg

    tables = place.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    with psycopg.connect(place.database_url) as connection, connection.cursor() as cursor:
        for (table,) in tables:
            with cursor.copy(f'COPY "{table}" TO STDOUT'.encode()) as rows:
                yield str(table), b"".join(map(bytes, rows))


def binary_address(address: str) -> bytes:
    """The 16 octets of an IPv6 address; the four of an IPv4 one stand by chance in any large ciphertext."""
    from ipaddress import IPv6Address

    return IPv6Address(address).packed
