"""What can be done with reports: file, prove that it was filed, open the identity, set the custodian's key."""

from __future__ import annotations

from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.make_proof import Proof, make_proof
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.open_identity import open_identity
from sinetra.apps.reports.actions.recount_due import recount_due

__all__ = ["Filed", "Proof", "file_report", "make_proof", "new_custodian_key", "open_identity", "recount_due"]
