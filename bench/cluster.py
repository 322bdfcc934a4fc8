"""PostgreSQL for a measurement, started as ``make test`` starts it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

_TOOL = Path(__file__).resolve().parent.parent / "tools" / "test.py"


@contextmanager
def postgres() -> Iterator[bool]:
    """``SINETRA_DATABASE_URL`` is that of a fresh cluster meanwhile; False where PostgreSQL is not installed."""
    tool = _tool()
    binaries = tool.postgres_bin()
    if binaries is None:
        yield False
        return
    with tool.postgres(binaries) as url:
        os.environ["SINETRA_DATABASE_URL"] = url
        try:
            yield True
        finally:
            del os.environ["SINETRA_DATABASE_URL"]


def _tool() -> ModuleType:
    """By its path: its name is that of a module of Python."""
    spec = importlib.util.spec_from_file_location("sinetra_tools_test", _TOOL)
    if spec is None or spec.loader is None:
        raise RuntimeError("tools/test.py is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
