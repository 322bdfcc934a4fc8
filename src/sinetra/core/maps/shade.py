"""What a map says of a region: a zone, in colour, pattern and word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sinetra.core.index.result import Zone

# Of the most vulnerable first, as a legend lists them.
ZONES = (Zone.RED, Zone.YELLOW, Zone.GREEN, Zone.GREY)
TILE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """``zone`` None: not computed. ``unstable``: the zone may change with the smallest thing; it is hatched.
    ``word`` and ``detail`` are shown as they are: the zone in words; why, or what is missing."""

    code: str
    zone: Zone | None
    unstable: bool
    word: str
    detail: str

    @property
    def pattern(self) -> str:
        """Its name in ``PATTERNS``; ``none`` for what was not computed."""
        if self.zone is None:
            return "none"
        return f"{self.zone}-unstable" if self.unstable else str(self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Chosen for eyes that do not tell red from green: each is of another lightness, and of another pattern."""

    ground: str
    marks: str


# The same as the marks beside the word (parts.css, .zone).
_LOOKS = {
    Zone.RED: Look(
        ground="#f0a79f", marks='<path d="M-2-2 18 18M-2 6 10 18M6-2 18 10" stroke="#7a1414" stroke-width="3"/>'
    ),
    Zone.YELLOW: Look(ground="#ffe08a", marks='<path d="M4 0v16M12 0v16" stroke="#6b5200" stroke-width="1.5"/>'),
    Zone.GREEN: Look(ground="#b9dfc3", marks='<path d="M0 4h16M0 12h16" stroke="#1d5c33" stroke-width="1.5"/>'),
    Zone.GREY: Look(
        ground="#e2ded6",
        marks='<path d="M4 4h0M12 12h0" stroke="#5b544b" stroke-width="4" stroke-linecap="round"/>',
    ),
}
# Up to the right: the lines of the red zone go down.
_HATCH = "M-4 4 4-4M-4 20 20-4M12 20 20 12"
_UNSTABLE = f'<path d="{_HATCH}" stroke="#fff" stroke-width="6"/><path d="{_HATCH}" stroke="#211d18" stroke-width="3"/>'
PATTERNS = tuple(name for zone in ZONES for name in (str(zone), f"{zone}-unstable"))


def pattern_defs(names: Iterable[str] = PATTERNS, *, prefix: str = "p-", scale: float = 1) -> str:
    """One SVG ``pattern`` a name. ``scale``: on a small glass the same picture needs a coarser one."""
    return "".join(_pattern(name, f"{prefix}{name}", scale) for name in names if name != "none")


def _pattern(name: str, ident: str, scale: float) -> str:
    look = _LOOKS[Zone(name.removesuffix("-unstable"))]
    over = _UNSTABLE if name.endswith("-unstable") else ""
    turned = "" if scale == 1 else f' patternTransform="scale({scale:g})"'
    return (
        f'<pattern id="{ident}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse"{turned}>'
        f'<path fill="{look.ground}" d="M0 0h{TILE}v{TILE}H0z"/>{look.marks}{over}</pattern>'
    )
