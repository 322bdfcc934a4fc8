"""Whether an official may be replaced on a day, for machines (contracts 6 and 10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from sinetra.api.problems import Problem
from sinetra.apps.base.catalogue import transfer_rules
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.transfers import TransferRules, check_transfer, parse_transfer

router = Router(tags=["law"])
MOST_TRANSFERS = 100


@router.post("/transfer-check", response={200: Any, 422: Problem}, summary="May an official be replaced on that day?")
def transfer_check(request: HttpRequest, transfer: dict[str, Any] | list[dict[str, Any]]) -> Any:
    """One appointment, transfer or dismissal, or a list of at most 100. Missing means unknown; ``permit: false`` means
    that there is none. Nothing is stored; names have no place here.
    """
    rules = transfer_rules()
    if isinstance(transfer, dict):
        return check_transfer(rules, parse_transfer(transfer)).to_json()
    if len(transfer) > MOST_TRANSFERS:
        message = gettext_noop("Paling banyak %(most)s pergantian sekali tanya.")
        raise BadInput(message, field="transfer", most=MOST_TRANSFERS)
    return [_checked(rules, index, item) for index, item in enumerate(transfer)]


def _checked(rules: TransferRules, index: int, item: dict[str, Any]) -> Any:
    try:
        return check_transfer(rules, parse_transfer(item)).to_json()
    except BadInput as error:
        raise error.at(f"[{index}]") from error
