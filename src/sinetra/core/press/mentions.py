"""Names of regions in a page, with the words that say of what kind they are and how much they speak for the place."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.regions import Region

_CITY = frozenset(("wali", "walikota", "walkot", "wako", "pemko", "pemkot", "kota", "sekdako", "sekkot", "wawali"))
_REGENCY = frozenset(("bupati", "pemkab", "kabupaten", "kab", "wabup", "sekdakab", "sekkab"))
_PROVINCE = frozenset(("gubernur", "pemprov", "provinsi", "prov", "wagub", "sekdaprov", "sekprov", "polda"))
#: The city of the dateline says where the reporter sat.
_DATELINE = 0.6
#: A court rules in its own town, over people of others.
_COURT = 4.0
_BODIES = frozenset(
    ("bawaslu", "kpu", "bkpsdm", "bkpp", "bkd", "bkpsdmd", "bkppd", "kesbangpol", "dprd", "inspektorat")
)
_BODIES |= {"polres", "polresta", "panwaslu", "asn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A region's name at words ``first`` to ``last`` (exclusive); several regions when the name is shared."""

    first: int
    last: int
    span: Span
    regions: tuple[Region, ...]
    kind: str | None
    weight: float
    dateline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAt:
    first: int
    last: int
    regions: tuple[Region, ...]


def region_at(lexicon: Lexicon, page: Page, index: int) -> NamedAt | None:
    """The longest region name at word ``index``, "Kota" or "Kabupaten" before it included."""
    gazetteer = lexicon.gazetteer
    words = page.words
    first = index
    kind: str | None = None
    if index >= len(words):
        return None
    if words[index].low.rstrip(".") in ("kota", "kabupaten", "kab", "provinsi", "prov"):
        kind = {"kab": "kabupaten", "prov": "provinsi"}.get(words[index].low.rstrip("."), words[index].low)
        index += 1
        if index < len(words) and words[index].low in ("administrasi", "adm"):
            index += 1
        if index >= len(words) or page.low[words[index - 1].end : words[index].start].strip(" .") != "":
            return None
    if not words[index].capital:
        return None
    if words[index].low[:3] not in gazetteer.firsts and len(words[index].low) >= 3:
        return None
    joined = ""
    best: NamedAt | None = None
    for last in range(index, min(index + gazetteer.longest, len(words))):
        if last > index and page.low[words[last - 1].end : words[last].start].strip("- ") != "":
            break
        if last > index and not words[last].capital and words[last].low != "dan":
            break
        joined += words[last].low
        named = gazetteer.named(joined)
        if kind is not None:
            named = tuple(region for region in named if region.kind == kind)
        if named:
            best = NamedAt(first=first, last=last + 1, regions=named)
    return best


def _kind_before(page: Page, index: int, own: str) -> str | None:
    """What the words before say: of a city, a regency or a province."""
    if own in ("kota", "kabupaten", "kab", "provinsi", "prov"):
        return {"kab": "kabupaten", "prov": "provinsi"}.get(own, own)
    for step in (1, 2):
        if index - step < 0 or "\n" in page.text[page.words[index - step].end : page.words[index].start]:
            return None
        low = page.words[index - step].low
        if low in _CITY:
            return "kota"
        if low in _REGENCY:
            return "kabupaten"
        if low in _PROVINCE:
            return "provinsi"
    return None


def find_mentions(lexicon: Lexicon, page: Page, title_end: int) -> tuple[Mention, ...]:
    """Every region named in the page, with how much it speaks for being the place."""
    ambiguous = lexicon.words("regions", "ambiguous")
    found: list[Mention] = []
    words = page.words
    index = 0
    while index < len(words):
        named = region_at(lexicon, page, index)
        if named is None:
            index += 1
            continue
        span = Span(words[named.first].start, words[named.last - 1].end)
        dateline = _in_dateline(page, span.start, span.end)
        own = words[named.first].low.rstrip(".")
        kind = _kind_before(page, named.first, own)
        weight = _weight(lexicon, page, named, kind, title_end, dateline=dateline)
        last_name = words[named.last - 1].low
        bare = named.last - named.first == 1
        previous = words[named.first - 1].low if named.first else ""
        if bare and last_name in ambiguous and kind is None and previous not in (*_BODIES, "di", "se", "dari", "ke"):
            weight = 0.0
        if kind is None and previous not in _BODIES and _is_torn(named):
            weight *= 0.2
        if weight:
            found.append(
                Mention(
                    first=named.first,
                    last=named.last,
                    span=span,
                    regions=named.regions,
                    kind=kind,
                    weight=weight,
                    dateline=dateline,
                )
            )
        index = named.last
    return tuple(found)


def _is_torn(named: NamedAt) -> bool:
    """ "Karang Anyar" is a village more often than the regency Karanganyar, unless an office stands before it."""
    return all(named.last - named.first > len(region.bare.split()) for region in named.regions)


def _weight(lexicon: Lexicon, page: Page, named: NamedAt, kind: str | None, title_end: int, *, dateline: bool) -> float:
    words = page.words
    start = words[named.first].start
    before = words[named.first - 1].low if named.first else ""
    two_before = words[named.first - 2].low if named.first > 1 else ""
    if before in lexicon.words("regions", "named_after") or (before.isdigit() and two_before == "regional"):
        return 0.0
    if f"{two_before} {before}" in lexicon.words("regions", "named_after"):
        return 0.0
    if dateline:
        return _DATELINE
    if _of_former(page, start) or _is_row(page, start, words[named.last - 1].end):
        return 0.2
    if f"{two_before} {before}" == "diterima di":
        return 0.0  # where a statement arrived
    weight = 1.0
    if f"{two_before} {before}" == "pengadilan negeri" or before == "pn":
        weight = _COURT
    elif kind is not None:
        weight = 2.5 if before in _CITY | _REGENCY | _PROVINCE else 2.0
    elif before in _BODIES:
        weight = 2.0
    elif before in ("di", "se"):
        weight = 1.3
    if start < title_end:
        weight *= 2
    elif start < title_end + 700:
        weight *= 1.3
    compared = lexicon.pattern("regions", "compared").search(page.low_of(page.sentence_at(start)))
    return weight * 0.2 if compared and start >= title_end else weight


def _of_former(page: Page, start: int) -> bool:
    """What somebody was: "mantan Sekretaris Daerah Kabupaten X"."""
    _, former, office = page.low[max(0, start - 40) : start].rpartition("mantan ")
    return bool(former) and not set(office) & set(",.;:()\n")


def _is_row(page: Page, start: int, end: int) -> bool:
    """A line of a table or list: the region and a number."""
    line = page.line_at(start)
    rest = page.text[line.start : start] + page.text[end : line.end]
    return any(char.isdigit() for char in rest) and not any(char.isalpha() for char in rest)


def _in_dateline(page: Page, start: int, end: int) -> bool:
    """A city between the line's start and the dash that opens the report, or on a line of names and a date alone."""
    line = page.line_at(start)
    own = page.text[line.start : line.end]
    if own.endswith(")") and len(own) < 80 and not any(word.isalpha() and word.islower() for word in own.split()):
        return any(char.isdigit() for char in own)
    head = page.low[line.start : min(line.end, line.start + 80)]
    dash = next((place for mark in (" - ", " -- ", "--", ",-", "- ", "-") if (place := head.find(mark)) > 0), -1)
    if not (dash > 0 and end <= line.start + dash + 1 and start - line.start < 60):
        return False
    printed = page.text[line.start : line.start + dash].split()
    told = sum(1 for word in printed if word.isalpha() and word.islower())
    return len(printed) <= 8 and told < 2  # a sentence with a dash has verbs; a dateline has names
