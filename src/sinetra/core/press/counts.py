"""How many took part. Numbers of cases, reports, voters, of all civil servants of a region are no participants.

Each number with a unit of people is weighed by what its sentence says of it: that they came, or that they were called.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sinetra.core.press.facts import CountFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.number_words import number_value
from sinetra.core.press.page import Page, Span

_NEAR = 70
#: So far into the article a sentence that names the meeting says who was there.
_OPENING = 1500
#: The sentence of the gathering stands here: who came by it outranks what later sentences count.
_LEAD = 900
#: Headline and first sentence tell what the news is.
_OPENS = 160
#: Fewer are guests, speakers or a delegation unless the sentence says that they took part.
_FEW = 5
_DELEGATION = 2
#: The object of a verb of coming decides too: "diberi sanksi".
_OBJECT = 9
#: "dihadiri 85 peserta": what else a report counts are not the people of its event.
_PLAINLY = 8
_PLAIN = 4
#: An inauguration, a parade: somebody came, but most numbers are of something else.
_OF_OTHERS = 5
_FIRST = 3
#: Whom a letter is for has come nowhere.
_OF_A_LETTER = 4
#: More are all civil servants of a region, not those who were asked in a hall.
_MANY = 600
_OF_ALL = ("orang", "peserta", "hadirin", "undangan", "partisipan", "akun")
_JOINED = re.compile(
    r"(?: [\w/-]+){0,8}(?:,| dan|, dan| serta|, serta)"
    r"(?! (?:melampaui|melebihi|di atas|di bawah|padahal|sedangkan|sementara|meski|jauh|dengan))"
    r"(?! (?:hari|besok|giliran|gelombang|tahap))"
    r"(?! (?:yang )?(?:terdiri|meliputi|mencakup|yakni|yaitu|masing-masing|terbagi|gabungan|di antaranya))"
    r"(?: [a-z]+){0,3} "
)
#: "205 guru, lebih banyak daripada tahun lalu": what follows is said of others.
_COMPARED = re.compile(r",? (?:lebih (?:banyak|sedikit|ramai|sepi)|dibanding|ketimbang|(?:naik|turun) dari)")
#: "48 orang, enam orang dari tiap daerah".
_OF_EACH = re.compile(r" (?:dari|untuk|per) (?:tiap|setiap|masing|satu)")
_NO_MEETING = ("alleged_violation", "decision/sanction", "statistics", "opinion", "other")
#: What a number must weigh more than, by the kind of news.
_LEAST = dict.fromkeys(_NO_MEETING, _PLAINLY) | {"circular": _OF_A_LETTER, "other": _OF_OTHERS}


def _weight(lexicon: Lexicon, page: Page, match: re.Match[str]) -> int:
    """0: no participants; else how plainly the sentence says that they took part."""
    sentence = page.sentence_at(match.start())
    before = page.low[max(sentence.start, match.start() - _NEAR) : match.start()]
    after = _COMPARED.split(page.low[match.end() : min(sentence.end, match.end() + _NEAR)], maxsplit=1)[0]
    rest = f"{match['unit'].partition(' ')[2]} {after}".lstrip(" ,")  # "44 penyuluh hadir": the unit took the verb
    verb = lexicon.pattern("details", "came_after").match(rest)
    beside = after if verb is None else after[: max(0, verb.end() - (len(rest) - len(after))) + _OBJECT]
    if lexicon.pattern("details", "not_participants").search(f"{before} # {beside}"):
        return 0
    if lexicon.pattern("details", "part_of_a_whole").search(f"{before}# {after}"):
        return 0
    value = number_value(match["number"]) or 0
    came = lexicon.pattern("details", "came_before").search(before)
    comes = verb or _they_came(lexicon, page, sentence)
    if not (came or comes) and lexicon.pattern("details", "seldom_participants").search(f"{before} # {after}"):
        return 0
    called = lexicon.pattern("details", "called").search(before)
    invited = lexicon.pattern("details", "invited").search(before)
    weight = (4 if came else 0) + (4 if comes else 0) + (2 if called else 1 if invited else 0)
    if not weight and lexicon.pattern("details", "only").search(f"{before}#"):
        weight = 2
    if not weight and _FEW <= value <= _MANY and match.start() < _LEAD and _is_subject(lexicon, before, rest):
        weight = 2
    meeting = lexicon.pattern("details", "meeting_words").search(page.low, sentence.start, sentence.end) is not None
    if lexicon.pattern("details", "in_all").search(f"{before}#") and (weight or meeting or value <= _MANY):
        weight += 5
    if match["unit"] == "orang" and lexicon.pattern("details", "all_of_them").match(after):
        weight += 3
    if value <= _MANY and lexicon.pattern("details", "addressed").match(after.lstrip(" ,")):
        weight += 2
    if match["unit"] in lexicon.words("details", "attending_units"):
        weight += 3
    elif weight and value < _FEW:
        weight = max(1, weight - _DELEGATION)
    if weight and lexicon.pattern("details", "whole").search(f"{before}#"):
        weight += 2
    if match.start() < _OPENING and meeting and value >= _FEW:
        weight += 2
    online = match["unit"] in ("akun", "akun zoom") and lexicon.pattern("details", "online").search(page.low)
    last = re.split(r"[,;]", before)[-1]
    if weight and lexicon.pattern("details", "another_time").search(last):
        weight = max(1, weight - 4)
    if weight and lexicon.pattern("details", "earlier_time").search(before):
        weight = 1
    if _of_another(lexicon, page, f"{before}# {after}", min(_OPENS, sentence.start)):
        weight = 0
    if match["unit"].startswith("akun"):
        return 4 if online else 0
    return weight


def _is_subject(lexicon: Lexicon, before: str, rest: str) -> bool:
    """ "Tak kurang 350 ASN menyalakan lilin": the report opens with them, and they do something."""
    opens = lexicon.pattern("details", "subject_before").search(f"{before}#")
    return opens is not None and lexicon.pattern("details", "subject_after").match(rest) is not None


def _ahead(lexicon: Lexicon, page: Page, match: re.Match[str]) -> int:
    """Of two numbers of people who came, the one of the first sentences and of "dihadiri 85 orang" is the audience."""
    before = page.low[max(page.sentence_at(match.start()).start, match.start() - _NEAR) : match.start()]
    whole = lexicon.pattern("details", "whole").search(f"{before}#")
    return (_FIRST if match.start() < _LEAD else 0) + (2 if whole else 0)


def _of_another(lexicon: Lexicon, page: Page, around: str, opening: int) -> bool:
    """Those of another gathering, past or to come, or of a quiz within this one, unless the quiz is the news itself."""
    if lexicon.pattern("details", "another_gathering").search(around):
        return True
    aside = lexicon.pattern("details", "aside").search(around)
    return aside is not None and (aside["told"] or aside["after"]) not in page.low[:opening]


def _they_came(lexicon: Lexicon, page: Page, sentence: Span) -> bool:
    """The next sentence goes on: "Mereka mengikuti ..."."""
    following = page.low[sentence.end : sentence.end + 2 * _NEAR].lstrip()
    they = lexicon.pattern("details", "they").match(following)
    return they is not None and lexicon.pattern("details", "came_after").match(following, they.end() + 1) is not None


def _one_of_several(lexicon: Lexicon, page: Page, best: re.Match[str]) -> bool:
    """ "25 camat dan 30 lurah": no number is printed of all of them, and none is made up."""
    sentence = page.sentence_at(best.start())
    every = list(lexicon.pattern("details", "people").finditer(page.low, sentence.start, sentence.end))
    if lexicon.pattern("details", "in_all").search(f"{page.low[sentence.start : best.start()]}#"):
        return False
    if best["unit"] == "orang":
        every = [one for one in every if one["unit"] == "orang"]
    elif any(one["unit"].split()[0] in _OF_ALL for one in every):
        return False
    pairs = [pair for pair in pairwise(every) if best.start() in (pair[0].start(), pair[1].start())]
    return any(
        _JOINED.fullmatch(page.low, one.end(), two.start())
        and not _OF_EACH.match(page.low, two.end())
        and _weight(lexicon, page, two)
        for one, two in pairs
    )


def _sum_told(lexicon: Lexicon, page: Page, best: re.Match[str]) -> re.Match[str] | None:
    """ "64 pegawai, 38 guru dan delapan petugas. Seratus sepuluh orang": the number that the others add up to."""
    sentence = page.sentence_at(best.start())
    people = lexicon.pattern("details", "people")
    parts = [number_value(one["number"]) or 0 for one in people.finditer(page.low, sentence.start, sentence.end)]
    if len(parts) < 2:
        return None
    others = people.finditer(page.low, sentence.end, sentence.end + 6 * _NEAR)
    return next((one for one in others if number_value(one["number"]) == sum(parts)), None)


def _bare(lexicon: Lexicon, page: Page) -> CountFact | None:
    """A number without a unit of people where the sentence itself says who: "dari 60 undangan, 52 datang"."""
    match = lexicon.pattern("details", "bare").search(page.low)
    if match is None:
        return None
    name = next(name for name in ("of", "number", "told", "showed", "came", "among", "seated", "signed") if match[name])
    return CountFact(
        value=number_value(match[name]) or 0,
        approximate=False,
        unit="orang",
        span=Span(*match.span(name)),
        rule="counts.said_of_them",
    )


def find_participants(lexicon: Lexicon, page: Page, kind: str = "other") -> CountFact | None:
    """The number of people most plainly said to attend; ``approximate`` for "sekitar" and "200-an".

    Where no meeting is told of (a report, a decision, statistics) only the plainest words count.
    """
    best: re.Match[str] | None = None
    most, highest = 0, 0
    least = _LEAST.get(kind, 1)
    for match in lexicon.pattern("details", "people").finditer(page.low):
        value = number_value(match["number"]) or 0
        year = 1990 <= value <= 2045 and match["number"].isdigit()
        if value < 2 or year or page.low[max(0, match.start() - 1) : match.start()] in (".", ",", "/", "-"):
            continue
        weight = _weight(lexicon, page, match)
        rank = weight + _ahead(lexicon, page, match) if weight >= _PLAIN else weight
        if weight > least and rank > highest:
            best, most, highest = match, weight, rank
    bare = _bare(lexicon, page) if kind not in _NO_MEETING else None
    if best is None or (bare is not None and bare.span.start < best.end("unit") + _NEAR and most < 7):
        return bare
    best = _sum_told(lexicon, page, best) or best
    if _one_of_several(lexicon, page, best):
        return bare
    start = best.start("approx") if best["approx"] else best.start("number")
    return CountFact(
        value=number_value(best["number"]) or 0,
        approximate=bool(best["approx"] or best["about"]),
        unit=best["unit"].split()[0],
        span=Span(start, best.end("unit")),
        rule="counts.people_attending",
    )
