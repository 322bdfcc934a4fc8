"""One filing by a citizen or a civil servant. Nothing here says from which machine, address or account it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.reports.vocabulary import Channel, ReportState, Source, choices

if TYPE_CHECKING:
    from sinetra.apps.cases.models import Matter

HASH_BYTES = 32


class Report(Row):
    """``organisation`` is the Bawaslu office that is competent for ``region``.

    What people wrote (``what``, ``where``, ``reported``) is sealed with the data key; the context is row and field.
    ``code_hash``, ``key_hash`` and ``content_hash`` are keyed: the code and the idempotency key are stored nowhere.
    ``filed_on`` is the legal date, ``filed_at`` the instant. ``due`` keeps what the reporter was told at filing.
    ``due_on``: by then the office must first have acted; None when no rule says so.
    ``news_sealed``: what the tokens of its days are made from (``core.news_token``); the code cannot be told from it.
    ``kept_as`` is what the office works with: a report after its time limit is kept as initial information.
    ``sign_by``: the last day for the signed form, None where none is waited for; ``signed_on``: when it came.
    ``joined_to``: the matter, opened by another report or by the office itself, that this one tells of as well, since
    the legal date ``joined_on`` (``joined_at`` in real time). ``is_copy``: it comes from the same source as another one
    there, so it does not corroborate.
    """

    channel = models.CharField(max_length=24, choices=choices(Channel))
    kept_as = models.CharField(max_length=24, choices=choices(Channel))
    region = models.ForeignKey("registry.Region", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(null=True)
    known_on = models.DateField(null=True)
    acts = models.JSONField(default=list)
    what_sealed = models.BinaryField()
    where_sealed = models.BinaryField()
    reported_sealed = models.BinaryField()
    source = models.CharField(max_length=8, choices=choices(Source))
    state = models.CharField(max_length=12, choices=choices(ReportState), default=ReportState.NEW)
    election = models.CharField(max_length=60, blank=True, default="")
    filed_at = models.DateTimeField()
    filed_on = models.DateField()
    due = models.JSONField(default=list)
    due_on = models.DateField(null=True)
    sign_by = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    code_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    content_hash = models.BinaryField(max_length=HASH_BYTES)
    news_sealed = models.BinaryField(null=True)
    joined_to = models.ForeignKey(
        "cases.Matter", null=True, on_delete=models.PROTECT, related_name="joined_reports", db_index=False
    )
    joined_at = models.DateTimeField(null=True)
    joined_on = models.DateField(null=True)
    is_copy = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "filed_at", "id"], name="report_inbox"),
            models.Index(fields=["organisation", "state", "due_on", "id"], name="report_due"),
            models.Index(
                fields=["sign_by", "id"],
                condition=Q(sign_by__isnull=False, signed_on__isnull=True, state=ReportState.NEW),
                name="report_unsigned",
            ),
            models.Index(fields=["organisation", "happened_on", "id"], name="report_event"),
            models.Index(fields=["joined_to"], condition=Q(joined_to__isnull=False), name="report_joined"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.filed_on}"

    @property
    def in_matter(self) -> Matter | None:
        """The matter that it opened, or that it was joined to."""
        opened: Matter | None = getattr(self, "matter", None)
        return opened or self.joined_to
