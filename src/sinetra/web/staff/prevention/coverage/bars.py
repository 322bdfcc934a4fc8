"""Months as bars, drawn on the server. The table beside them says the same; a withheld number has no bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sinetra.apps.prevention.selectors.coverage import Groups, Period
from sinetra.web.format import number_text
from sinetra.web.staff.prevention.coverage.asked import Asked
from sinetra.web.staff.prevention.coverage.words import GROUPS, is_shown, language, measure_word, period_word

HEIGHT, WIDTH, GAP, FOOT, HEAD, KEY = 180, 26, 22, 26, 46, 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """``kind`` is asn or other; ``text`` stands above it."""

    x: int
    y: int
    height: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """``finding`` is the title as a sentence. ``labels``: x and the number of the month. ``key``: kind, name, x."""

    finding: str
    bars: Sequence[Bar]
    labels: Sequence[tuple[int, str]]
    key: Sequence[tuple[str, str, int]]
    width: int
    height: int = HEAD + HEIGHT + FOOT
    bar: int = WIDTH
    base: int = HEAD + HEIGHT


def bars(asked: Asked, months: Sequence[tuple[Period, Groups]]) -> Bars | None:
    """None when there is no number that may be drawn."""
    shown = [
        (place, at, group, groups[group].done(asked.measure))
        for place, (at, groups) in enumerate(months)
        for group in asked.groups
        if at.headcount and is_shown(groups[group])
    ]
    largest = max((number for *_rest, number in shown), default=0)
    if largest == 0:
        return None
    step = WIDTH * len(asked.groups) + GAP
    drawn = []
    for place, _at, group, number in shown:
        height = round(HEIGHT * number / largest)
        drawn.append(
            Bar(
                x=place * step + GAP // 2 + asked.groups.index(group) * WIDTH,
                y=HEAD + HEIGHT - height,
                height=height,
                kind=_kind(group),
                text=number_text(number, language()),
            )
        )
    _place, at, group, most = max(shown, key=lambda item: item[3])
    finding = _("Terbanyak pada %(month)s: %(number)s %(group)s %(measure)s") % {
        "month": period_word(at.period),
        "number": number_text(most, language()),
        "group": GROUPS[group],
        "measure": measure_word(asked.measure, at.period).lower(),
    }
    return Bars(
        finding=finding,
        bars=drawn,
        labels=[(place * step + step // 2, at.period[5:]) for place, (at, _groups) in enumerate(months)],
        key=[
            ("asn" if group else "other", str(GROUPS[group]), place * KEY + 2)
            for place, group in enumerate(asked.groups)
        ],
        width=max(len(months) * step, 240),
    )


def _kind(group: bool) -> str:  # noqa: FBT001 - ASN or not
    return "asn" if group else "other"
