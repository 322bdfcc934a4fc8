"""Student's t distribution: the quantile that an interval needs, to ten digits, without a statistics library.

Source: Abramowitz and Stegun 26.5.8 and 26.7.1 (t by the incomplete beta function); the continued fraction by Lentz's
method. Checked in the tests against scipy for 1 to 10,000 degrees of freedom.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

_TINY = 1e-300
_STEPS = 10_000


def upper_tail(t: float, df: float) -> float:
    """The probability of more than ``t`` >= 0 with ``df`` > 0 degrees of freedom (which may be no whole number).

    >>> round(upper_tail(0.0, 5), 12), round(upper_tail(1.0, 1), 12)
    (0.5, 0.25)
    """
    far = df / (df + t * t)
    near = t * t / (df + t * t)
    if far < (df / 2 + 1) / (df / 2 + 2.5):
        return 0.5 * _beta(far, near, df / 2, 0.5)
    return 0.5 * (1.0 - _beta(near, far, 0.5, df / 2))


def _beta(x: float, rest: float, a: float, b: float) -> float:
    """The regularised incomplete beta function at ``x``; ``rest`` is 1 - x, given apart so that no digit is lost."""
    if x <= 0.0:
        return 0.0
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    return math.exp(front) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    c = 1.0
    d = _safe(1.0 - (a + b) * x / (a + 1.0))
    d = 1.0 / d
    value = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            d = 1.0 / _safe(1.0 + part * d)
            c = _safe(1.0 + part / c)
            value *= c * d
        if abs(c * d - 1.0) < 1e-16:
            break
    return value


def _safe(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


@lru_cache(maxsize=512)
def t_quantile(probability: float, df: float) -> float:
    """The value that a t variable with ``df`` degrees of freedom stays under with ``probability``.

    Errors: ``ValueError`` outside 0 < probability < 1 or df > 0.

    >>> round(t_quantile(0.975, 9), 4), t_quantile(0.5, 3)
    (2.2622, 0.0)
    """
    if not (0.0 < probability < 1.0 and df > 0.0):
        raise ValueError(f"no quantile for {probability} with {df} degrees of freedom")
    if probability == 0.5:
        return 0.0
    if probability < 0.5:
        return -t_quantile(1.0 - probability, df)
    tail = 1.0 - probability
    low, high = 0.0, max(1.0, NormalDist().inv_cdf(probability))
    while upper_tail(high, df) > tail:
        low, high = high, high * 2.0
    return _between(low, high, tail, df)


def _between(low: float, high: float, tail: float, df: float) -> float:
    """Newton's method, kept inside the bracket."""
    scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    t = (low + high) / 2
    for _ in range(200):
        over = upper_tail(t, df) - tail
        if over > 0:
            low = t
        else:
            high = t
        density = math.exp(scale - (df + 1) / 2 * math.log1p(t * t / df))
        step = t + over / density if density > 0 else low
        nearer = step if low < step < high else (low + high) / 2
        if abs(nearer - t) <= 1e-15 * abs(t):
            return nearer
        t = nearer
    return t
