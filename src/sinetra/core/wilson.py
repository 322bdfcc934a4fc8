"""The interval of a share, for small samples too."""

from __future__ import annotations

from math import sqrt

#: Normal quantile of a two-sided 95 % interval.
_Z = 1.959963984540054


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % interval (Wilson, 1927, J. Am. Stat. Assoc. 22, 209) of ``right / of``; all there is where ``of`` is 0.

    >>> [round(end, 3) for end in wilson(16, 18)], wilson(0, 0)
    ([0.672, 0.969], (0.0, 1.0))
    """
    if not of:
        return (0.0, 1.0)
    share = right / of
    centre = share + _Z * _Z / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + _Z * _Z / (4 * of * of))
    scale = 1 + _Z * _Z / of
    return (max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))
