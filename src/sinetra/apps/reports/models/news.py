"""What a reporter has seen, and the public list of tokens for "there is news". Neither stands in the audit chain."""

from __future__ import annotations

from django.db import models


class Seen(models.Model):
    """``until``: the instant at which the office made the newest thing that the reporter has read. When the reporter
    looked is kept nowhere, also in no trace."""

    report = models.OneToOneField("reports.Report", on_delete=models.CASCADE, primary_key=True, related_name="seen")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.report_id} {self.until}"


class NewsList(models.Model):
    """The list of one day: tokens of 16 bytes, one after another, in order. Made once; the next takes its place."""

    day = models.DateField(primary_key=True)
    tokens = models.BinaryField()

    def __str__(self) -> str:
        return str(self.day)
