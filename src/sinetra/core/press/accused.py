"""Who in an article is reported, accused or punished, so that the name is masked outside the workbench.

Cautious: in doubt a name is masked. It is shown only of who speaks of others: a watching office in its own function, or
somebody whose name stands in no sentence about an accusation but those in which the person itself speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.mistaken import Mistaken
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.other_roles import counsel_before, decides, defends, of_oneself, watches
from sinetra.core.press.page import Page, Span
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner

# "oknum camat berinisial", "terdakwa, Kepala Dinas X,": how far a name may stand from the word that means it.
_BESIDE = 60
#: Of so many names it is not asked who is who: all are masked.
_MOST = 150
_QUOTED = re.compile(r'"[^"\n]{1,1200}"')
_RIGHT_AFTER = re.compile(r",? (?:yang |\()")
_GOES_ON = re.compile(
    r"(?:ia|dia|beliau|yang bersangkutan|pejabat (?:itu|tersebut)|asn (?:itu|tersebut)|pns (?:itu|tersebut))\b"
)
_WORD = re.compile(r"[\w-]+")
_RUN = re.compile(r"\w+")


def accused(lexicon: Lexicon, text: str, title: str = "") -> frozenset[str]:
    """Names as printed, of ``title`` and ``text``."""
    page = Page(f"{title}.\n{text}" if title and not text.startswith(title) else text)
    beside, said_of = lexicon.pattern("accused", "beside"), lexicon.pattern("accused", "said_of")
    if not (beside.search(page.low) or said_of.search(page.low)):
        return frozenset()
    watchers = lexicon.pattern("accused", "watchers")
    title_end = len(title) + 1 if title else 0
    mistaken = Mistaken(lexicon, page, title_end)
    listed = _people(lexicon, page, title_end, beside, said_of, mistaken)
    if len(listed) > _MOST:
        return frozenset((*listed, *(name.text for name in _named_beside(lexicon, page, beside, mistaken))))
    runs = _by_first_word(page)
    people = {name: _places(page, name, runs) for name in listed}
    found = {name for name, spans in people.items() if any(_is_beside(page, span, beside) for span in spans)}
    others = {
        name: spans
        for name, spans in people.items()
        if not any(
            # Where every word has a capital, no office ends: "Nama Dipanggil Bawaslu".
            span.start >= title_end and (watches(page, span, watchers) or defends(page, span))
            for span in spans
        )
    }
    found |= {n for n, spans in others.items() if any(_is_said_of(lexicon, page, span, said_of) for span in spans)}
    if lexicon.pattern("accused", "on_trial").search(page.low):
        # Somebody stands accused: who neither watches nor speaks may be that person.
        found |= {n for n, spans in others.items() if not any(_speaks(lexicon, page, span) for span in spans)}
    parts = {part for name in people for part in name.split() if len(part) > 3}
    beside_only = _named_beside(lexicon, page, beside, mistaken)
    # Whose name, or a part of it, is known has been looked at with all its places.
    found.update(name.text for name in beside_only if not parts.issuperset(name.text.split()))
    return frozenset(found)


def _people(
    lexicon: Lexicon, page: Page, title_end: int, beside: re.Pattern[str], said_of: re.Pattern[str], mistaken: Mistaken
) -> list[str]:
    """Who has an office or speaks, and any name of two words in a sentence about an accusation."""
    listed = [_bare(person.name, beside) for person in find_persons(lexicon, page, Scanner(lexicon, page), title_end)]
    known = set(" ".join(listed).split())
    whole = {name.lower() for name in listed if " " in name}
    names = Names(lexicon, page)
    for sentence in page.sentences:
        told = page.low_of(sentence) + _of_the_same(page, sentence)
        if not (beside.search(told) or said_of.search(told)):
            continue
        index = page.word_index(sentence.start)
        while index < len(page.words) and page.words[index].start < sentence.end:
            if beside.fullmatch(page.words[index].low):
                index += 1  # "Terlapor Nama" is no name of three words
                continue
            name = names.at(index)
            if name is not None and _may_be_person(page, name, known) and mistaken.may_be_accused(name, whole):
                listed.append(name.text)
            index = max(index + 1, name.last if name else 0)
    return list(dict.fromkeys(listed))


def _bare(name: str, beside: re.Pattern[str]) -> str:
    """ "Terlapor Nama" without the word of accusation."""
    first, _, rest = name.partition(" ")
    return rest if rest and beside.fullmatch(first.lower()) else name


def _by_first_word(page: Page) -> dict[str, list[int]]:
    """Where each run of letters and digits begins."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _RUN.finditer(page.text):
        found[match.group().lower()].append(match.start())
    return found


def _places(page: Page, name: str, runs: Mapping[str, Sequence[int]]) -> list[Span]:
    """Where the name stands, or a part of it; tried only where a run of letters begins like one of them."""
    pattern, firsts = _any_of([name]), [_RUN.match(part) for part in name.split()]
    if any(first is None for first in firsts):
        return [Span(*match.span()) for match in pattern.finditer(page.text)]
    found: list[Span] = []
    for start in sorted({at for first in firsts if first is not None for at in runs.get(first.group().lower(), ())}):
        if (not found or start >= found[-1].end) and (match := pattern.match(page.text, start)):
            found.append(Span(*match.span()))
    return found


def _may_be_person(page: Page, name: NameAt, known: set[str]) -> bool:
    """Two words that are no person found before; capitals at the head of a line are the outlet of a dateline."""
    parts = name.text.split()
    is_outlet = name.text.isupper() and page.line_at(name.span.start).start == name.span.start
    return len(parts) > 1 and not is_outlet and not known.issuperset(parts)


def _is_beside(page: Page, span: Span, beside: re.Pattern[str]) -> bool:
    sentence = page.sentence_at(span.start)
    before = page.low[max(sentence.start, span.start - _BESIDE) : span.start]
    if counsel_before(page, span):
        return False  # "Kuasa hukum terdakwa, Budi,"
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
    told, more = page.low_of(sentence), _of_the_same(page, sentence)
    if (decided := decides(page, span)) is not None:
        told = page.low[sentence.start : decided.start] + " " + page.low[decided.end : sentence.end]
        more = "" if _says(lexicon, _WORD.findall(more)[:4]) and not of_oneself(more) else more
    told = _QUOTED.sub(" ", told) + more
    return said_of.search(told) is not None and not _speaks(lexicon, page, span)


def _of_the_same(page: Page, sentence: Span) -> str:
    """The next sentence where it goes on about who was named: "Ia dilaporkan ke Bawaslu"."""
    following = page.sentence_index(sentence.start) + 1
    if following >= len(page.sentences):
        return ""
    low = page.low_of(page.sentences[following])
    return " " + _QUOTED.sub(" ", low) if _GOES_ON.match(low) else ""


def _speaks(lexicon: Lexicon, page: Page, span: Span) -> bool:
    """ "kata Budi", "Budi mengatakan". A denial is no such speaking: it is the accused who denies."""
    sentence = page.sentence_at(span.start)
    before = _WORD.findall(page.low[max(sentence.start, span.start - 80) : span.start])[-8:]
    after = _WORD.findall(page.low[span.end : min(sentence.end, span.end + 80)])[:6]
    return _says(lexicon, (*before, *after))


def _says(lexicon: Lexicon, words: Iterable[str]) -> bool:
    says = lexicon.pattern("accused", "says")
    return any(says.fullmatch(word) for word in words)


def _named_beside(lexicon: Lexicon, page: Page, beside: re.Pattern[str], mistaken: Mistaken) -> Iterator[NameAt]:
    """Names that no rule of persons found, right after the word that means them; one word is enough."""
    names = Names(lexicon, page)
    for match in beside.finditer(page.low):
        sentence = page.sentence_at(match.start())
        index, passed = page.word_index(match.end()), 0
        while index < len(page.words) and page.words[index].start < min(sentence.end, match.end() + _BESIDE):
            name = names.at(index)
            if passed and not page.low[passed : page.words[index].start].isspace():
                break
            if name is not None and not mistaken.is_nobody(name):
                if not counsel_before(page, name.span):
                    yield name
                break
            index = max(index + 1, name.last if name else 0)
            passed = page.words[index - 1].end if name or passed else 0


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
