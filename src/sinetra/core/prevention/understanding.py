"""What a test before and after an activity measured: matched pairs, never a person.

Scores are percentages (0 to 100). Sources: normalised gain, Hake (1998), Am. J. Phys. 66, 64; effect sizes of paired
samples, Lakens (2013), Front. Psychol. 4, 863; interval of two groups, Welch (1947). Fewer than ``ENOUGH`` pairs
give no number at all: a mean of three scores tells too much about each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.prevention.student_t import t_quantile

#: Fewer pairs than this are "belum cukup".
ENOUGH = 5
FULL = 100.0
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """``sd``: of the sample (n - 1)."""

    n: int
    mean: float
    sd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """``mean`` with its interval ``low`` to ``high``, in points."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """``hake``: gain of the means by what was left to gain, None where the mean before was 100.

    ``single_hake``: mean of the gains of the pairs, without the ``undefined`` ones that had 100 before; negative gains
    stay in. ``d_z``: mean gain by the spread of the gains; ``d_av``: by the average spread before and after; None where
    that spread is zero.
    """

    before: Group
    after: Group
    gain: Difference
    hake: float | None
    single_hake: float | None
    undefined: int
    d_z: float | None
    d_av: float | None


def group(values: Sequence[float]) -> Group:
    """
    >>> group([40, 60])
    Group(n=2, mean=50.0, sd=14.142135623730951)
    """
    n = len(values)
    mean = math.fsum(values) / n
    spread = math.fsum((value - mean) ** 2 for value in values) / (n - 1) if n > 1 else 0.0
    return Group(n=n, mean=mean, sd=math.sqrt(spread))


def gain(pairs: Sequence[Pair], level: float = 0.95) -> Gain | None:
    """``pairs``: score before and after of each who took both. None for fewer than ``ENOUGH``.

    >>> found = gain([(40, 60), (50, 70), (60, 60), (30, 80), (70, 90)])
    >>> round(found.gain.mean, 2), round(found.gain.low, 2), round(found.gain.high, 2), round(found.hake, 2)
    (22.0, -0.21, 44.21, 0.44)
    >>> gain([(40, 60)] * 4) is None
    True
    """
    if len(pairs) < ENOUGH:
        return None
    before, after = group([one for one, _ in pairs]), group([other for _, other in pairs])
    steps = group([other - one for one, other in pairs])
    half = t_quantile((1 + level) / 2, steps.n - 1) * steps.sd / math.sqrt(steps.n)
    singles = [(other - one) / (FULL - one) for one, other in pairs if one < FULL]
    spread = (before.sd + after.sd) / 2
    return Gain(
        before=before,
        after=after,
        gain=Difference(mean=steps.mean, low=steps.mean - half, high=steps.mean + half),
        hake=(after.mean - before.mean) / (FULL - before.mean) if before.mean < FULL else None,
        single_hake=math.fsum(singles) / len(singles) if singles else None,
        undefined=len(pairs) - len(singles),
        d_z=steps.mean / steps.sd if steps.sd > 0 else None,
        d_av=steps.mean / spread if spread > 0 else None,
    )


def welch(first: Group, second: Group, level: float = 0.95) -> Difference | None:
    """``second`` minus ``first`` for two groups whose scores cannot be paired any more. None for small groups."""
    if min(first.n, second.n) < ENOUGH:
        return None
    one, two = first.sd**2 / first.n, second.sd**2 / second.n
    mean = second.mean - first.mean
    if one + two == 0:
        return Difference(mean=mean, low=mean, high=mean)
    df = (one + two) ** 2 / (one**2 / (first.n - 1) + two**2 / (second.n - 1))
    half = t_quantile((1 + level) / 2, df) * math.sqrt(one + two)
    return Difference(mean=mean, low=mean - half, high=mean + half)
