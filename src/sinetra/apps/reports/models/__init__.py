"""What was reported, and apart from it, under another key, by whom."""

from __future__ import annotations

from sinetra.apps.reports.models.custody_naming import CustodyNaming
from sinetra.apps.reports.models.filing_proof import FilingProof
from sinetra.apps.reports.models.identity import CustodianKey, Identity
from sinetra.apps.reports.models.message import Message
from sinetra.apps.reports.models.news import NewsList, Seen
from sinetra.apps.reports.models.reply_text import ReplyText
from sinetra.apps.reports.models.report import Report

__all__ = [
    "CustodianKey",
    "CustodyNaming",
    "FilingProof",
    "Identity",
    "Message",
    "NewsList",
    "ReplyText",
    "Report",
    "Seen",
]
