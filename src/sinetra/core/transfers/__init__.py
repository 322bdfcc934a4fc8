"""May an official be replaced on that day? The windows of the law on Pilkada, acting heads, permit and approval.

rules = load_transfer_rules(catalogue)
result = check_transfer(rules, parse_transfer({"effective_on": "2024-03-22", "region": "13.12", …}))
result.to_json()
"""

from __future__ import annotations

from sinetra.core.transfers.check import check_transfer
from sinetra.core.transfers.reading import load_transfer_rules
from sinetra.core.transfers.result import TransferReading, TransferResult, WindowResult
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.transfer import Letter, Transfer, parse_transfer
from sinetra.core.transfers.words import (
    Ground,
    OfficialKind,
    TransferAction,
    Verdict,
    WindowId,
    WindowStatus,
)

__all__ = [
    "Ground",
    "Letter",
    "OfficialKind",
    "Transfer",
    "TransferAction",
    "TransferReading",
    "TransferResult",
    "TransferRules",
    "Verdict",
    "WindowId",
    "WindowResult",
    "WindowStatus",
    "check_transfer",
    "load_transfer_rules",
    "parse_transfer",
]
