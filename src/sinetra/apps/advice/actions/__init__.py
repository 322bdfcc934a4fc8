"""The acts of advice, one a file."""

from __future__ import annotations

from sinetra.apps.advice.actions.agree_to_mediation import agree_to_mediation
from sinetra.apps.advice.actions.answer import answer
from sinetra.apps.advice.actions.ask import ask
from sinetra.apps.advice.actions.close_mediation import close_mediation
from sinetra.apps.advice.actions.hold_mediation import hold_mediation
from sinetra.apps.advice.actions.leave_mediation import leave_mediation
from sinetra.apps.advice.actions.offer_mediation import offer_mediation
from sinetra.apps.advice.actions.publish_opinion import publish_opinion
from sinetra.apps.advice.actions.request_mediation import request_mediation
from sinetra.apps.advice.actions.turn_away_mediation import turn_away_mediation
from sinetra.apps.advice.actions.withdraw_opinion import withdraw_opinion
from sinetra.apps.advice.actions.write_in_mediation import write_in_mediation
from sinetra.apps.advice.actions.write_opinion import write_opinion

__all__ = [
    "agree_to_mediation",
    "answer",
    "ask",
    "close_mediation",
    "hold_mediation",
    "leave_mediation",
    "offer_mediation",
    "publish_opinion",
    "request_mediation",
    "turn_away_mediation",
    "withdraw_opinion",
    "write_in_mediation",
    "write_opinion",
]
