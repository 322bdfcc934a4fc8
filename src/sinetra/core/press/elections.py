"""Which election an article stands in: named with its year, else the one that runs on its day.

"Pemilu" is the Pilkada where only that is under way; an earlier election told for comparison is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sinetra.core.clock.timetables import Coverage, StageCode, Timetable
from sinetra.core.press.facts import Detail, Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_OUTSIDE = (StageCode.NO_ELECTION, StageCode.BEFORE_WINDOW, StageCode.AFTER_INAUGURATION)
_YEAR = re.compile(r"\W{0,3}(?:(?!tahun )[^\W\d]+ ){0,3}?(?:tahun )?(?P<year>20[0-4]\d)(?!\d)")
_SETTLED = timedelta(days=180)


def find_election(
    lexicon: Lexicon, page: Page, day: date | None, region: str | None, published: date | None = None, tags: str = ""
) -> Detail | None:
    """The timetable's id. ``tags``: the article's own list of topics, read where the text names no election."""
    region = lexicon.gazetteer.official(region)
    kinds, years = _named(lexicon, page)
    told = day or published
    running = _running(lexicon, told, region) or _just_over(lexicon, told, region)
    by_kind = {item.id: item.kind for item in lexicon.timetables}
    for name, span in _dated(lexicon, years, region):
        if told is not None and _over(lexicon, name, told) and any(other != name for other in running):
            continue
        if by_kind[name] == "pemilu" and "pilkada" in kinds and day is not None and name not in running:
            continue
        return Detail(value=name, span=span, rule="kinds.election_named")
    if kinds and running:
        fresh = [name for name in running if told is not None and not _over(lexicon, name, told)] or running
        chosen = [name for name in fresh if by_kind[name] in kinds] or fresh
        span = kinds.get(by_kind[chosen[-1]], next(iter(kinds.values())))
        return Detail(value=chosen[-1], span=span, rule="kinds.election_running")
    if not kinds and told is not None:
        # An article on neutrality that names no election: the only one before its vote, else the only one just over.
        ahead = [name for name in running if lexicon.timetables.stage(told, name).code is not StageCode.AFTER_VOTING]
        ahead = ahead or [name for name in running if not _over(lexicon, name, told)]
        if len(ahead) == 1:
            derived: tuple[tuple[str, Json], ...] = (("from", "event_date" if day else "article_date"),)
            return Detail(value=ahead[0], span=None, rule="kinds.election_by_date", more=derived)
    return _tagged(lexicon, tags, region)


def earliest_year(day: date | None, election: Detail | None) -> int | None:
    """The earliest year that the article is of: a case of last year's election may be decided in this one."""
    years = [day.year] if day else []
    if election is not None:
        years += [int(number) for number in str(election.value).split("_") if number.isdigit()]
    return min(years, default=None)


def _named(lexicon: Lexicon, page: Page) -> tuple[dict[str, Span], dict[tuple[str, int], Span]]:
    """The kinds of election named, and those named with a year."""
    kinds: dict[str, Span] = {}
    years: dict[tuple[str, int], Span] = {}
    for placed in lexicon.rules("elections").on(page):
        rule = placed.rule
        for match in placed.matches():
            if _aside(lexicon, page, match.start(), match.end()):
                continue
            kinds.setdefault(rule.code, Span(*match.span()))
            if year := _YEAR.match(page.low, match.end(), match.end() + 45):
                years.setdefault((rule.code, int(year["year"])), Span(match.start(), year.end()))
    return kinds, years


def _aside(lexicon: Lexicon, page: Page, start: int, end: int) -> bool:
    """An earlier one ("pada Pemilu lalu"), or part of a body's name ("Panitia Pengawas Pemilihan Umum")."""
    if lexicon.pattern("elections", "past").match(page.low, end):
        return True
    body = lexicon.pattern("elections", "body")
    return any(one.end() >= start - 1 for one in body.finditer(page.low, max(0, start - 16), start))


def _dated(lexicon: Lexicon, years: dict[tuple[str, int], Span], region: str | None) -> Iterator[tuple[str, Span]]:
    for (kind, number), span in sorted(years.items(), key=lambda item: (item[0][0] == "pemilu", item[1].start)):
        fitting = (item for item in lexicon.timetables if item.kind == kind and item.id.endswith(str(number)))
        names = sorted((item.id for item in fitting if _held(item, region)), key=lambda one: one != f"{kind}_{number}")
        if names:
            yield names[0], span


def _running(lexicon: Lexicon, day: date | None, region: str | None) -> list[str]:
    """The elections under way on a day."""
    if day is None:
        return []
    stages = [stage for stage in lexicon.timetables.stages(day, region) if stage.code not in _OUTSIDE]
    return [stage.election for stage in stages if stage.election is not None]


def _just_over(lexicon: Lexicon, day: date | None, region: str | None) -> list[str]:
    """After an inauguration: the elections that sanctions of these months are about."""
    if day is None:
        return []
    voted = ((item.id, item.span(StageCode.VOTING_DAY)) for item in lexicon.timetables if _held(item, region))
    over = [name for name, vote in voted if vote is not None and vote.start is not None and vote.start < day]
    return [name for name in over if not _over(lexicon, name, day)]


def _over(lexicon: Lexicon, name: str, day: date) -> bool:
    """Its vote lies well behind."""
    vote = lexicon.timetables.get(name).span(StageCode.VOTING_DAY)
    return vote is not None and vote.start is not None and vote.start + _SETTLED < day


def _held(item: Timetable, region: str | None) -> bool:
    """Whether the election takes place there, as far as its list of regions tells."""
    return region is None or item.stage(item.determination, region).coverage is not Coverage.NO


def _tagged(lexicon: Lexicon, tags: str, region: str | None) -> Detail | None:
    if not tags:
        return None
    _, years = _named(lexicon, Page(tags))
    found = next(_dated(lexicon, years, region), None)
    more: tuple[tuple[str, Json], ...] = (("from", "tags"),)
    return None if found is None else Detail(value=found[0], span=None, rule="kinds.election_tagged", more=more)
