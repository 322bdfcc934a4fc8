"""The report in three minutes: one question a page, without JavaScript, cookie or account."""

from __future__ import annotations
