"""A cell of a spreadsheet that is text and stays text, and text without what no document can hold."""

from __future__ import annotations

import re

# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# A word processor's own line break, form feeds and the like: XML knows none of them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def without_controls(text: str) -> str:
    """Each control sign but line ends and tabs as a blank; NUL goes.

    >>> without_controls("Jalan\\x0bContoh\\x00")
    'Jalan Contoh'
    """
    return _CONTROL.sub(" ", text.replace("\x00", ""))


def as_text(value: str) -> str:
    """The value as a cell that no spreadsheet computes.

    >>> as_text("=HYPERLINK(1)"), as_text("Pasal 5")
    ("'=HYPERLINK(1)", 'Pasal 5')
    """
    plain = without_controls(value)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
