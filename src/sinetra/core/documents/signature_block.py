"""Who signs, and for whom: *atas nama* (a.n.), *untuk beliau* (u.b.), Plt. and Plh., as official letters write it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.documents.signatory import office_words


class Capacity(StrEnum):
    """``own``: by the signatory's own office. ``ub`` stands below ``an``: on behalf of one who acts for another."""

    OWN = "own"
    AN = "an"
    UB = "ub"
    PLT = "plt"
    PLH = "plh"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """``principal``: in whose name (a.n., u.b.). ``deputy``: whom the signatory replaces (u.b. only).

    >>> SignatureBlock(capacity=Capacity.AN, title="Sekretaris", name="X", principal="Ketua").lines
    ('a.n. Ketua', 'Sekretaris,')
    >>> SignatureBlock(capacity=Capacity.UB, title="Kabag", name="X", principal="Ketua", deputy="Sekretaris").lines
    ('a.n. Ketua', 'Sekretaris', 'u.b.', 'Kabag,')
    >>> SignatureBlock(capacity=Capacity.PLT, title="Ketua", name="X").lines
    ('Plt. Ketua,',)
    """

    capacity: Capacity
    title: str
    name: str
    principal: str = ""
    deputy: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands above the signature."""
        if self.capacity is Capacity.AN:
            return (f"a.n. {self.principal}", f"{self.title},")
        if self.capacity is Capacity.UB:
            return (f"a.n. {self.principal}", self.deputy, "u.b.", f"{self.title},")
        return (f"{office_words(self.capacity, self.title)},",)
