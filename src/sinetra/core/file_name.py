"""Names of files as other people's machines give them."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

LONGEST = 150


def bare_name(name: str) -> str:
    """Without a path, without signs that steer a terminal or turn the writing round; may be empty.

    >>> bare_name("../../etc/passwd.jpg"), bare_name("C:\\\\foto\\\\apel.jpg"), bare_name("a\\u202egpj.exe")
    ('passwd.jpg', 'apel.jpg', 'agpj.exe')
    """
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in '"/<>|:*?')
    clean = clean.strip(" .")
    if len(clean) <= LONGEST:
        return clean
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[: LONGEST - 1 - len(ending)]}.{ending}" if dot and len(ending) <= 10 else clean[:LONGEST]
