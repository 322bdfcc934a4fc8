"""When two names of a body, two positions, two persons or two places are the same.

A body: the significant words are equal and the regions agree. "Bawaslu Banjarmasin" is "Bawaslu Kota Banjarmasin";
"Bawaslu Kota Semarang" is not "Bawaslu Kabupaten Semarang". A region that the gold leaves out is that of its place.
The head of a government stands for the government (``governments``).
A position: one says all that the other says, acting kind included, and no region contradicts.
A person: the words of the name without titles, degrees and what stands in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press.evaluation.governments import as_body
from sinetra.core.press.evaluation.synonyms import canonical, plain
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import bare
from sinetra.core.press.regions import Gazetteer

_WEAK = frozenset(("dan", "di", "pada", "untuk", "dari", "yang", "serta", "ri", "daerah", "bidang"))
_KINDS = frozenset(("kota", "kabupaten", "provinsi"))
_ACTING = frozenset(("pj", "pjs", "plt", "plh"))
_BRACKETS = re.compile(r"\(([^()]*)\)")
_ADMINISTRATIVE = re.compile(r"\b(?:administrasi|adm)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Significant words, the codes of the regions that may be meant, and the kind of region printed."""

    words: frozenset[str]
    codes: frozenset[str]
    kind: str | None


def named(gazetteer: Gazetteer, tokens: list[str]) -> Named:
    """A body or position, as ``canonical`` words, in its parts."""
    words, codes, kind = set[str](), set[str](), None
    index = 0
    while index < len(tokens):
        after_kind = index > 0 and tokens[index - 1] in _KINDS
        for width in range(min(gazetteer.longest, len(tokens) - index), 0, -1):
            regions = gazetteer.named(" ".join(tokens[index : index + width]))
            fitting = {region.code for region in regions if not after_kind or region.kind == kind}
            if fitting:
                codes |= fitting
                index += width
                break
        else:
            if tokens[index] in _KINDS:
                kind = tokens[index]
            elif tokens[index] not in _WEAK:
                words.add(tokens[index])
            index += 1
    return Named(words=frozenset(words), codes=frozenset(codes), kind=kind)


def _readings(text: str) -> list[str]:
    """ "Dinas X Y (DXY) Kota Z" may be called "Dinas X Y Kota Z" and "DXY Kota Z"."""
    match = _BRACKETS.search(text)
    if match is None:
        return [text]
    short = [match[1] + text[match.end() :]] if len(match[1].split()) == 1 else []
    return [_BRACKETS.sub(" ", text), *short]


def same_body(gazetteer: Gazetteer, found: str, wanted: str, place: frozenset[str]) -> bool:
    """``place``: codes of the gold's place, for a name that the gold gives without a region."""
    ones, twos = ([named(gazetteer, as_body(canonical(name))) for name in _readings(text)] for text in (found, wanted))
    return any(_same_body(one, two, place) for one in ones for two in twos)


def _same_body(found: Named, wanted: Named, place: frozenset[str]) -> bool:
    if not found.words or found.words != wanted.words:
        return False
    if not found.codes and not wanted.codes:
        return found.kind == wanted.kind or None in (found.kind, wanted.kind)
    if not wanted.codes and not place:
        return wanted.kind in (None, found.kind)  # the gold tells no region anywhere
    return bool(found.codes & (wanted.codes or place))


def same_position(gazetteer: Gazetteer, found: str, wanted: str) -> bool:
    one, two = named(gazetteer, canonical(found)), named(gazetteer, canonical(wanted))
    if one.words & _ACTING != two.words & _ACTING or not one.words & two.words:
        return False
    if one.codes and two.codes and not one.codes & two.codes:
        return False
    return one.words <= two.words or two.words <= one.words


def name_words(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The words of a name without titles and degrees."""
    return frozenset(plain(bare(_BRACKETS.sub(" ", name).split(",")[0], lexicon)).split())


def same_person(lexicon: Lexicon, found: str, wanted: str) -> bool:
    words = name_words(lexicon, found)
    return bool(words) and words == name_words(lexicon, wanted)


def region_codes(gazetteer: Gazetteer, name: str) -> frozenset[str]:
    """Codes of "Kab. Pringsewu", "Kota X" or "Nusa Tenggara Barat"; empty where no list knows the name."""
    text = _ADMINISTRATIVE.sub(" ", _BRACKETS.sub(" ", name))
    kind, _, rest = " ".join(canonical(text)).partition(" ")
    if kind in _KINDS:
        return frozenset(region.code for region in gazetteer.named(rest) if region.kind == kind)
    return frozenset(region.code for region in gazetteer.named(" ".join(plain(text).split())))


def same_region(gazetteer: Gazetteer, found: str, wanted: str) -> bool:
    codes = region_codes(gazetteer, found)
    return bool(codes & region_codes(gazetteer, wanted)) if codes else canonical(found) == canonical(wanted)
