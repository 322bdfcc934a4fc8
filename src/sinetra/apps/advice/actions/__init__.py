"""The acts of advice, one a file."""

from __future__ import annotations

from sinetra.apps.advice.actions.answer import answer
from sinetra.apps.advice.actions.ask import ask
from sinetra.apps.advice.actions.publish_opinion import publish_opinion
from sinetra.apps.advice.actions.withdraw_opinion import withdraw_opinion
from sinetra.apps.advice.actions.write_opinion import write_opinion

__all__ = ["answer", "ask", "publish_opinion", "withdraw_opinion", "write_opinion"]
