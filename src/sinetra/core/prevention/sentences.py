"""Where a sentence begins and ends, good enough for two facts in one sentence; titles ("Dr. Hj.") end none."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[a-z)\d]{3})[.!?][”\"']?\s+|\)\.\s*(?=[A-Z])|\n+")


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Start and end of the sentence around ``place``.

    >>> text = "Dr. Hj. Sri datang. Ia membuka acara."
    >>> [text[slice(*sentence_at(text, n))] for n in (8, 25)]
    ['Dr. Hj. Sri datang. ', 'Ia membuka acara.']
    """
    start = 0
    for end in _END.finditer(text):
        if end.end() > place:
            return start, end.end()
        start = end.end()
    return start, len(text)
