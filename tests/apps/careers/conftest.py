from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from career_cast import actor, lurah, officer, ppk, step

__all__ = ["actor", "lurah", "officer", "ppk", "step"]
