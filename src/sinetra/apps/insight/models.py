"""Frozen editions of open statistics. Written once; no verb changes or removes one."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Snapshot(Row):
    """``edition`` is the day of its cut-off. ``content``: the published figures as canonical bytes
    (``core.statistics.edition``), ``sha256`` over them; ``manifest`` says from what and by what they were made, signed
    by the installation.

    ``heads``: where each chain stood (organisation → place and hash). ``inputs``: of every matter and examination that
    was counted how many persons, and a digest (``statistics.inputs``); never published. ``organisation``: the
    institution of the installation. ``code_digest``: of the programs of the query.
    """

    edition = models.CharField(max_length=10, unique=True)
    as_of = models.DateField()
    query = models.CharField(max_length=40)
    query_version = models.PositiveSmallIntegerField()
    code_digest = models.CharField(max_length=64)
    previous = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="following")
    heads = models.JSONField()
    inputs = models.BinaryField()
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    manifest = models.BinaryField()
    signature = models.BinaryField(max_length=72)
    frozen_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-as_of"], name="snapshot_newest")]

    def __str__(self) -> str:
        return self.edition
