"""A disclosure of data on paper: the approved fields of few people, with the name of who took the copy across it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPerson:
    """``values``: field in words, and what was told."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSheet:
    """``taken``: who took this copy and when, for the line across the sheet. ``exercise``: the word of a
    demonstration."""

    reference: str
    office: str
    requester: str
    matter: str
    purpose: str
    basis: str
    disclosed: str
    taken: str
    people: tuple[ToldPerson, ...]
    exercise: str

    @property
    def watermark(self) -> str:
        """What stands across every page and beside every row of a copy."""
        return f"{self.reference} · {self.taken}"


def disclosure_pdf(sheet: DisclosureSheet) -> bytes:
    return set_pdf("disclosure.typ", as_json(asdict(sheet) | {"watermark": sheet.watermark}))
