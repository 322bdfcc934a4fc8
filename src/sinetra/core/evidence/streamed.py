"""Words that give a file away, looked for in a stream: in one pass, in the memory of one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")


class WordWatch:
    """``words``: lower case; which of them came by. ``names`` True: as in names of a PDF, where ``#4A`` is a letter."""

    def __init__(self, words: Iterable[bytes], *, names: bool = False) -> None:
        self._words = tuple(words)
        self._overlap = max(len(word) for word in self._words) * (3 if names else 1)
        self._names = names
        self._rest = b""
        self.found: set[bytes] = set()

    def feed(self, chunk: bytes) -> None:
        text = self._rest + chunk
        self._rest = text[-self._overlap :]
        text = text.lower()
        if self._names and b"#" in text:
            text = _HEX.sub(lambda hit: bytes([int(hit[1], 16)]), text).lower()
        self.found |= {word for word in self._words if word not in self.found and word in text}


class PlaceWatch:
    """Where ``word`` stands, at most ``most`` places."""

    def __init__(self, word: bytes, *, most: int) -> None:
        self._word, self._most = word, most
        self._rest, self._at = b"", 0
        self.places: list[int] = []

    def feed(self, chunk: bytes) -> None:
        text = self._rest + chunk
        begin = self._at - len(self._rest)
        place = text.find(self._word)
        while place >= 0 and len(self.places) < self._most:
            self.places.append(begin + place)
            place = text.find(self._word, place + 1)
        self._at += len(chunk)
        self._rest = text[-(len(self._word) - 1) :]
