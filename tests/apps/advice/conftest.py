from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from advice_cast import actor, member, question, second
from mediation_cast import row, sent

__all__ = ["actor", "member", "question", "row", "second", "sent"]
