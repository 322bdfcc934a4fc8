"""Whoever sent a file takes it back before filing, or its time is over."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files, rows, whole
from sinetra.core.errors import NotFound

BATCH = 200


def drop_upload(*, key: str, actor: Actor = PUBLIC) -> None:
    """No error when it is gone already."""
    require(actor, "evidence.upload")
    try:
        upload = rows.find(key)
    except NotFound:
        return
    whole.drop(upload)


def sweep_uploads(*, now: datetime, actor: Actor = SYSTEM) -> int:
    """What nobody filed within its 24 hours, and files that a crash left without a row; how many."""
    require(actor, "evidence.upload")
    done = 0
    while expired := list(Upload.objects.filter(expires_at__lte=now).order_by("expires_at")[:BATCH]):
        for upload in expired:
            whole.drop(upload)
        done += len(expired)
    return done + files.forget_orphans(now)
