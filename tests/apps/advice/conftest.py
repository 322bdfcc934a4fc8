from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from advice_cast import actor, city, member, question, second
from mediation_cast import row, sent

__all__ = ["actor", "city", "member", "question", "row", "second", "sent"]
