"""What the verbs of a plan share: when it may still be changed, and times that make sense."""

from __future__ import annotations

from datetime import time

from sinetra.apps.prevention.models import Activity
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def changeable(activity: Activity) -> None:
    """Errors: ``Conflict`` for what was cancelled, and for what is known from the press only."""
    if activity.known_from_press_only:
        raise Conflict(gettext_noop("Kegiatan ini baru dikenal dari berita. Konfirmasikan dahulu."))
    if activity.state == Activity.State.CANCELLED:
        raise Conflict(gettext_noop("Kegiatan ini sudah dibatalkan."))


def check_times(starts_at: time | None, ends_at: time | None) -> None:
    """Errors: ``BadInput`` on ``ends_at``."""
    if ends_at is not None and (starts_at is None or ends_at <= starts_at):
        raise BadInput(gettext_noop("Jam selesai harus sesudah jam mulai."), field="ends_at")
