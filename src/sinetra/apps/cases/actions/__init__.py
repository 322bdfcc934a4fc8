"""The acts of handling a matter, one a file."""

from __future__ import annotations

from sinetra.apps.cases.actions.accept_repair import accept_repair
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.acknowledge_many import acknowledge_many
from sinetra.apps.cases.actions.ask_repair import ask_repair
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.actions.assign_many import assign_many
from sinetra.apps.cases.actions.check_requirements import check_requirements
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.deliver import deliver
from sinetra.apps.cases.actions.extend_study import extend_study
from sinetra.apps.cases.actions.file_nil_report import file_nil_report
from sinetra.apps.cases.actions.find_complete import find_complete
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.import_recommendations import import_recommendations
from sinetra.apps.cases.actions.issue_calendar_link import issue_calendar_link
from sinetra.apps.cases.actions.keep_as_information import keep_as_information
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.actions.recompute_clocks import recompute_clocks
from sinetra.apps.cases.actions.record_answer import record_answer
from sinetra.apps.cases.actions.record_information import record_information
from sinetra.apps.cases.actions.recount_recommendations import recount_recommendations
from sinetra.apps.cases.actions.refuse_registration import refuse_registration
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.report_tracing import report_tracing
from sinetra.apps.cases.actions.return_package import return_package
from sinetra.apps.cases.actions.revoke_calendar_link import revoke_calendar_link
from sinetra.apps.cases.actions.set_finding import set_finding
from sinetra.apps.cases.actions.set_number_pattern import set_number_pattern
from sinetra.apps.cases.actions.set_register_pattern import set_register_pattern
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.take_over import take_over
from sinetra.apps.cases.actions.take_rung import take_rung
from sinetra.apps.cases.actions.transfer import transfer
from sinetra.apps.cases.actions.withdraw import withdraw

__all__ = [
    "accept_repair",
    "acknowledge",
    "acknowledge_many",
    "ask_repair",
    "assign",
    "assign_many",
    "check_requirements",
    "close",
    "deliver",
    "extend_study",
    "file_nil_report",
    "find_complete",
    "forward",
    "hold_plenary",
    "import_recommendations",
    "issue_calendar_link",
    "keep_as_information",
    "open_matter",
    "receive_package",
    "recompute_clocks",
    "record_answer",
    "record_information",
    "recount_recommendations",
    "refuse_registration",
    "register",
    "report_tracing",
    "return_package",
    "revoke_calendar_link",
    "set_finding",
    "set_number_pattern",
    "set_register_pattern",
    "start_study",
    "take_over",
    "take_rung",
    "transfer",
    "withdraw",
]
