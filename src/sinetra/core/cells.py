"""A cell of a spreadsheet that is text and stays text."""

from __future__ import annotations

# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: str) -> str:
    """The value as a cell that no spreadsheet computes.

    >>> as_text("=HYPERLINK(1)"), as_text("Pasal 5")
    ("'=HYPERLINK(1)", 'Pasal 5')
    """
    return f"'{value}" if value.startswith(_FORMULA) else value
