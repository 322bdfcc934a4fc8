"""The acts of handling a matter, one a file."""

from __future__ import annotations

from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.deliver import deliver
from sinetra.apps.cases.actions.extend_study import extend_study
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.issue_calendar_link import issue_calendar_link
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.actions.recompute_clocks import recompute_clocks
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.return_package import return_package
from sinetra.apps.cases.actions.revoke_calendar_link import revoke_calendar_link
from sinetra.apps.cases.actions.set_number_pattern import set_number_pattern
from sinetra.apps.cases.actions.start_study import start_study

__all__ = [
    "acknowledge",
    "assign",
    "close",
    "deliver",
    "extend_study",
    "forward",
    "hold_plenary",
    "issue_calendar_link",
    "open_matter",
    "receive_package",
    "recompute_clocks",
    "register",
    "return_package",
    "revoke_calendar_link",
    "set_number_pattern",
    "start_study",
]
