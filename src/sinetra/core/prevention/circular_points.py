"""What a circular says of a norm: its title and the articles to cite on the day, each with how far it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sinetra.core.clock.citing import WHOLE
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.instruments import Instrument, InstrumentStatus
from sinetra.core.law.model import Citation
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import SubjectStatus

# Rank of an instrument in the list of sources (UU 12/2011 Pasal 7); others follow by their year.
_RANK = ("uu", "perppu", "pp", "perpres", "keppres", "inpres", "permendagri", "permenpanrb", "perbawaslu", "pkpu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as the letter prints it. ``unchecked``: nobody has read the official text."""

    text: str
    instrument: str
    article: str
    confidence: str

    @property
    def unchecked(self) -> bool:
        return self.confidence == Confidence.UNCHECKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One norm in a circular. ``norm`` is empty for an instrument of the list of sources."""

    norm: str
    text: str
    confidence: str
    sources: tuple[Source, ...]

    @property
    def unchecked(self) -> bool:
        return self.confidence == Confidence.UNCHECKED or any(item.unchecked for item in self.sources)


def points(book: Rulebook, norms: Iterable[str], day: date, statuses: Iterable[SubjectStatus]) -> tuple[Point, ...]:
    """In the order given. A norm that the catalogue does not have is left out; verbs refuse it before."""
    return tuple(_point(book, name, day, frozenset(statuses)) for name in norms if name in book.place)


def _point(book: Rulebook, name: str, day: date, statuses: frozenset[SubjectStatus]) -> Point:
    norm = book.norm(name)
    cited = [item for item in norm.citations if item.period.holds(day) and _stands(book, item, day)]
    own = [item for item in cited if not item.statuses or item.statuses & statuses]
    return Point(
        norm=name,
        text=norm.title.id,
        confidence=norm.confidence.value,
        sources=tuple(_source(book, item) for item in own or cited),
    )


def _stands(book: Rulebook, item: Citation, day: date) -> bool:
    """A circular orders something: it cites nothing that was repealed before its day."""
    found = book.instruments.get(item.instrument)
    return found is None or found.status_on(day) is not InstrumentStatus.REPEALED


def _source(book: Rulebook, item: Citation) -> Source:
    found = book.instruments.get(item.instrument)
    name = found.cited_as if found else item.instrument
    return Source(
        text=_cited(name, item.article),
        instrument=item.instrument,
        article=item.article,
        confidence=item.confidence.value,
    )


def _cited(name: str, article: str) -> str:
    """
    >>> _cited("UU 10/2016", "71 ayat (1)"), _cited("SE MenPANRB 1/2023", "seluruhnya"), _cited("SKB 2/2022", "-")
    ('UU 10/2016 Pasal 71 ayat (1)', 'SE MenPANRB 1/2023', 'SKB 2/2022')
    """
    if article in {WHOLE, "seluruhnya"}:
        return name
    return f"{name} Pasal {article}" if article[:1].isdigit() else f"{name} {article}"


def sources_of(book: Rulebook, told: Iterable[Point]) -> tuple[Point, ...]:
    """The instruments that the points cite, each once, the highest first."""
    cited = dict.fromkeys(source.instrument for point in told for source in point.sources)
    found = [book.instruments[name] for name in cited if name in book.instruments]
    return tuple(
        Point(norm="", text=_called(item), confidence=item.confidence.value, sources=())
        for item in sorted(found, key=_rank)
    )


def _called(item: Instrument) -> str:
    """*UU 20/2023 tentang Aparatur Sipil Negara*; a title that begins with what the instrument is says it alone."""
    title = item.title.id.removesuffix(" (lama)")
    repeats = title.split()[0] in item.cited_as.split()[:2]
    return f"{item.cited_as} ({title})" if repeats else f"{item.cited_as} tentang {title}"


def _rank(item: Instrument) -> tuple[int, int, str]:
    kind = item.id.split("-")[0]
    return (_RANK.index(kind) if kind in _RANK else len(_RANK), item.year, item.id)
