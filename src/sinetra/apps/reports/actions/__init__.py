"""What can be done with reports: file one, open the identity of its reporter, set the custodian's key."""

from __future__ import annotations

from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.open_identity import open_identity
from sinetra.apps.reports.actions.recount_due import recount_due

__all__ = ["Filed", "file_report", "new_custodian_key", "open_identity", "recount_due"]
