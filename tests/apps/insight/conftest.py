from __future__ import annotations

import sys
from pathlib import Path

for folder in ("reports", "cases"):
    sys.path.insert(0, str(Path(__file__).parents[1] / folder))

from report_cast import cast

__all__ = ["cast"]
