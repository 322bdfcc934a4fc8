"""One entry a person: later mentions by a part of the name or a short form are no second person."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from sinetra.core.press.facts import PersonFact

BESIDE_ROLE = "persons.beside_role"
#: A short form has so many letters of the word.
_SHORTEST = 4


@lru_cache(maxsize=4096)
def key_of(name: str) -> frozenset[str]:
    """The words of a name, in lower case, without lone initials."""
    return frozenset(re.findall(r"\w{2,}", name.lower()))


_SPEAKS = re.compile(
    r"(?:narasumber|pemateri|pembicara|moderator|peserta|penyaji|perwakilan)(?: (?:lain|utama|tunggal))?$"
)


def _little(fact: PersonFact) -> bool:
    """A position that says only what part somebody had, or who somebody is besides any office."""
    told = fact.position is not None and _SPEAKS.match(fact.position.lower()) is not None
    return told or fact.rule == BESIDE_ROLE


def _one_person(one: frozenset[str], two: frozenset[str]) -> bool:
    """All words of one name are in the other, or it is a short form: "Valen" of "Valentino"."""
    if one <= two or two <= one:
        return True
    short, long = (one, two) if len(one) < len(two) else (two, one)
    word = next(iter(short))
    return len(short) == 1 and len(word) >= _SHORTEST and any(other.startswith(word) for other in long)


def _says_more(one: PersonFact, two: PersonFact) -> bool:
    """Whether the position of one is the fuller: the other has none, or one that is its beginning."""
    if one.position is None or two.position is None:
        return one.position is not None
    if two.position is not None and _SPEAKS.match(two.position.lower()):
        return _SPEAKS.match(one.position.lower()) is None
    if _little(two) and not _little(one):
        return True  # an office says more than "seorang mahasiswi" or "pemateri"
    if one.rule == BESIDE_ROLE and two.rule != BESIDE_ROLE:
        return False
    short, long = two.position.lower(), one.position.lower()
    return len(long) > len(short) and long.startswith(short)


def merged(found: list[PersonFact]) -> tuple[PersonFact, ...]:
    """One entry a person: a name whose words are all in another's is the same person."""
    people: list[PersonFact] = []
    alike: dict[str, list[int]] = {}
    for item in sorted(found, key=lambda fact: fact.span.start):
        key = key_of(item.name)
        # Names of one person share a word, or the beginning of one.
        heads = {word[:_SHORTEST] for word in key}
        near = sorted({index for head in heads for index in alike.get(head, ())})
        same = next((index for index in near if _one_person(key, key_of(people[index].name))), None)
        if same is None:
            same = len(people)
            people.append(item)
        else:
            people[same] = _joined(item, people[same])
        for head in {word[:_SHORTEST] for word in key_of(people[same].name)}:
            if same not in (listed := alike.setdefault(head, [])):
                listed.append(same)
    return tuple(people)


def _joined(item: PersonFact, other: PersonFact) -> PersonFact:
    """The longer name with the fuller position."""
    better = item if _says_more(item, other) else other
    longer = item if len(item.name) > len(other.name) else other
    return replace(
        longer,
        position=better.position,
        acting_kind=better.acting_kind,
        position_span=better.position_span,
        rule=better.rule,
    )
