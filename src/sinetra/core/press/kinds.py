"""What kind of event an article tells of."""

from __future__ import annotations

import re
from itertools import islice

from sinetra.core.press.facts import Detail
from sinetra.core.press.heading import first_paragraph, lead_end
from sinetra.core.press.kind_forms import settle
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.page import Page, Span, fold

#: A sanction the article tells as imposed.
_IMPOSED = 6.0
_ESSAY = 40.0
_LEAD = 500
#: A label stands above the headline or opens it. A text of this length in which nobody says anything and no day is named
#: is no report, so what speaks for an opinion counts more.
_LABEL, _REPORT, _UNREPORTED = 60, 350, 15.0
#: Steps of an affair, which a report of something later tells again.
_STEPS = ("alleged_violation", "decision/sanction")
#: By here an article has told its kind; only who wrote an opinion stands at its end.
_TOLD_BY = 1600
#: An opening on an election is not everyday news, whatever the headline says.
_OPENING = 400
#: What happens every day weighs less where the lead is about civil servants and those who watch them.
_BESIDES, _NEUTRAL_BY = 0.5, 700
#: A letter that is told so plainly carries what it asks for; a talk that is held in the lead stays one.
_LETTER, _OF_LETTER, _TALK_TOLD = 8.0, 0.6, 10.0
#: A form that is told like another kind: a pledge is held, led and watched like a talk.
TOLD_AS = {"kinds.pledge": "sosialisasi"}
_FORMS = {"events.pledged": "kinds.pledge", "events.oath": "kinds.pledge"}
_MINISTERS = re.compile(r"menteri|mendagri|menpan|panrb")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATELINE = re.compile(r"[A-Z][^\n.?!]{2,50}? ?[–—-]{1,2} ?(?=[\"“A-Z])")
_QUESTION, _ASKED, _TURN = 160, 3, re.compile(r"(?:t|j|q|a|tanya|jawab|pertanyaan|jawaban)\s?:")
#: So many separators make a line, and one more short lines make a block, of a menu.
_BARS, _MENU = re.compile(r"[|•·/»]"), 2
#: Where the headline tells what was decided, the report that led to it is what went before.
_BEFORE_IT = 0.6


def find_kind(lexicon: Lexicon, page: Page, title_end: int, *, imposed: bool, apart: str = "") -> Detail:
    """The kind with the most weight, headline and lead counting most; ``other`` when nothing reaches the minimum.

    The words of a sanction count only where they tell of one: a speech that lists sanctions warns. ``apart``: what was
    taken out around the article; there an essay says whose opinion it is.
    """
    lead = lead_end(page, title_end)
    within = {"title": max(1, title_end), "lead": max(lead, first_paragraph(page, title_end))}
    hits: dict[str, list[tuple[float, Span]]] = {}
    heaviest: dict[str, tuple[float, str]] = {}
    head = max(1, title_end or 120)
    reach = {"subject": head, "politics": head + _OPENING}
    shut = {key: lexicon.pattern("events", key).search(page.low, 0, end) is not None for key, end in reach.items()}
    besides = _on_staff(lexicon, page, lead, title_end)
    for rule in lexicon.rules("events"):
        weight = float(rule.options["weight"])
        if any(rule.options.get(key) and found for key, found in shut.items()):
            continue
        seen = 0
        end = len(page.low) if rule.code == "opinion" else title_end + _TOLD_BY
        end = min((until for key, until in within.items() if rule.options.get(key)), default=end)
        for match in islice(rule.matches_until(page, end), 12):
            if rule.options.get("real") and not _told(lexicon, page, match.start(), title_end):
                continue
            if rule.options.get("narrator") and _spoken(page, match.start(), title_end):
                continue
            if rule.code == "alleged_violation" and _supposed(lexicon, page, match):
                continue
            if "unless" in rule.options and _ends_before(lexicon, page, match.start(), rule.options["unless"]):
                continue
            worth = weight * _place(match.start(), title_end, lead) / (1 + seen)
            if rule.code == "other" and besides and not rule.options.get("own"):
                worth *= _BESIDES
            if rule.code in _STEPS and _background(lexicon, page, match.start()):
                worth *= _BEFORE_IT
            if worth > heaviest.get(rule.code, (0.0, ""))[0]:
                heaviest[rule.code] = (worth, rule.id)
            hits.setdefault(rule.code, []).append((worth, Span(*match.span())))
            seen += 1
            if seen == 5 or rule.options.get("once"):
                break
    scores = {code: _sum(found) for code, found in hits.items()}
    firsts = {code: min((span for _, span in found), key=lambda span: span.start) for code, found in hits.items()}
    decided = firsts.get("decision/sanction")
    if decided is not None and decided.start < title_end and scores.get("alleged_violation"):
        scores["alleged_violation"] *= _BEFORE_IT
    if imposed and "decision/sanction" in firsts and firsts["decision/sanction"].start < title_end + _LEAD:
        scores["decision/sanction"] += _IMPOSED
    firsts_in = {code: span.start for code, span in firsts.items()}
    settle(lexicon, page, scores, firsts_in, title_end)
    _carried(page, scores, hits, title_end, lead)
    signed = apart and lexicon.pattern("events", "essay").search(fold(_without_menus(apart)))
    reported = lexicon.pattern("events", "reported").search(page.low, title_end) or _DATELINE.match(
        page.text, title_end
    )
    unreported = len(page.low) > _REPORT and reported is None
    labelled = lexicon.pattern("events", "label").search(page.low, 0, title_end + _LABEL) is not None
    if labelled or _asked(lexicon, page, title_end) or (signed and (unreported or "opinion" in scores)):
        scores["opinion"] = scores.get("opinion", 0.0) + _ESSAY
    elif unreported:
        timeless = _YEAR.search(page.low, title_end) is None
        scores["opinion"] = _UNREPORTED * timeless + 2.5 * scores.get("opinion", 0.0)
    best = max(scores, key=lambda code: scores[code], default=None)
    least = float(lexicon.file("events")["minimum"])
    if (best is None or scores[best] < least) and (
        guessed := _of_people(lexicon, page, max(lead, title_end + _NEUTRAL_BY), scores)
    ):
        return Detail(
            value=guessed, span=firsts.get(guessed), rule="kinds.of_people", more=(("from", "headline and lead"),)
        )
    if best is None or scores[best] < least:
        return Detail(value="other", span=None, rule="kinds.none", more=(("from", "no pattern"),))
    rule = _FORMS.get(heaviest[best][1], "kinds.weight") if best in heaviest else "kinds.weight"
    return Detail(value=best, span=firsts.get(best), rule=rule)


def _spoken(page: Page, start: int, title_end: int) -> bool:
    """In a quotation, or in a headline behind the name of who says it: "Bupati: Saya Tidak Ikut Campur"."""
    return in_quotes(page, start) or (start < title_end and ":" in page.low[:start])


def _ends_before(lexicon: Lexicon, page: Page, start: int, key: str) -> bool:
    """Whether words of this pattern stand right before a place, in its sentence."""
    begin = max(page.sentence_at(start).start, start - 60)
    end = start - 1 if page.low[start - 1 : start].isspace() else start
    return any(match.end() == end for match in lexicon.pattern("events", key).finditer(page.low, begin, end))


def _supposed(lexicon: Lexicon, page: Page, match: re.Match[str]) -> bool:
    """ "Siapa pun yang kedapatan memihak": nobody has been found yet."""
    begin = page.sentence_at(match.start()).start
    supposed = lexicon.pattern("events", "supposed").search(page.low, max(begin, match.start() - 60), match.end())
    return supposed is not None and supposed.end() > match.start()


def _carried(
    page: Page, scores: dict[str, float], hits: dict[str, list[tuple[float, Span]]], title_end: int, lead: int
) -> None:
    """What a letter asks for is not a talk about it, where headline or lead tell of the letter; a minister's is old."""
    found = (span for _, span in hits.get("circular", ()))
    letters = [span.start for span in found if not _MINISTERS.search(page.low, span.start, span.end)]
    if scores.get("circular", 0.0) >= _LETTER and min(letters, default=lead) < lead and "sosialisasi" in scores:
        talks = [worth for worth, span in hits["sosialisasi"] if span.start < lead]
        if min(letters) < title_end or max(talks, default=0.0) < _TALK_TOLD:
            scores["sosialisasi"] *= _OF_LETTER


def _asked(lexicon: Lexicon, page: Page, title_end: int) -> bool:
    """An interview printed as such: it says so and has paragraphs that are one question, or "T:" and "J:"."""
    lines = [line.strip() for line in page.low[title_end:].split("\n")]
    if lexicon.pattern("events", "gathered").search(page.low, 0, title_end + _LEAD):
        return False
    if sum(_TURN.match(line) is not None for line in lines) > _ASKED:
        return True
    asked = sum(line.endswith("?") and len(line) < _QUESTION for line in lines)
    return asked >= _ASKED and lexicon.pattern("events", "interview").search(page.low) is not None


def _without_menus(apart: str) -> str:
    """Without the sections that a page offers: "Beranda | Kota | Opini", or one word a line."""
    lines = [line for line in apart.split("\n") if len(_BARS.findall(line)) < _MENU]
    alone = [len(line.split()) == 1 for line in lines]
    menu = {
        first + step
        for first in range(len(lines) - _MENU)
        if all(alone[first : first + _MENU + 1])
        for step in range(_MENU + 1)
    }
    return "\n".join(line for at, line in enumerate(lines) if at not in menu)


def _on_staff(lexicon: Lexicon, page: Page, lead: int, title_end: int) -> bool:
    subject = lexicon.pattern("events", "subject").search(page.low, 0, lead)
    watched = lexicon.pattern("events", "watched").search(page.low, 0, title_end + _NEUTRAL_BY)
    return subject is not None and watched is not None


def _background(lexicon: Lexicon, page: Page, start: int) -> bool:
    """In a clause of what went before: "setelah Bawaslu menemukan …"."""
    sentence = page.sentence_at(start)
    told = page.low[sentence.start : start].rsplit(",", 1)[-1]
    return lexicon.pattern("events", "background").search(told) is not None


def _of_people(lexicon: Lexicon, page: Page, lead: int, scores: dict[str, float]) -> str | None:
    """A faint sign is enough where headline or lead speak of civil servants and an election.

    Without any: those who watch look into something, everybody else admonishes.
    """
    if not all(lexicon.pattern("events", key).search(page.low, 0, lead) for key in ("subject", "politics")):
        return None
    if lexicon.pattern("events", "candidates").search(page.low, 0, lead):
        return None
    faint = max(scores, key=lambda code: scores[code], default=None)
    if faint is not None:
        return faint
    return "alleged_violation" if lexicon.pattern("events", "watchers").search(page.low, 0, lead) else "sosialisasi"


def _sum(found: list[tuple[float, Span]]) -> float:
    """The worth of all hits; words that several rules hit count once, by the weightiest."""
    taken: list[Span] = []
    total = 0.0
    for worth, span in sorted(found, key=lambda hit: -hit[0]):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            total += worth
    return total


def _place(start: int, title_end: int, lead: int) -> float:
    """Headline, lead, first third, rest."""
    if start < title_end:
        return 3.0
    return 2.0 if start < lead else 1.0 if start < title_end + 900 else 0.5


def _told(lexicon: Lexicon, page: Page, start: int, title_end: int) -> bool:
    """The sentence tells what happened: it neither supposes nor threatens, and is no quotation."""
    sentence = page.sentence_at(start)
    begin = max(sentence.start, *(page.low.rfind(sign, sentence.start, start) for sign in ":;"))
    if lexicon.pattern("events", "unreal").search(page.low, begin, sentence.end):
        return False
    return start < title_end or not in_quotes(page, start)
