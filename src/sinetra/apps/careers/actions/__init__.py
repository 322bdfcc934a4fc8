"""The acts of careers, one a file."""

from __future__ import annotations

from sinetra.apps.careers.actions.check_transfer import check_transfer
from sinetra.apps.careers.actions.decide_step import decide_step
from sinetra.apps.careers.actions.end_policy import end_policy
from sinetra.apps.careers.actions.end_step import end_step
from sinetra.apps.careers.actions.issue_letter import issue_letter
from sinetra.apps.careers.actions.propose_step import propose_step
from sinetra.apps.careers.actions.publish_policy import publish_policy
from sinetra.apps.careers.actions.revoke_letter import revoke_letter
from sinetra.apps.careers.actions.screen_transfers import screen_transfers

__all__ = [
    "check_transfer",
    "decide_step",
    "end_policy",
    "end_step",
    "issue_letter",
    "propose_step",
    "publish_policy",
    "revoke_letter",
    "screen_transfers",
]
