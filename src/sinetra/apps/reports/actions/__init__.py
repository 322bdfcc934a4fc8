"""What can be done with reports: file one, talk about it, open its reporter's identity, make the custodian's key."""

from __future__ import annotations

from sinetra.apps.reports.actions.answer_retaliation import answer_retaliation
from sinetra.apps.reports.actions.ask_withdrawal import ask_withdrawal
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.open_identity import open_identity
from sinetra.apps.reports.actions.read_messages import read_messages
from sinetra.apps.reports.actions.recount_due import recount_due
from sinetra.apps.reports.actions.write_message import write_message

__all__ = [
    "Filed",
    "answer_retaliation",
    "ask_withdrawal",
    "file_report",
    "new_custodian_key",
    "open_identity",
    "read_messages",
    "recount_due",
    "write_message",
]
