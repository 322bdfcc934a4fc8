"""Who held, issued, decided, handled or counted what an article tells of.

Each body, and each head of a government, is weighed by the verb it stands with, in the active ("X menggelar") or the
passive ("yang digelar X"). Which verbs count most depends on the kind of the event.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from sinetra.core.press.belongs import is_not_the_head
from sinetra.core.press.bodies import FullNames, completed, find_bodies
from sinetra.core.press.doer_roles import MEETING, Roles
from sinetra.core.press.doers import Doer, find_doers
from sinetra.core.press.facts import Detail, PersonFact, PlaceFact
from sinetra.core.press.governments import headed
from sinetra.core.press.heads import body_of, named_after
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.same_person import BESIDE_ROLE

_WEIGHTS: dict[str, dict[str, float]] = {
    "sosialisasi": {"hold": 5, "own": 4, "meet": 2.5, "pledge": 1.6, "acts": 2, "say": 1},
    "rakor/mou": {"hold": 5, "own": 4, "sign": 3.6, "issue": 3.5, "meet": 2, "acts": 2, "say": 1},
    "circular": {"issue": 5, "letter": 3, "acts": 2, "hold": 1, "say": 1},
    "decision/sanction": {"decide": 5, "pass": 4.2, "tell": 2.6, "handle": 2, "recommend": 1.9, "say": 0.5},
    "alleged_violation": {"handle": 4, "open": 3.5, "confirm": 2, "say": 1},
    "other": {"hold": 3, "open": 3, "issue": 3, "decide": 3, "handle": 2, "acts": 1.5},
    "statistics": {"count": 5, "handle": 3, "acts": 2, "say": 1},
}
_ANY_VERB: dict[str, float] = {"hold": 3, "issue": 3, "decide": 3, "handle": 2, "meet": 1.5, "say": 1}
_SUPERVISORS = re.compile(r"bawaslu|badan pengawas|panwas|panitia pengawas|panwaslih|sentra gakkumdu")
#: A headline says "BKN" for its "Kantor Regional XV BKN".
_PARTS = frozenset(("kantor", "bagian", "bidang", "komisi", "fraksi", "tim"))
_NEARLY = 0.4
_LEAST, _PLAIN = 0.5, 1.0
_SHORT_LINE, _ELSEWHERE = 110, 0.92
#: Who only watches, listens or speaks as a guest speaks for no organiser.
_GUEST = re.compile(
    r"\b(?:(?:sebagai|jadi|menjadi) (?:saksi|undangan|tamu|pemateri|narasumber|pembicara)|menyaksikan|disaksikan"
    r"|narasumber\w*|pemateri\w*|kebagian|duduk di|undangan"
    r"|(?:saat|ketika|sewaktu|seusai|usai|sela) (?:menghadiri|meninjau|meresmikan|melayat))\b"
)
#: Who tries, rules on or passes on a case.
_RULE_ON_CASES = re.compile(
    r"pengadilan|pn\b|mahkamah|mk\b|dkpp|dewan kehormatan|majelis|ptun|kejaksaan|bawaslu|sentra gakkumdu"
)
#: The headline tells the same, in fewer words.
_TITLE = 0.85
#: A report is handled by those who watch; others only have to do with it.
_WATCHES = 1.5
#: How much less counts what is told late; who called a gathering is often told at the end, in so many words.
_LATE, _SAID_AT_THE_END = 0.5, 0.25
#: Text and headline say the same.
_AGREED = 1.1
#: "pemkab", "bupati" without a name may be any part of the government.
_SMALL = 0.8


class _Organisers:
    def __init__(
        self, lexicon: Lexicon, page: Page, scanner: Scanner, place: PlaceFact | None, begin: int, kind: str
    ) -> None:
        self.lexicon = lexicon
        self.kind = kind
        self.page = page
        self.place = place
        self.begin = begin
        everywhere = find_bodies(page, scanner, 0, len(page.text))
        below = [found for found in everywhere if found[0].span.start >= begin]
        self.all = everywhere
        self.every = below or everywhere  # names in a headline run into its other capital words
        self.names = FullNames(self.every)
        self.doers = find_doers(page, scanner, everywhere, place)
        self.roles = Roles(lexicon, page, self.doers, begin, kind)

    def best(self, weights: Mapping[str, float], least: float = _LEAST) -> Detail | None:
        """The body with the weightiest verb, more so where the headline says it too; of equals the first."""
        found: dict[str, tuple[float, Doer, str]] = {}
        titled, told = set[str](), set[str]()
        for place, doer in enumerate(self.doers):
            for weight, rule in self.roles.of(place, doer, weights):
                name = self._name(doer)
                weight *= self._standing(doer, _SAID_AT_THE_END if rule == "hold_by" else _LATE)
                (titled if doer.start < self.begin else told).add(name)
                if name not in found or weight > found[name][0]:
                    found[name] = (weight, doer, rule)
        if not found:
            return None
        name, (weight, doer, rule) = max(
            found.items(), key=lambda item: item[1][0] * (_AGREED if item[0] in titled & told else 1.0)
        )
        if weight < least:
            return None
        narrower = [key for key in found if key.endswith(f" {name}") and key.split()[0].lower() in _PARTS]
        if narrower and found[narrower[0]][0] > _NEARLY * weight:
            name, (weight, doer, rule) = narrower[0], found[narrower[0]]
        return Detail(value=name, span=doer.body.span, rule=f"organiser.{rule}")

    def _standing(self, doer: Doer, latest: float) -> float:
        """Less the later in the text, by ``latest`` at most, and in a line that is no sentence of it."""
        late = min(latest, 0.03 * self.page.sentence_index(doer.start))
        if doer.start >= self.begin and self._is_headline(doer.start):
            late = _ELSEWHERE
        weight = (1 - late) * (_TITLE if doer.start < self.begin else 1.0) * (_SMALL if doer.small else 1.0)
        if self.kind == "alleged_violation" and _SUPERVISORS.match(doer.body.name.lower()):
            weight *= _WATCHES
        return weight

    def _is_headline(self, offset: int) -> bool:
        """A line without a full stop in the article: the headline of another one."""
        line = self.page.line_at(offset)
        return line.end - line.start < _SHORT_LINE and self.page.text[line.end - 1] not in ".!?\"”'’:)"

    def _name(self, doer: Doer) -> str:
        if not doer.head:
            return completed(doer.body, self.names, self.place)
        return headed(doer.body.name, self.place) or doer.body.name

    def supervisor(self) -> Detail | None:
        """The body that watches elections, for a report whose handling is not told with a verb."""
        return self._first(_SUPERVISORS, "supervisor")

    def rules_on_it(self) -> Detail | None:
        """The body that has the case, of a decision that is told without a verb of deciding."""
        return self._first(_RULE_ON_CASES, "rules_on_it")

    def _first(self, names: re.Pattern[str], rule: str, end: int = sys.maxsize) -> Detail | None:
        seen = [body for body, _ in self.every if names.match(body.name.lower()) and body.span.start < end]
        if not seen:
            return None
        body = seen[0]
        return Detail(value=completed(body, self.names, self.place), span=body.span, rule=f"organiser.{rule}")

    def _not_in_office(self, start: int) -> bool:
        """ "Mantan Bupati X", "istri Bupati X": neither acts for what the office leads."""
        return self.page.low[max(0, start - 4) : start] == "eks-" or is_not_the_head(self.page.low, start)

    def of_speaker(self, scanner: Scanner, persons: tuple[PersonFact, ...]) -> Detail | None:
        for person in persons:
            if person.rule == BESIDE_ROLE:
                continue  # whom a body has sent
            if person.position_span is not None and self._not_in_office(person.position_span.start):
                continue
            if person.position_span is not None and self.kind in MEETING:
                around = self.page.sentence_at(person.position_span.start)
                if _GUEST.search(self.page.low, around.start, around.end):
                    continue
            government = None if self.kind == "other" else _government(person, self.place)
            if government is not None:
                return government
            if person.position is None or person.position_span is None:
                continue
            if led := body_of(person.position) or named_after(person.position, self.every):
                return Detail(value=led, span=person.position_span, rule="organiser.of_head")
            inside = find_bodies(self.page, scanner, person.position_span.start, person.position_span.end)
            if inside:
                body = inside[0][0]
                value = completed(body, self.names, self.place)
                return Detail(value=value, span=body.span, rule="organiser.of_speaker")
        return None


def _government(person: PersonFact, place: PlaceFact | None) -> Detail | None:
    """The government whose head (or secretary) speaks or acts."""
    if person.position is None or person.position_span is None or place is None:
        return None
    low = person.position.lower()
    if "calon" in low or "menteri" in low:
        return None
    name = headed(person.position, place)
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
    reader = _Organisers(lexicon, page, scanner, place, begin, kind)
    weights = _WEIGHTS.get(kind, _ANY_VERB)
    if kind == "decision/sanction" and (found := reader.best(weights, _PLAIN) or reader.rules_on_it()):
        return found
    if found := reader.best(weights):
        return found
    if kind == "alleged_violation" and (found := reader.supervisor()):
        return found
    if found := reader.of_speaker(scanner, persons):
        return found
    return None if kind == "other" else reader.best(_ANY_VERB)
