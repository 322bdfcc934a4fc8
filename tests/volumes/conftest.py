from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
# An installation of its own is made as the faults make it; the invented files and the measuring are those of the bench.
for folder in (TESTS / "faults", TESTS / "volumes", TESTS.parent):
    sys.path.insert(0, str(folder))
