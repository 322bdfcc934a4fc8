"""Regions named in an article, and which of them is the place of the event.

"Kota Banjar" and "Kabupaten Banjar" are two places; a bare name is settled by the offices and governments named
with it. The city of the dateline alone says where the reporter sat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sinetra.core.press.facts import PlaceFact, Venue
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.mentions import Mention, find_mentions
from sinetra.core.press.page import Page, Span
from sinetra.core.press.regions import Region

#: The day's event is where these kinds say it was held; a complaint or ruling stays with the body that handles it.
_HELD_KINDS = frozenset(("sosialisasi", "rakor/mou", "other"))
#: A ruling is read out and figures are told in a place, where the report names one.
_TOLD_KINDS = frozenset(("decision/sanction", "statistics"))
_ONLY_HALL = re.compile(r" (?:di|ke)(?: [\w.]+,?){0,9} ?")
_LODGINGS = frozenset(("hotel", "ballroom", "grand", "convention", "wisma", "aston", "novotel", "mercure", "resto"))


def find_place(
    lexicon: Lexicon, page: Page, title_end: int, venues: tuple[Venue, ...] = (), kind: str = "sosialisasi"
) -> PlaceFact | None:
    """The place of the event: where it is said to be held, else the region that offices, bodies and the lead name most.

    A national body's act has no place, however many towns the report names in passing.
    """
    mentions = find_mentions(lexicon, page, title_end)
    if kind == "opinion":
        mentions = tuple(one for one in mentions if not _of_author(lexicon, page, one))
    if not mentions:
        return _hall_only(venues)
    scores: dict[str, float] = {}
    firsts: dict[str, Span] = {}
    provinces: dict[str, float] = {}
    for mention in mentions:
        at_venue = any(0 <= mention.span.start - venue.span.end <= 4 for venue in venues) and _fits(mention, mentions)
        for region, share in _shares(mention, mentions):
            target = provinces if region.kind == "provinsi" else scores
            target[region.code] = target.get(region.code, 0.0) + (mention.weight + 2.5 * at_venue) * share
            if region.code not in firsts or (
                mention.kind and share == 1.0 and page.words[mention.first].low == mention.kind
            ):
                firsts.setdefault(region.code, mention.span)
    for code in scores:
        scores[code] += 0.5 * min(2.0, provinces.get(code[:2], 0.0))
    held = _held(lexicon, page, mentions, venues) if kind in _HELD_KINDS else None
    if kind in _TOLD_KINDS:
        held = _told(lexicon, page, mentions)
    if held is not None and held in scores:
        # However often its province is named: an office of the province meets in a town.
        scores = {held: max(scores[held], *provinces.values(), 0.0)}
    elif _national(lexicon, page, title_end, scores, provinces):
        return _hall_only(venues)
    elif kind in _HELD_KINDS and venues and (town := _town_of_dateline(mentions)):
        # Held in a hall, and no other town is named: the reporter was there.
        scores = {town: scores[town] + max([1.0, *provinces.values()])}
    return _chosen(lexicon, scores, provinces, firsts, venues)


def _town_of_dateline(mentions: tuple[Mention, ...]) -> str | None:
    """The one regency or city that the report names, its dateline among others."""
    named = {region.code for one in mentions for region, _ in _shares(one, mentions) if region.kind != "provinsi"}
    lines = [one for one in mentions if any(region.kind != "provinsi" for region in one.regions)]
    return named.pop() if len(named) == 1 and any(one.dateline for one in lines) else None


def _of_author(lexicon: Lexicon, page: Page, mention: Mention) -> bool:
    """Where the writer lives: "Penulis adalah dosen, tinggal di Kota X"."""
    line = page.line_at(mention.span.start)
    return lexicon.pattern("regions", "author").search(page.low, line.start, mention.span.start) is not None


def _hall_only(venues: tuple[Venue, ...]) -> PlaceFact | None:
    """The report names a hall and no town that could be the place."""
    if not venues:
        return None
    return PlaceFact(
        kab_kota=None,
        code=None,
        province=None,
        derived=(),
        venues=venues,
        candidates=(),
        span=venues[0].span,
        rule="places.hall_only",
    )


def _held(lexicon: Lexicon, page: Page, mentions: tuple[Mention, ...], venues: tuple[Venue, ...]) -> str | None:
    """The one city or regency that is printed right after the hall, or after the words for holding: "di Hotel X,
    Kota Y", "digelar di Kota Y", "Hotel Aurora Y"."""
    found = set(_after(lexicon, page, mentions, "held_in"))
    for mention in mentions:
        own = [region for region in mention.regions if region.kind != "provinsi"]
        printed = _is_printed(page, mention)
        for venue in venues:
            lodging = venue.name.split()[0].lower() in _LODGINGS and _fits(mention, mentions)
            if 0 <= mention.span.start - venue.span.end <= 4 and len(own) == 1 and (printed or lodging):
                found.add(own[0].code)
    return found.pop() if len(found) == 1 else None


def _told(lexicon: Lexicon, page: Page, mentions: tuple[Mention, ...]) -> str | None:
    """The one city or regency printed after the words for reading out or telling: "jumpa pers di Hotel X, Kota Y"."""
    found = set(_after(lexicon, page, mentions, "told_in"))
    return found.pop() if len(found) == 1 else None


def _after(lexicon: Lexicon, page: Page, mentions: tuple[Mention, ...], verbs: str) -> Iterator[str]:
    """Codes of cities and regencies printed as such after ``verbs`` and, at most, a hall."""
    for mention in mentions:
        own = [region for region in mention.regions if region.kind != "provinsi"]
        if len(own) == 1 and _is_printed(page, mention) and _held_in(lexicon, page, mention, verbs):
            yield own[0].code


def _is_printed(page: Page, mention: Mention) -> bool:
    return page.words[mention.first].low.rstrip(".") in ("kota", "kabupaten", "kab")


def _fits(mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """A hotel may be called like a region of another end of the country, or like a half of its name."""
    region = mention.regions[0]
    others = {one.code[:2] for other in mentions if other is not mention for one in other.regions}
    return mention.last - mention.first >= len(region.bare.split()) and (not others or region.code[:2] in others)


def _held_in(lexicon: Lexicon, page: Page, mention: Mention, told: str) -> bool:
    """Words for holding, then only the hall: "berlangsung di Ruang Gaharu, Hotel X, Kota Y"; not another event's."""
    sentence = page.sentence_at(mention.span.start)
    if lexicon.pattern("regions", "elsewhere").search(page.low, sentence.start, sentence.end):
        return False
    verbs = [*lexicon.pattern("regions", told).finditer(page.low, sentence.start, mention.span.start)]
    return bool(verbs) and _ONLY_HALL.fullmatch(page.low, verbs[-1].end(), mention.span.start) is not None


def _national(
    lexicon: Lexicon, page: Page, title_end: int, scores: dict[str, float], provinces: dict[str, float]
) -> bool:
    """A ministry or other national body leads, and no region is named with an office or more than in passing."""
    if max(scores.values(), default=0.0) >= 2.0 or max(provinces.values(), default=0.0) >= 2.0:
        return False
    return lexicon.pattern("regions", "national").search(page.low, 0, title_end + 600) is not None


def _chosen(
    lexicon: Lexicon,
    scores: dict[str, float],
    provinces: dict[str, float],
    firsts: dict[str, Span],
    venues: tuple[Venue, ...],
) -> PlaceFact | None:
    by_code = lexicon.gazetteer.by_code
    ranked = sorted(scores, key=lambda code: (-scores[code], firsts[code].start, by_code[code].kind != "kota"))
    top_province = max(provinces, key=lambda code: provinces[code], default=None)
    strong = provinces.get(top_province, 0.0) if top_province else 0.0
    shared = [
        code for code in ranked if scores[code] == scores[ranked[0]] and by_code[code].bare == by_code[ranked[0]].bare
    ]
    if not ranked or scores[ranked[0]] * len(shared) < 1.0 or (strong >= 4.0 and scores[ranked[0]] < 0.6 * strong):
        if top_province is None:
            return _hall_only(venues)
        return PlaceFact(
            kab_kota=None,
            code=top_province,
            province=by_code[top_province].name,
            derived=("kode",),
            venues=venues,
            candidates=(),
            span=firsts[top_province],
            rule="places.province",
        )
    best = by_code[ranked[0]]
    printed = best.province in provinces
    if len(shared) > 1:
        return _open(by_code, tuple(shared), venues, firsts[best.code])
    return PlaceFact(
        kab_kota=best.name,
        code=best.code,
        province=by_code[best.province].name,
        derived=("kode",) + (() if printed else ("provinsi",)),
        venues=venues,
        candidates=(),
        span=firsts[best.code],
        rule="places.named",
    )


def _open(by_code: Mapping[str, Region], codes: tuple[str, ...], venues: tuple[Venue, ...], span: Span) -> PlaceFact:
    """City or regency of one name, and nothing says which: only the province, if they share it, is known."""
    shared = {code[:2] for code in codes}
    province = by_code[codes[0][:2]].name if len(shared) == 1 else None
    return PlaceFact(
        kab_kota=None,
        code=None,
        province=province,
        derived=("provinsi",) if province else (),
        venues=venues,
        candidates=codes,
        span=span,
        rule="places.open",
    )


def _shares(mention: Mention, mentions: tuple[Mention, ...]) -> list[tuple[Region, float]]:
    """The regions a mention counts for. A shared name counts for the one that other mentions name with its kind."""
    regions = mention.regions
    if mention.kind is not None:
        fitting = [region for region in regions if region.kind == mention.kind]
        if fitting:
            return [(region, 1.0) for region in fitting[:1]]
        if mention.kind == "provinsi":
            return []
    if len(regions) == 1:
        return [(regions[0], 1.0)]
    kinds = {other.kind for other in mentions if other.kind and set(other.regions) & set(regions)}
    explicit = [region for region in regions if region.kind in kinds]
    if len(explicit) >= 1:
        return [(region, 1.0 / len(explicit)) for region in explicit]
    own = [region for region in regions if region.kind != "provinsi"]
    return [(region, 1.0 / max(1, len(own))) for region in (own or list(regions))]
