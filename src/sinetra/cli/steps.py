"""One line a step, with its time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(text: str) -> Iterator[None]:
    """Prints ``text``, then its seconds when done, on stderr."""
    print(f"  {text:<52}", end="", file=sys.stderr, flush=True)
    start = time.perf_counter()
    yield
    print(f"{time.perf_counter() - start:6.1f} s", file=sys.stderr, flush=True)
