"""Printed numbers: half up, as one does by hand, and not fooled by the last bit of a float."""

from __future__ import annotations

import math

#: So close to a half that it is one.
CLOSE = 1e-9


def rounded(x: float, places: int = 2) -> float:
    """
    >>> rounded(5.625), rounded(2.675), rounded(1 / 3, 4)
    (5.63, 2.68, 0.3333)
    """
    scale: int = 10**places
    return math.floor(x * scale + 0.5 + CLOSE) / scale
