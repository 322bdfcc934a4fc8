"""Law, outlines and words stay as long as the server: a full collection need not walk over them again and again.

What survives one of the first full collections is set aside (``gc.freeze``). Without it each of them stops all
requests of a process for 120 to 140 ms, which is most of what the slowest pages took (bench/control_room). Only the
first ones, while things are still being loaded: later everything that ends must be found.
"""

from __future__ import annotations

import gc
from typing import Any

#: Catalogues are loaded by the first pages that need them.
FULL_COLLECTIONS = 12
_OLDEST = 2


def set_aside_what_stays() -> None:
    """For a process that serves; counts from now on."""
    left = FULL_COLLECTIONS

    def after(phase: str, info: dict[str, Any]) -> None:
        nonlocal left
        if phase != "stop" or info["generation"] != _OLDEST:
            return
        gc.freeze()
        left -= 1
        if left == 0:
            gc.callbacks.remove(after)

    gc.callbacks.append(after)
