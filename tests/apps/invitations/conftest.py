from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from invitation_cast import actor, bawaslu, member, received, recorded, row

__all__ = ["actor", "bawaslu", "member", "received", "recorded", "row"]
