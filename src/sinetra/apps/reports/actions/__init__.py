"""What can be done with reports: file, prove that it was filed, talk about it, open the identity, keep the vault."""

from __future__ import annotations

from sinetra.apps.reports.actions.answer_retaliation import answer_retaliation
from sinetra.apps.reports.actions.ask_withdrawal import ask_withdrawal
from sinetra.apps.reports.actions.end_naming import end_naming
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.make_proof import Proof, make_proof
from sinetra.apps.reports.actions.name_custodian import name_custodian
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.open_identity import open_identity
from sinetra.apps.reports.actions.read_messages import read_messages
from sinetra.apps.reports.actions.recount_due import recount_due
from sinetra.apps.reports.actions.reseal_identities import reseal_identities
from sinetra.apps.reports.actions.write_message import write_message

__all__ = [
    "Filed",
    "Proof",
    "answer_retaliation",
    "ask_withdrawal",
    "end_naming",
    "file_report",
    "make_proof",
    "name_custodian",
    "new_custodian_key",
    "open_identity",
    "read_messages",
    "recount_due",
    "reseal_identities",
    "write_message",
]
