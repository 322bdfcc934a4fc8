"""A circular as an official letter (*tata naskah dinas*): the whole text, ready to print, and as plain text.

It is frozen as JSON when it is published, so nothing here looks anything up. The same letter gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from sinetra.core.clock.confidence import Confidence
from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.setting import as_json, set_pdf
from sinetra.core.documents.signatory import Signatory
from sinetra.core.prevention.circular_points import Point, Source

UNCHECKED = "*) Bagian ini belum dibaca pada naskah resminya. Periksa dulu sebelum dipakai sebagai dasar keputusan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered part; ``heading`` is empty for the opening."""

    key: str
    heading: str
    text: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``issued_on`` is ISO 8601, ``dated`` the same day in words. ``scope``: whom it covers, in words."""

    office: str
    number: str
    nature: str
    annexes: str
    subject: str
    place: str
    dated: str
    issued_on: str
    addressees: tuple[str, ...]
    scope: str
    sections: tuple[Section, ...]
    signatory: Signatory | None
    copies: tuple[str, ...]

    @property
    def has_unchecked(self) -> bool:
        return any(point.unchecked for section in self.sections for point in section.points)

    @property
    def norms(self) -> tuple[str, ...]:
        """Ids of what it cites, each once, in the order of the text."""
        return tuple(dict.fromkeys(p.norm for section in self.sections for p in section.points if p.norm))

    def to_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Letter:
        """The inverse of ``to_json``."""
        signatory = given["signatory"]
        return cls(
            **{name: given[name] for name in _TEXTS},
            addressees=tuple(given["addressees"]),
            copies=tuple(given["copies"]),
            sections=tuple(_section(item) for item in given["sections"]),
            signatory=None if signatory is None else Signatory(**signatory),
        )


_TEXTS = ("office", "number", "nature", "annexes", "subject", "place", "dated", "issued_on", "scope")


def _section(given: Mapping[str, Any]) -> Section:
    points = tuple(
        Point(**{**item, "sources": tuple(Source(**source) for source in item["sources"])}) for item in given["points"]
    )
    return Section(key=given["key"], heading=given["heading"], text=given["text"], points=points)


def mark(*, unchecked: bool) -> str:
    """What stands behind a source that nobody has read in the official text."""
    return "*)" if unchecked else ""


def pdf(letter: Letter, *, url: str, exercise: str = "") -> bytes:
    """A4, black and white, PDF/UA. ``url``: where its readers say that they have it. ``exercise``: LATIHAN or empty."""
    shown = letter.to_json() | {
        "url": url,
        "qr": printed_qr(url),
        "exercise": exercise,
        "unchecked_note": UNCHECKED if letter.has_unchecked else "",
        "sections": [_printed(section) for section in letter.sections],
    }
    return _set(as_json(shown))


def _printed(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "text": section.text,
        "points": [
            {"text": point.text, "sources": _sources(point), "mark": mark(unchecked=_own(point))}
            for point in section.points
        ],
    }


def _own(point: Point) -> bool:
    """The norm itself is unread, whatever its articles are."""
    return point.confidence == Confidence.UNCHECKED


def _sources(point: Point) -> str:
    return "; ".join(f"{item.text}{mark(unchecked=item.unchecked)}" for item in point.sources)


def plain(letter: Letter, *, url: str, exercise: str = "") -> str:
    """For WhatsApp, where ``*…*`` is bold."""
    return "\n".join(_lines(letter, url, exercise)).strip() + "\n"


def _lines(letter: Letter, url: str, exercise: str) -> Iterator[str]:
    if exercise:
        yield f"*{exercise}*"
    yield f"*SURAT EDARAN {letter.number}*".replace("  ", " ").replace(" *", "*")
    yield f"{letter.office}, {letter.dated}"
    yield f"*{letter.subject}*"
    yield ""
    for number, section in enumerate((item for item in letter.sections if item.heading), start=1):
        yield f"*{number}. {section.heading}*"
        yield section.text
        yield from (f"- {point.text}{mark(unchecked=_own(point))}" for point in section.points)
        yield ""
    if letter.has_unchecked:
        yield UNCHECKED
    if letter.signatory is not None:
        yield f"{letter.signatory.title}, {letter.signatory.name}"
    yield f"Naskah lengkap dan tanda terima: {url}"


@lru_cache(maxsize=32)
def _set(data: str) -> bytes:
    return set_pdf("circular.typ", data)
