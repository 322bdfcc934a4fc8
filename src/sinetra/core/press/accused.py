"""Who in an article is reported, accused or punished, so that the name is masked outside the workbench.

Cautious: in doubt a name is masked. It is shown only of who speaks of others: a watching office in its own function, or
somebody whose name stands in no sentence about an accusation but those in which the person itself speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page, Span
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner

# "oknum camat berinisial", "terdakwa, Kepala Dinas X,": how far a name may stand from the word that means it.
_BESIDE = 60
_QUOTED = re.compile(r'"[^"\n]{1,1200}"')
_RIGHT_AFTER = re.compile(r",? (?:yang |\()")
_GOES_ON = re.compile(r"(?:ia|dia|beliau|yang bersangkutan|pejabat (?:itu|tersebut)|asn (?:itu|tersebut)|pns (?:itu|tersebut))\b")
_DENIES = re.compile(r"(?:mem)?bantah|kilah|berkilah|dalih|berdalih|meng?aku|aku|melakukan|menghadiri|memimpin|membuka")
_WORD = re.compile(r"\w+")


def accused(lexicon: Lexicon, text: str, title: str = "") -> frozenset[str]:
    """Names as printed. ``title`` is read with the text; a name in it counts when the text has it too or it stands there
    right beside the accusing word."""
    page = Page(f"{title}.\n{text}" if title and not text.startswith(title) else text)
    beside, said_of = lexicon.pattern("accused", "beside"), lexicon.pattern("accused", "said_of")
    if not (beside.search(page.low) or said_of.search(page.low)):
        return frozenset()
    watchers = lexicon.pattern("accused", "watchers")
    title_end = len(title) + 1 if title else 0
    found: set[str] = set()
    positions: dict[str, str] = {}
    for person in find_persons(lexicon, page, Scanner(lexicon, page), title_end):
        positions[person.name] = (person.position or "").lower()
        watching = bool(watchers.search(positions[person.name]))
        for span in _mentions(page, person.name):
            if _is_beside(page, span, beside) or (not watching and _is_said_of(lexicon, page, span, said_of)):
                found.add(person.name)
    if lexicon.pattern("accused", "on_trial").search(page.low):
        # Somebody stands accused: who neither watches nor speaks may be that person.
        found.update(name for name in positions if name not in found and _is_silent(lexicon, page, name, watchers))
    found.update(name.text for name in _named_beside(lexicon, page, beside, watchers, positions))
    return frozenset(found)


def _is_silent(lexicon: Lexicon, page: Page, name: str, watchers: re.Pattern[str]) -> bool:
    spans = list(_mentions(page, name))
    near = " ".join(page.low[max(0, span.start - 60) : span.end + 60] for span in spans)
    if watchers.search(near):
        return False
    return not any(_speaks(lexicon, page, span, page.sentence_at(span.start)) for span in spans)


def _mentions(page: Page, name: str) -> Iterator[Span]:
    for match in _any_of([name]).finditer(page.text):
        yield Span(*match.span())


def _is_beside(page: Page, span: Span, beside: re.Pattern[str]) -> bool:
    sentence = page.sentence_at(span.start)
    before = page.low[max(sentence.start, span.start - _BESIDE) : span.start]
    # "kata Budi tentang terlapor": a word after the name means another person, unless it says "Budi selaku terlapor".
    after = page.low[span.end : min(sentence.end, span.end + 25)]
    if re.match(r",? (?:selaku|sebagai|yang menjadi|adalah|menjadi|\() ?", after) and beside.search(after):
        return True
    found = list(beside.finditer(before))
    return bool(found) and not re.search(r"[;:]| (?:kata|ujar|oleh|menurut|kepada) ", before[found[-1].end() :])


def _is_said_of(lexicon: Lexicon, page: Page, span: Span, said_of: re.Pattern[str]) -> bool:
    """In its own sentence, what is quoted left out: a quotation speaks of others, and who speaks it is not meant."""
    sentence = page.sentence_at(span.start)
    if _RIGHT_AFTER.match(page.low, span.end) and said_of.search(page.low, span.end, span.end + 30):
        return True
    told = _QUOTED.sub(" ", page.low_of(sentence)) + _of_the_same(page, sentence)
    return said_of.search(told) is not None and not _speaks(lexicon, page, span, sentence)


def _of_the_same(page: Page, sentence: Span) -> str:
    """The next sentence where it goes on about who was named: "Ia dilaporkan ke Bawaslu"."""
    following = page.sentence_index(sentence.start) + 1
    if following >= len(page.sentences):
        return ""
    low = page.low_of(page.sentences[following])
    return " " + _QUOTED.sub(" ", low) if _GOES_ON.match(low) else ""


def _speaks(lexicon: Lexicon, page: Page, span: Span, sentence: Span) -> bool:
    """ "kata Budi", "Budi mengatakan". A denial is no such speaking: it is the accused who denies."""
    say, saying = lexicon.pattern("macros", "SAY"), lexicon.pattern("macros", "SAYING")
    before = _WORD.findall(page.low[max(sentence.start, span.start - 80) : span.start])[-8:]
    after = _WORD.findall(page.low[span.end : min(sentence.end, span.end + 80)])[:6]
    speech = [word for word in before if word == "menurut" or say.fullmatch(word)]
    speech += [word for word in after if saying.fullmatch(word)]
    return any(not _DENIES.match(word) for word in speech)


def _named_beside(
    lexicon: Lexicon, page: Page, beside: re.Pattern[str], watchers: re.Pattern[str], known: dict[str, str]
) -> Iterator[NameAt]:
    """Names that no rule of persons found, right after the word that means them."""
    names = Names(lexicon, page)
    for match in beside.finditer(page.low):
        sentence = page.sentence_at(match.start())
        index = page.word_index(match.end())
        while index < len(page.words) and page.words[index].start < min(sentence.end, match.end() + _BESIDE):
            name = names.at(index)
            if name is None:
                index += 1
                continue
            if not watchers.search(known.get(name.text, "")) and not watchers.search(name.text.lower()):
                yield name
            break


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Each name whole, its parts of four letters and more, and the blanks between its parts as they come."""
    whole = sorted(set(names), key=len, reverse=True)
    parts = sorted({part for name in whole for part in name.split() if len(part) > 3}, key=len, reverse=True)
    forms = [r"\s+".join(map(re.escape, name.split())) for name in whole] + [re.escape(part) for part in parts]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def masked(text: str, names: Iterable[str], mask: str) -> str:
    """``text`` without these names, in whatever case they stand; also a part of one alone.

    >>> masked("BUDI SANTOSO dilaporkan; Santoso membantah", ["Budi Santoso"], "[…]")
    '[…] dilaporkan; […] membantah'
    >>> masked("Budi", [], "[…]")
    'Budi'
    """
    listed = [name for name in names if name.strip()]
    return _any_of(listed).sub(lambda _found: mask, text) if listed else text
