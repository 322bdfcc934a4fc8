"""What goes by itself: questions whose law has changed, delayed tests that are over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sinetra.apps.base.tasks import periodic
from sinetra.apps.prevention.actions.close_tests import close_due_delayed
from sinetra.apps.prevention.actions.retire_question import retire_outdated
from sinetra.ports.clock import today


@periodic("prevention.retire_questions", every=timedelta(days=1))
def retire_questions(payload: Mapping[str, Any]) -> None:
    """Forms and pages leave out such a question on read as well."""
    del payload
    retire_outdated(today())


@periodic("prevention.close_delayed_tests", every=timedelta(days=1))
def close_delayed_tests(payload: Mapping[str, Any]) -> None:
    """No score of a delayed test outlives the days on which it could be taken."""
    del payload
    close_due_delayed(today())
