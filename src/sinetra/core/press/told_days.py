"""Days counted from another day of the text: "kemarin", said on Rabu (6/11); "pleno digelar sehari sebelumnya"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import Moment
from sinetra.core.press.page import Page, Span

_MOST = 50
#: A saying is of the days up to publication.
_SAYING = timedelta(days=10)


def of_sayings(
    page: Page, moments: Iterable[Moment], said: Sequence[tuple[Span, date]], published: date | None
) -> Iterator[Moment]:
    """Quoted moments counted from the day of their saying: the first one after them in their paragraph.

    ``said``: the days of the text that go with a saying. Where none is near, publication stays the day counted from.
    """
    for moment in moments:
        if not moment.quoted or moment.back is None:
            yield moment
            continue
        end = page.line_at(moment.span.start).end
        days = (day for span, day in said if moment.span.end <= span.start < end)
        day = next(days, None)
        if day is None or (published is not None and not timedelta(0) <= published - day <= _SAYING):
            yield moment
        else:
            yield replace(moment, value=day - timedelta(days=moment.back))


def days_before(lexicon: Lexicon, page: Page, printed: Sequence[tuple[Span, date]]) -> Iterator[Moment]:
    """ "sehari sebelumnya" without a date of its own, counted from the last day printed before it."""
    for placed in lexicon.rules("dates", "before_that").on(page):
        rule = placed.rule
        for match in islice(placed.matches(), _MOST):
            span = Span(*match.span())
            sentence = page.sentence_at(span.start)
            own = any(span.end <= other.start < min(sentence.end, span.end + 12) for other, _ in printed)
            earlier = [day for other, day in printed if other.end <= span.start]
            if earlier and not own:
                value = earlier[-1] - timedelta(days=int(rule.options["back"]))
                yield Moment(span=span, value=value, weekday=None, quoted=True)
