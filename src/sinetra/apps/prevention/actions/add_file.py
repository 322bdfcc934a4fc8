"""Materials, photos and scanned minutes: kept sealed, each under a name of its own, so that removing one removes it."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Activity, ActivityFile
from sinetra.apps.prevention.planning import changeable
from sinetra.apps.prevention.uploads import MATERIAL, harmless, named
from sinetra.core.errors import Conflict, gettext_noop

MOST = 200


def add_file(*, activity: Activity, kind: ActivityFile.Kind, name: str, content: bytes, actor: Actor) -> ActivityFile:
    """Errors: ``Forbidden``; ``BadInput`` on ``file``; ``Conflict`` when there are 200 already."""
    policy.require(actor, "activity.plan", activity)
    changeable(activity)
    if activity.files.count() >= MOST:
        raise Conflict(gettext_noop("Satu kegiatan paling banyak 200 berkas."))
    kept = harmless(content, MATERIAL)
    row = ActivityFile(
        organisation_id=activity.organisation_id,
        activity=activity,
        kind=kind,
        name=named(name, kept.media_type),
        media_type=kept.media_type,
        octets=len(kept.content),
        added_by_id=actor.user_id,
    )
    with kept_files.kept_sealed(kept.content, _context(row)) as name_of_blob, unit_of_work(actor) as work:
        row.blob = name_of_blob
        work.create(row)
        work.record("activity.add_file", row, data={"activity": str(activity.pk), "kind": kind.value})
    return row


def content_of(row: ActivityFile) -> bytes:
    """Errors: ``NotFound``, ``VerificationFailed``, ``KeysMissing``."""
    return kept_files.opened(row.blob, _context(row))


def remove_file(*, row: ActivityFile, actor: Actor) -> None:
    """The row goes first: a lost blob costs only space. Errors: ``Forbidden``, ``Conflict``."""
    policy.require(actor, "activity.plan", row)
    with unit_of_work(actor) as work:
        work.remove(row)
        work.record("activity.remove_file", row, data={"activity": str(row.activity_id)})
    kept_files.forget(row.blob)


def _context(row: ActivityFile) -> bytes:
    return f"{row.pk}:file".encode()
