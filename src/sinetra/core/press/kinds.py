"""What kind of event an article tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sinetra.core.press.facts import Detail, Mode, SanctionFact
from sinetra.core.press.heading import first_paragraph, lead_end
from sinetra.core.press.kind_essays import essay
from sinetra.core.press.kind_forms import carried, settle
from sinetra.core.press.kind_hits import Finder, Hits, background
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

#: A sanction the article tells as imposed.
_IMPOSED = 6.0
#: The same, where headline or first sentence tell it and nothing else says that something was decided.
_TOLD_FIRST = 12.0
_LEAD = 500
#: Of somebody in particular, and not put on him.
_SPARED = frozenset({Mode.DENIED, Mode.HYPOTHETICAL})
#: Where headline and lead tell no more than this, the lead is a scene, and what happened is told after it.
_FAINT, _DELAYED = 5.0, 1100
#: By here an article has told its kind; only who wrote an opinion stands at its end.
_TOLD_BY = 1300
#: An opening on an election is not everyday news, whatever the headline says.
_OPENING = 400
#: By here it is clear that the article is about civil servants and those who watch them.
_NEUTRAL_BY = 700
#: Where the headline tells what was decided, the report that led to it is what went before.
_BEFORE_IT = 0.6
#: Of equal weights the first (docs/operations/press-codebook.md).
_ORDER = (
    "opinion",
    "statistics",
    "decision/sanction",
    "alleged_violation",
    "circular",
    "rakor/mou",
    "sosialisasi",
    "other",
)
#: A form that is told like another kind: a pledge is held, led and watched like a talk.
TOLD_AS = {"kinds.pledge": "sosialisasi"}
_FORMS = {"events.pledged": "kinds.pledge", "events.oath": "kinds.pledge"}


def find_kind(
    lexicon: Lexicon, page: Page, title_end: int, *, sanctions: Sequence[SanctionFact], apart: str = ""
) -> Detail:
    """The kind with the most weight, headline and lead counting most; ``other`` when nothing reaches the minimum.

    The words of a sanction count only where they tell of one: a speech that lists sanctions warns. ``apart``: what was
    taken out around the article; there an essay says whose opinion it is.
    """
    lead = lead_end(page, title_end)
    hits = _hits(lexicon, page, title_end, lead)
    if len(page.low) > title_end + _DELAYED and max((it.worth for it in hits.values()), default=0.0) < _FAINT:
        lead = title_end + _DELAYED
        hits = _hits(lexicon, page, title_end, lead)
    imposed = [fact.span for fact in sanctions if fact.mode is Mode.IMPOSED and fact.code != "unspecified"]
    if "decision/sanction" not in hits and (span := _punished_first(lexicon, page, title_end, imposed)):
        hits["decision/sanction"] = Hits(found=[(_TOLD_FIRST, span)])
    scores = {code: found.worth for code, found in hits.items()}
    decided = hits.get("decision/sanction")
    if decided is not None:
        if decided.first.start < title_end and "alleged_violation" in scores:
            scores["alleged_violation"] *= _BEFORE_IT
        if imposed and decided.first.start < title_end + _LEAD:
            scores["decision/sanction"] += _IMPOSED
    settle(lexicon, page, scores, title_end)
    carried(page, scores, hits, title_end, lead)
    if worth := essay(lexicon, page, title_end, apart, scores.get("opinion", 0.0)):
        scores["opinion"] = worth
    best = max(scores, key=lambda code: (scores[code], -_ORDER.index(code)), default=None)
    weak = best is None or scores[best] < float(lexicon.file("events")["minimum"])
    spared = any(fact.mode in _SPARED and fact.span.start < lead for fact in sanctions)
    if weak and (guessed := _of_people(lexicon, page, max(lead, title_end + _NEUTRAL_BY), scores, spared=spared)):
        span = hits[guessed].first if guessed in hits else None
        return Detail(value=guessed, span=span, rule="kinds.of_people", more=(("from", "headline and lead"),))
    if best is None or weak:
        return Detail(value="other", span=None, rule="kinds.none", more=(("from", "no pattern"),))
    if best not in hits:
        return Detail(value=best, span=None, rule="kinds.weight")
    return Detail(value=best, span=hits[best].first, rule=_FORMS.get(hits[best].heaviest[1], "kinds.weight"))


def _hits(lexicon: Lexicon, page: Page, title_end: int, lead: int) -> dict[str, Hits]:
    """What each rule finds, by kind; a rule may be for the headline alone, or for it and the first paragraph."""
    within = {"title": max(1, title_end), "lead": max(lead, first_paragraph(page, title_end))}
    head = max(1, title_end or 120)
    reach = {"subject": head, "politics": head + _OPENING}
    shut = {key: lexicon.pattern("events", key).search(page.low, 0, end) is not None for key, end in reach.items()}
    besides = _on_staff(lexicon, page, lead, title_end)
    finder = Finder(lexicon=lexicon, page=page, title_end=title_end, lead=lead, besides=besides)
    hits: dict[str, Hits] = defaultdict(Hits)
    for placed in lexicon.rules("events").on(page):
        rule = placed.rule
        if any(rule.options.get(key) and found for key, found in shut.items()):
            continue
        end = len(page.low) if rule.code == "opinion" else title_end + _TOLD_BY
        end = min((until for key, until in within.items() if rule.options.get(key)), default=end)
        finder.add(placed, end, hits[rule.code])
    return {code: found for code, found in hits.items() if found.found}


def _punished_first(lexicon: Lexicon, page: Page, title_end: int, imposed: Sequence[Span]) -> Span | None:
    """A sanction imposed in headline or first sentence, in words no rule of the kind knows; not what went before."""
    end = page.sentence_at(title_end).end
    for span in imposed:
        sentence = page.sentence_at(span.start)
        unreal = lexicon.pattern("events", "unreal").search(page.low, sentence.start, sentence.end)
        if span.start < end and unreal is None and not background(lexicon, page, span.start):
            return span
    return None


def _on_staff(lexicon: Lexicon, page: Page, lead: int, title_end: int) -> bool:
    subject = lexicon.pattern("events", "subject").search(page.low, 0, lead)
    watched = lexicon.pattern("events", "watched").search(page.low, 0, title_end + _NEUTRAL_BY)
    return subject is not None and watched is not None


def _of_people(lexicon: Lexicon, page: Page, lead: int, scores: dict[str, float], *, spared: bool) -> str | None:
    """A faint sign is enough where headline or lead speak of civil servants and an election, unless those who watch say
    that nothing came in.

    Without any: those who watch look into something, and so does who was ``spared`` a sanction stand accused; everybody
    else admonishes.
    """
    if not all(lexicon.pattern("events", key).search(page.low, 0, lead) for key in ("subject", "politics")):
        return None
    if lexicon.pattern("events", "candidates").search(page.low, 0, lead):
        return None
    watched = lexicon.pattern("events", "watchers").search(page.low, 0, lead) is not None
    if watched and lexicon.pattern("cases", "nil").search(page.low, 0, lead):
        return "other"
    faint = max(scores, key=lambda code: scores[code], default=None)
    if faint is not None:
        return faint
    return "alleged_violation" if watched or spared else "sosialisasi"
