"""Laws, regulations, decrees and circulars named in an article, checked against the register of instruments."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sinetra.core.press.facts import Detail, LegalFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.rules import Rule

_CITY_CIRCULAR = "instruments.circular"


def _numbered(lexicon: Lexicon, page: Page) -> Iterator[LegalFact]:
    tail = re.compile(lexicon.pattern("instruments", "number_year").pattern.removeprefix(r"(?<!\w)"))
    for placed in lexicon.rules("instruments", "kinds").on(page):
        rule = placed.rule
        for match in placed.matches():
            found = tail.match(page.low, match.end())
            if found is None or _other_kind(lexicon, rule, page.low[match.end() : found.start("number")]):
                continue
            printed_number = found["number"]
            printed = f"{rule.code}-{int(printed_number)}-{found['year']}"
            yield _checked(lexicon, page, printed, Span(match.start(), found.end()), rule.id)


def _other_kind(lexicon: Lexicon, own: Rule, between: str) -> bool:
    """Another kind of instrument stands between the name and the number: the number is the other's."""
    return any(rule.code != own.code and rule.pattern.search(between) for rule in lexicon.rules("instruments", "kinds"))


def _checked(lexicon: Lexicon, page: Page, printed: str, span: Span, rule: str) -> LegalFact:
    register = lexicon.instruments
    misprints = lexicon.file("instruments")["misprints"]
    flags: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    wanted = printed
    if printed not in register and printed in misprints:
        wanted, flags, derived = str(misprints[printed]), ("probable_misprint",), ("instrument",)
    elif printed not in register:
        flags = ("probable_misprint",) if _other_year(printed, register) else ("not_in_register",)
    return LegalFact(
        as_printed=page.of(span),
        instrument=None if wanted not in register and "probable_misprint" in flags else wanted,
        number=printed,
        articles=(),
        clauses=(),
        register=register.get(wanted),
        flags=flags,
        derived=derived,
        span=span,
        rule=rule,
    )


def _other_year(printed: str, register: Container[str]) -> bool:
    """The register has the number under another year: which of the two is misprinted, nobody here can say."""
    kind_and_number, _, year = printed.rpartition("-")
    return any(f"{kind_and_number}-{other}" in register for other in range(int(year) - 12, int(year) + 13))


def _issued(lexicon: Lexicon, page: Page, number: str, span: Span) -> str | None:
    """The id of a circular of a ministry or national body, when the register has it under that number and year."""
    match = lexicon.pattern("instruments", "issued_number").match(number.lower())
    if match is None:
        return None
    sentence = page.low_of(page.sentence_at(span.start))
    for kind, words in lexicon.file("instruments")["issuers"].items():
        for wanted in (f"{kind}-{match['number']}-{match['year']}", f"{kind}-b-{match['number']}-{match['year']}"):
            if wanted in lexicon.instruments and (number.lower().startswith("b/") or re.search(words, sentence)):
                return wanted
    return None


def _circulars(lexicon: Lexicon, page: Page) -> Iterator[LegalFact]:
    for match in lexicon.pattern("instruments", "circular").finditer(page.low):
        span = Span(*match.span())
        number = page.text[match.start("number") : match.end("number")]
        issued = _issued(lexicon, page, number, span)
        yield LegalFact(
            as_printed=page.of(span),
            instrument=issued,
            number=number,
            articles=(),
            clauses=(),
            register=None if issued is None else lexicon.instruments[issued],
            flags=(),
            derived=() if issued is None else ("instrument",),
            span=span,
            rule=_CITY_CIRCULAR,
        )


def _named(lexicon: Lexicon, page: Page, day: date | None) -> Iterator[LegalFact]:
    for placed in lexicon.rules("instruments", "named").on(page):
        rule = placed.rule
        for match in placed.matches():
            since = rule.options.get("since")
            settled = since is not None and day is not None and day >= date.fromisoformat(str(since))
            span = Span(*match.span())
            yield LegalFact(
                as_printed=page.of(span),
                instrument=rule.code if settled else None,
                number=None,
                articles=(),
                clauses=(),
                register=lexicon.instruments.get(rule.code) if settled else None,
                flags=(),
                derived=("instrument",) if settled else (),
                span=span,
                rule=rule.id,
            )


def _articles(lexicon: Lexicon, page: Page) -> list[tuple[int, tuple[str, ...], str]]:
    found = []
    for match in lexicon.pattern("instruments", "article").finditer(page.low):
        more = re.findall(r"\d{1,3}[a-z]?", match["more"] or "")
        numbers = tuple(number.upper() for number in (match["article"], *more))
        clause = " ".join(f"{match['article']}{match['clause'] or ''}".split())
        found.append((match.start(), numbers, clause))
    return found


def _with_articles(lexicon: Lexicon, page: Page, facts: list[LegalFact]) -> list[LegalFact]:
    """Each printed article goes to the instrument of its sentence, else to the last one named before it."""
    held: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for place, numbers, clause in _articles(lexicon, page):
        sentence = page.sentence_at(place)
        same = [i for i, fact in enumerate(facts) if sentence.start <= fact.span.start < sentence.end]
        after = [i for i in same if facts[i].span.start > place]
        before = [i for i, fact in enumerate(facts) if fact.span.start < place and place - fact.span.start < 900]
        owner = (
            after[0]
            if after and facts[after[0]].span.start - place < 120
            else (same or before)[-1]
            if same or before
            else None
        )
        if owner is not None:
            held.setdefault(owner, []).append((numbers, clause))
    result = []
    for index, fact in enumerate(facts):
        own = held.get(index, [])
        numbers = tuple(dict.fromkeys(number for group, _ in own for number in group))
        clauses = tuple(dict.fromkeys(clause for _, clause in own))
        result.append(_replace(fact, numbers, clauses))
    return result


def _replace(fact: LegalFact, articles: tuple[str, ...], clauses: tuple[str, ...]) -> LegalFact:
    return replace(
        fact,
        articles=tuple(dict.fromkeys((*fact.articles, *articles))),
        clauses=tuple(dict.fromkeys((*fact.clauses, *clauses))),
    )


def find_instruments(lexicon: Lexicon, page: Page, day: date | None) -> tuple[LegalFact, ...]:
    """Every instrument once, in the order of its first mention, with the articles printed for it."""
    every = [*_numbered(lexicon, page), *_circulars(lexicon, page), *_named(lexicon, page, day)]
    every.sort(key=lambda fact: (fact.span.start, fact.instrument is None, fact.span.start - fact.span.end))
    numbered = {fact.instrument for fact in every if fact.number is not None}
    same_as = {rule.id: rule.options.get("same_as", ()) for rule in lexicon.rules("instruments", "named")}
    apart: list[LegalFact] = []
    for fact in every:
        if numbered.intersection(same_as.get(fact.rule, ())):
            continue
        if not any(fact.span.overlaps(other.span) for other in apart):
            apart.append(fact)
    merged: dict[str, LegalFact] = {}
    for fact in _with_articles(lexicon, page, apart):
        key = fact.instrument or fact.number or fact.as_printed.lower()
        merged[key] = fact if key not in merged else _replace(merged[key], fact.articles, fact.clauses)
    return tuple(merged.values())


def circular_number(legal: Sequence[LegalFact]) -> Detail | None:
    """The number of the circular an article is about, as printed: the first one it names."""
    for fact in legal:
        if fact.number is not None and (fact.rule == _CITY_CIRCULAR or fact.instrument is None):
            return Detail(value=fact.number.rstrip(" .,"), span=fact.span, rule="instruments.circular_number")
    return None
