"""The real command in a process of its own, as a person or another program calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "sinetra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line on stderr of a refusal, which prints nothing else."""
        assert (self.code, self.out) == (2, ""), self
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Run = Callable[..., Ran]


@pytest.fixture
def sinetra(tmp_path: Path) -> Run:
    """``sinetra("decide", "-", "--json", given=b"…", SINETRA_LANG="en")`` in a folder of its own."""

    def run(*words: str, given: bytes = b"", timeout: float = 60, **settings: str) -> Ran:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SINETRA_", "DJANGO_"))}
        done = subprocess.run(
            [str(COMMAND), *words],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=kept | {"LANG": "id_ID.UTF-8", "PYTHONUTF8": "1", "SINETRA_DATA": str(tmp_path / "data")} | settings,
            timeout=timeout,
            check=False,
        )
        return Ran(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())

    return run
