from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "reports"))
sys.path.insert(0, str(Path(__file__).parents[2] / "cases"))

from report_cast import cast

__all__ = ["cast"]
