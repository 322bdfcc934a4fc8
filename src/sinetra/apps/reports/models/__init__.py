"""What was reported, and apart from it, under another key, by whom."""

from __future__ import annotations

from sinetra.apps.reports.models.identity import CustodianKey, Identity
from sinetra.apps.reports.models.reply_text import ReplyText
from sinetra.apps.reports.models.report import Report

__all__ = ["CustodianKey", "Identity", "ReplyText", "Report"]
