"""Transfers that tests start from."""

from __future__ import annotations

from typing import Any

from sinetra.catalogue import ROOT
from sinetra.core.transfers import TransferResult, check_transfer, load_transfer_rules, parse_transfer

RULES = load_transfer_rules(ROOT)
#: A department head is moved in the middle of the window of 2024; whether there is a permit was not said.
IN_THE_WINDOW: dict[str, Any] = {
    "effective_on": "2024-05-02",
    "region": "13.12",
    "election": "pilkada_2024",
    "position": "jpt_pratama",
    "official_kind": "definitive",
    "permit": None,
    "technical_approval": None,
}


def check(**changed: Any) -> TransferResult:
    return check_transfer(RULES, parse_transfer(IN_THE_WINDOW | changed))


def readings(result: TransferResult) -> dict[str, str]:
    """The verdict in each reading that is shown."""
    return {reading.id: reading.verdict.value for window in result.windows for reading in window.readings}


def statuses(result: TransferResult) -> dict[str, str]:
    return {window.id.value: window.status.value for window in result.windows}
