"""What kind of event an article tells of, and which election it stands in."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from sinetra.core.clock.timetables import Coverage, StageCode, Timetable
from sinetra.core.press.facts import Detail, Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.page import Page, Span

_OUTSIDE = (StageCode.NO_ELECTION, StageCode.BEFORE_WINDOW, StageCode.AFTER_INAUGURATION)
#: A sanction the article tells as imposed.
_IMPOSED = 6.0
_YEAR = re.compile(r"\W{0,3}(?:\w+ ){0,3}?(?:tahun )?(?P<year>20[0-4]\d)")


def find_kind(lexicon: Lexicon, page: Page, title_end: int, *, imposed: bool) -> Detail:
    """The kind with the most weight, headline and lead counting most; ``other`` when nothing reaches the minimum.

    The words of a sanction count only where they tell of one: a speech that lists sanctions warns.
    """
    scores: dict[str, float] = {}
    firsts: dict[str, Span] = {}
    employees = lexicon.pattern("events", "subject").search(page.low, 0, max(1, title_end or 120)) is not None
    for rule in lexicon.rules("events"):
        weight = float(rule.options["weight"])
        if rule.options.get("subject") and employees:
            continue
        seen = 0
        for match in islice(rule.pattern.finditer(page.low), 12):
            if rule.options.get("real") and not _told(lexicon, page, match.start(), title_end):
                continue
            scores[rule.code] = scores.get(rule.code, 0.0) + weight * _place(match.start(), title_end) / (1 + seen)
            firsts.setdefault(rule.code, Span(*match.span()))
            seen += 1
            if seen == 5:
                break
    if "decision/sanction" in scores and imposed:
        scores["decision/sanction"] += _IMPOSED
    best = max(scores, key=lambda code: scores[code], default=None)
    if best is None or scores[best] < float(lexicon.file("events")["minimum"]):
        return Detail(value="other", span=None, rule="kinds.none", more=(("from", "no pattern"),))
    return Detail(value=best, span=firsts[best], rule="kinds.weight")


def _place(start: int, title_end: int) -> float:
    """Headline, lead, first third, rest."""
    if start < title_end:
        return 3.0
    return 2.0 if start < title_end + 400 else 1.0 if start < title_end + 900 else 0.5


def _told(lexicon: Lexicon, page: Page, start: int, title_end: int) -> bool:
    """The sentence tells what happened: it neither supposes nor threatens, and is no quotation."""
    sentence = page.sentence_at(start)
    if lexicon.pattern("events", "unreal").search(page.low, sentence.start, sentence.end):
        return False
    return start < title_end or not in_quotes(page, start)


def find_election(lexicon: Lexicon, page: Page, day: date | None, region: str | None) -> Detail | None:
    """The timetable of the election. "Pemilu" is the Pilkada where only that is under way or named with a year."""
    kinds: dict[str, Span] = {}
    years: dict[tuple[str, int], Span] = {}
    for rule in lexicon.rules("elections"):
        for match in rule.pattern.finditer(page.low):
            kinds.setdefault(rule.code, Span(*match.span()))
            if year := _YEAR.match(page.low, match.end(), match.end() + 45):
                years.setdefault((rule.code, int(year["year"])), Span(match.start(), year.end()))
    timetables = list(lexicon.timetables)
    for (kind, number), span in sorted(years.items(), key=lambda item: (item[0][0] == "pemilu", item[1].start)):
        fitting = (item for item in timetables if item.kind == kind and item.id.endswith(str(number)))
        named = [item.id for item in fitting if _held(item, region)]
        named.sort(key=lambda name: name != f"{kind}_{number}")
        if named and (kind != "pemilu" or "pilkada" not in kinds or day is None):
            return Detail(value=named[0], span=span, rule="kinds.election_named")
    if day is not None:
        stages = [stage for stage in lexicon.timetables.stages(day, region) if stage.code not in _OUTSIDE]
        by_kind = {item.id: item.kind for item in timetables}
        if not kinds:  # an article on neutrality that names no election: the only one before its vote
            ahead = [stage.election for stage in stages if stage.code is not StageCode.AFTER_VOTING]
            if len(ahead) != 1 or ahead[0] is None:
                return None
            derived: tuple[tuple[str, Json], ...] = (("from", "event_date"),)
            return Detail(value=ahead[0], span=None, rule="kinds.election_by_date", more=derived)
        running = [stage.election for stage in stages if stage.election is not None]
        chosen = [name for name in running if by_kind[name] in kinds] or running
        if chosen:
            span = kinds.get(by_kind[chosen[-1]], next(iter(kinds.values())))
            return Detail(value=chosen[-1], span=span, rule="kinds.election_running")
    return None


def _held(item: Timetable, region: str | None) -> bool:
    """Whether the election takes place there, as far as its list of regions tells."""
    return region is None or item.stage(item.determination, region).coverage is not Coverage.NO
