"""Brings a signed package to its receiver: at once when it lives in this installation, else it waits for export."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.models import FollowUpAnswer, HandOver
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.partners import addressed_here
from sinetra.core.packages import Party


def deliver(hand_over_id: UUID, part: str, *, at: datetime | None = None) -> HandOver | None:
    """Run by the outbox worker; may run again. ``part`` is ``package`` or ``reply``.

    None when the receiver lives elsewhere: the document is then taken from ``selectors.package_file`` and brought
    there as a file or by POST. Errors: those of ``receive_package``.
    """
    hand_over = HandOver.objects.get(pk=hand_over_id)
    if not addressed_here(Party(kind=hand_over.counterpart_kind, name=hand_over.counterpart_name)):
        return None
    sealed = hand_over.package_sealed if part == "package" else hand_over.reply_sealed
    if sealed is None:
        return None
    return receive_package(unsealed(sealed, hand_over.pk, part), at=at).hand_over


def deliver_answer(answer_id: UUID, *, at: datetime | None = None) -> HandOver | None:
    """The same for an answer that follows the acknowledgement."""
    row = FollowUpAnswer.objects.select_related("hand_over").get(pk=answer_id)
    sent = row.hand_over
    if not addressed_here(Party(kind=sent.counterpart_kind, name=sent.counterpart_name)):
        return None
    return receive_package(unsealed(row.package_sealed, row.pk, "package"), at=at).hand_over
