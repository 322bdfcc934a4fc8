"""The acts of careers, one a file."""

from __future__ import annotations

from sinetra.apps.careers.actions.decide_step import decide_step
from sinetra.apps.careers.actions.end_policy import end_policy
from sinetra.apps.careers.actions.end_step import end_step
from sinetra.apps.careers.actions.propose_step import propose_step
from sinetra.apps.careers.actions.publish_policy import publish_policy

__all__ = ["decide_step", "end_policy", "end_step", "propose_step", "publish_policy"]
