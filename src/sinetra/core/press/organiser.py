"""Who held, issued, decided, handled or counted what an article tells of.

Each body, and each head of a government, is weighed by the verb it stands with, in the active ("X menggelar") or the
passive ("yang digelar X"). Which verbs count most depends on the kind of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sinetra.core.press.bodies import Body, completed, find_bodies, government_of
from sinetra.core.press.facts import Detail, PersonFact, PlaceFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner

_WEIGHTS: dict[str, dict[str, float]] = {
    "sosialisasi": {"hold": 5, "meet": 2.5, "say": 1},
    "rakor/mou": {"hold": 5, "issue": 3.5, "meet": 2, "say": 1},
    "circular": {"issue": 5, "letter": 3, "hold": 1, "say": 1},
    "decision/sanction": {"decide": 5, "handle": 2, "say": 0.5},
    "alleged_violation": {"handle": 4, "say": 1},
    "statistics": {"count": 5, "handle": 3, "say": 1},
}
_ANY_VERB: dict[str, float] = {"hold": 3, "issue": 3, "decide": 3, "handle": 2, "meet": 1.5, "say": 1}
_SUPERVISORS = re.compile(r"bawaslu|badan pengawas|panwas|panitia pengawas|panwaslih|sentra gakkumdu")
_HEADS = frozenset(
    ("bupati", "wali kota", "walikota", "gubernur", "menteri", "mendagri", "menpan-rb", "menpanrb", "menpan rb")
)
_NOT_DOING = re.compile(
    r"(?:dengan|ke|kepada|ketua|kepala|anggota|sekretaris|koordinator|komisioner|oleh|bersama|dari|dan|di|pada|staf|"
    r"lingkungan|lingkup|kantor|aula|rekomendasi|gudang|pegawai|asn|mantan|eks|calon|caleg|divisi|wakil|serta|terhadap)\s$"
)
_LINK = re.compile(
    r"\s*(?:\([^)]{1,30}\) )?(?:,|dan|bersama(?: dengan)?|serta|dengan|-|menggandeng|bekerja ?sama dengan)\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doer:
    body: Body
    head: bool
    first: int
    start: int
    end: int


class _Organisers:
    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, place: PlaceFact | None, begin: int) -> None:
        self.lexicon = lexicon
        self.page = page
        self.place = place
        self.begin = begin
        self.every = find_bodies(page, scanner, 0, len(page.text))
        self.doers = sorted((*self._bodies(), *self._heads(scanner)), key=lambda doer: doer.start)

    def _bodies(self) -> Iterator[_Doer]:
        for body, phrase in self.every:
            if body.span.start >= self.begin:
                yield _Doer(body=body, head=False, first=phrase.first, start=body.span.start, end=body.span.end)

    def _heads(self, scanner: Scanner) -> Iterator[_Doer]:
        """Heads of governments and ministers, who issue and decide in their own name."""
        words = self.page.words
        index = self.page.word_index(self.begin)
        while index < len(words):
            phrase = scanner.position(index)
            if phrase is None:
                index += 1
                continue
            if phrase.head in _HEADS:
                name = " ".join(self.page.of(phrase.span).split())
                body = Body(name=name, span=phrase.span)
                yield _Doer(body=body, head=True, first=phrase.first, start=phrase.span.start, end=phrase.span.end)
            index = max(index + 1, phrase.last)

    def best(self, weights: Mapping[str, float]) -> Detail | None:
        """The doer with the weightiest verb; of equals the first."""
        found: tuple[float, _Doer, str] | None = None
        for place, doer in enumerate(self.doers):
            for weight, rule in self._roles(place, doer, weights):
                late = min(0.5, 0.03 * self.page.sentence_index(doer.start))
                weight *= 1 - late
                if found is None or weight > found[0]:
                    found = (weight, doer, rule)
        if found is None:
            return None
        return Detail(value=self._name(found[1]), span=found[1].body.span, rule=f"organiser.{found[2]}")

    def _roles(self, place: int, doer: _Doer, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
        sentence = self.page.sentence_at(doer.start)
        before = self.page.low[max(sentence.start, doer.start - 70) : doer.start]
        limit = min(sentence.end, doer.end + 90)
        following = self.doers[place + 1 : place + 4]
        bare = self.page.low[doer.end : limit]
        cut = next((other.start - doer.end for other in following if not self._linked(doer, other)), len(bare))
        after = bare[: max(0, cut)]
        for group, weight in weights.items():
            if self.lexicon.pattern("persons", f"{group}_by").search(before):
                yield weight * 1.2, f"{group}_by"
            if _NOT_DOING.search(before) or not self._may(doer, group):
                continue
            if group != "letter" and self.lexicon.pattern("persons", f"{group}_verbs").search(after):
                yield weight, f"{group}_verbs"

    def _may(self, doer: _Doer, group: str) -> bool:
        """A head of government who speaks or handles stands for nobody but himself."""
        return not doer.head or group in ("issue", "letter", "decide")

    def _linked(self, doer: _Doer, other: _Doer) -> bool:
        """ "X bersama Y menggelar": the first of two that do it together."""
        return _LINK.fullmatch(self.page.low, doer.end, other.start) is not None

    def _name(self, doer: _Doer) -> str:
        if not doer.head:
            return completed(doer.body, self.every, self.place)
        name = doer.body.name
        if name.lower().split()[-1] in ("bupati", "kota", "walikota") and self.place and self.place.kab_kota:
            return f"{name} {self.place.kab_kota.split(' ', 1)[1]}"
        return name

    def supervisor(self) -> Detail | None:
        """The body that watches elections, for a report whose handling is not told with a verb."""
        seen = [
            body for body, _ in self.every if _SUPERVISORS.match(body.name.lower()) and body.span.start >= self.begin
        ]
        if not seen:
            return None
        body = next((body for body in seen if " " in body.name), seen[0])
        return Detail(value=completed(body, self.every, self.place), span=body.span, rule="organiser.supervisor")

    def of_speaker(self, scanner: Scanner, persons: tuple[PersonFact, ...]) -> Detail | None:
        for person in persons:
            government = _government(person, self.place)
            if government is not None:
                return government
            if person.position_span is None:
                continue
            inside = find_bodies(self.page, scanner, person.position_span.start, person.position_span.end)
            if inside:
                body = inside[0][0]
                value = completed(body, self.every, self.place)
                return Detail(value=value, span=body.span, rule="organiser.of_speaker")
        return None


def _government(person: PersonFact, place: PlaceFact | None) -> Detail | None:
    """The government whose head (or secretary) speaks or acts."""
    if person.position is None or person.position_span is None or place is None:
        return None
    low = person.position.lower()
    if "calon" in low:
        return None
    told = re.search(r"\b(?:gubernur|sekdaprov)\b|\b(?:wali ?kota|bupati|sekda\w*|sekretaris daerah)\b", low)
    name = None if told is None else government_of("gubernur" if told[0] in ("gubernur", "sekdaprov") else "", place)
    if name is None:
        return None
    return Detail(value=name, span=person.position_span, rule="organiser.head_of_government")


def find_agency(
    lexicon: Lexicon,
    page: Page,
    scanner: Scanner,
    place: PlaceFact | None,
    persons: tuple[PersonFact, ...],
    begin: int,
    kind: str,
) -> Detail | None:
    """Who it was, as the article writes it; an opinion has none."""
    if kind == "opinion":
        return None
    reader = _Organisers(lexicon, page, scanner, place, begin)
    if found := reader.best(_WEIGHTS.get(kind, _ANY_VERB)):
        return found
    if kind == "alleged_violation" and (found := reader.supervisor()):
        return found
    return reader.of_speaker(scanner, persons) or reader.best(_ANY_VERB)
