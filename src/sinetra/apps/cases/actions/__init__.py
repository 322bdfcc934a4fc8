"""The acts of handling a matter, one a file."""

from __future__ import annotations

from sinetra.apps.cases.actions.accept_correction import accept_correction
from sinetra.apps.cases.actions.accept_repair import accept_repair
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.acknowledge_many import acknowledge_many
from sinetra.apps.cases.actions.add_correction import add_correction
from sinetra.apps.cases.actions.answer_sender import answer_sender
from sinetra.apps.cases.actions.ask_repair import ask_repair
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.actions.assign_many import assign_many
from sinetra.apps.cases.actions.check_requirements import check_requirements
from sinetra.apps.cases.actions.clear_namesake import clear_namesake
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.confirm_acknowledgement import confirm_acknowledgement
from sinetra.apps.cases.actions.deliver import deliver
from sinetra.apps.cases.actions.deliver_correction import deliver_correction
from sinetra.apps.cases.actions.end_track import end_track
from sinetra.apps.cases.actions.export_sbt import export_sbt
from sinetra.apps.cases.actions.extend_study import extend_study
from sinetra.apps.cases.actions.file_nil_report import file_nil_report
from sinetra.apps.cases.actions.find_complete import find_complete
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.forward_track import forward_track
from sinetra.apps.cases.actions.give_up_correction import give_up_correction
from sinetra.apps.cases.actions.give_up_track import give_up_track
from sinetra.apps.cases.actions.group_reports import group_reports
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.import_recommendations import import_recommendations
from sinetra.apps.cases.actions.import_sbt import import_sbt
from sinetra.apps.cases.actions.issue_calendar_link import issue_calendar_link
from sinetra.apps.cases.actions.join_report import join_report
from sinetra.apps.cases.actions.keep_as_information import keep_as_information
from sinetra.apps.cases.actions.keep_many import keep_many
from sinetra.apps.cases.actions.keep_report import keep_report
from sinetra.apps.cases.actions.lift_hold import lift_hold
from sinetra.apps.cases.actions.note_correction import note_correction
from sinetra.apps.cases.actions.open_examination import open_examination
from sinetra.apps.cases.actions.open_many import open_many
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.pass_on import pass_on
from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.actions.recompute_clocks import recompute_clocks
from sinetra.apps.cases.actions.reconsider_track import reconsider_track
from sinetra.apps.cases.actions.record_acknowledgement import record_acknowledgement
from sinetra.apps.cases.actions.record_answer import record_answer
from sinetra.apps.cases.actions.record_clarification import record_clarification
from sinetra.apps.cases.actions.record_information import record_information
from sinetra.apps.cases.actions.recount_recommendations import recount_recommendations
from sinetra.apps.cases.actions.refuse_registration import refuse_registration
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.reopen import reopen
from sinetra.apps.cases.actions.report_tracing import report_tracing
from sinetra.apps.cases.actions.return_package import return_package
from sinetra.apps.cases.actions.revoke_calendar_link import revoke_calendar_link
from sinetra.apps.cases.actions.send_correction import send_correction
from sinetra.apps.cases.actions.send_correction_package import send_correction_package
from sinetra.apps.cases.actions.separate_report import separate_report
from sinetra.apps.cases.actions.set_aside_report import set_aside_report
from sinetra.apps.cases.actions.set_finding import set_finding
from sinetra.apps.cases.actions.set_hold import set_hold
from sinetra.apps.cases.actions.set_number_pattern import set_number_pattern
from sinetra.apps.cases.actions.set_register_pattern import set_register_pattern
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.summon import summon
from sinetra.apps.cases.actions.take import take
from sinetra.apps.cases.actions.take_over import take_over
from sinetra.apps.cases.actions.take_rung import take_rung
from sinetra.apps.cases.actions.tell_apart import tell_apart
from sinetra.apps.cases.actions.transfer import transfer
from sinetra.apps.cases.actions.withdraw import withdraw
from sinetra.apps.cases.actions.write_study import write_study

__all__ = [
    "accept_correction",
    "accept_repair",
    "acknowledge",
    "acknowledge_many",
    "add_correction",
    "answer_sender",
    "ask_repair",
    "assign",
    "assign_many",
    "check_requirements",
    "clear_namesake",
    "close",
    "confirm_acknowledgement",
    "deliver",
    "deliver_correction",
    "end_track",
    "export_sbt",
    "extend_study",
    "file_nil_report",
    "find_complete",
    "forward",
    "forward_track",
    "give_up_correction",
    "give_up_track",
    "group_reports",
    "hold_plenary",
    "import_recommendations",
    "import_sbt",
    "issue_calendar_link",
    "join_report",
    "keep_as_information",
    "keep_many",
    "keep_report",
    "lift_hold",
    "note_correction",
    "open_examination",
    "open_many",
    "open_matter",
    "pass_on",
    "receive_package",
    "recompute_clocks",
    "reconsider_track",
    "record_acknowledgement",
    "record_answer",
    "record_clarification",
    "record_information",
    "recount_recommendations",
    "refuse_registration",
    "register",
    "reopen",
    "report_tracing",
    "return_package",
    "revoke_calendar_link",
    "send_correction",
    "send_correction_package",
    "separate_report",
    "set_aside_report",
    "set_finding",
    "set_hold",
    "set_number_pattern",
    "set_register_pattern",
    "start_study",
    "summon",
    "take",
    "take_over",
    "take_rung",
    "tell_apart",
    "transfer",
    "withdraw",
    "write_study",
]
