"""Who signs a document of an office, by which office, and how it is held: an acting holder is named as one."""

from __future__ import annotations

from dataclasses import dataclass

_ACTING = frozenset({"plt", "plh", "pjs", "pj"})
_IN_FULL = ("penjabat", "pelaksana")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """``title`` as the register or the writer has it; ``kind`` as the register has it.

    ``instead_of``: the definitive holder.
    """

    name: str
    title: str
    kind: str = "definitive"
    instead_of: str = ""

    @property
    def office(self) -> str:
        return office_words(self.kind, self.title)

    @property
    def is_named(self) -> bool:
        return bool(self.name.strip() and self.title.strip())


def office_words(kind: str, title: str) -> str:
    """A title that says already how the office is held stays as it is.

    >>> office_words("plt", "Sekretaris Daerah"), office_words("pjs", "Pjs Wali Kota"), office_words("definitive", "X")
    ('Plt. Sekretaris Daerah', 'Pjs Wali Kota', 'X')
    >>> office_words("pj", "Penjabat Bupati")
    'Penjabat Bupati'
    """
    words = title.split(maxsplit=1)
    first = words[0].rstrip(".").casefold() if words else ""
    if kind not in _ACTING or first == kind or first in _IN_FULL:
        return title
    return f"{kind.capitalize()}. {title}"
