"""Numbers of a catalogue file."""

from __future__ import annotations

import math

from sinetra.core.clock.block import Block


def number(block: Block, field: str, *, least: float = -math.inf, most: float = math.inf) -> float:
    """Errors: ``BadInput``, also for a number outside ``least`` and ``most``, and for one that is not finite."""
    value = block.take(field)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise block.wrong(field, ("number",))
    if not least <= value <= most:
        raise block.wrong(field, (f"{least:g}..{most:g}",))
    return float(value)
