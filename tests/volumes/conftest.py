from __future__ import annotations

import sys
from pathlib import Path

# An installation of its own is made as the faults make it; the invented files lie here.
for folder in ("faults", "volumes"):
    sys.path.insert(0, str(Path(__file__).parent.parent / folder))
