"""The number of a circular as newspapers and offices print it, made one: two prints of one number have the same key."""

from __future__ import annotations

import re
import unicodedata

_CALLED = re.compile(r"^(?:NOMOR|NO)\b[.:\s]*")
_YEAR = re.compile(r"\s*\bTAHUN\s+(?=\d{4}\b)")
# The letters of a unit, set before the first number with a stop: HKM.05.
_PREFIX = re.compile(r"^[A-Z]+\.\s*(?=\d)")
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"(?<!\d)0+(?=\d)")


def number_key(number: str) -> str:
    """Without case, spaces, leading zeros and the prefix that some sources print; at most 120 characters.

    >>> number_key("HKM.05/12/EDR/IX/HKU/2024") == number_key("05/12/edr/IX/HKU/2024")
    True
    >>> number_key("Nomor 18 Tahun 2023"), number_key("No. 018/2023")
    ('18/2023', '18/2023')
    >>> number_key("800/12/BKPSDM/2024") == number_key("800/13/BKPSDM/2024")
    False
    """
    text = unicodedata.normalize("NFKC", number).upper().strip()
    text = _CALLED.sub("", text)
    text = _YEAR.sub("/", text)
    text = _PREFIX.sub("", text)
    text = _SPACE.sub("", text)
    return _NUMBER.sub("", text).rstrip(".,;:-")[:120]
