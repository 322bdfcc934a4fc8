"""What was forwarded to an agency without Sinetra, as rows for SBT. The trail tells who took which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.sbt_file import rows_of
from sinetra.apps.cases.vocabulary import Direction, HandOverState
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def export_sbt(*, hand_overs: Sequence[HandOver], actor: Actor, at: datetime | None = None) -> list[Mapping[str, str]]:
    """A row each person reported, by the columns of ``sbt_file``.

    Errors: ``Forbidden``; ``BadInput`` when none is chosen; ``Conflict`` for what was answered meanwhile, for what was
    not proven, or by interest.
    """
    if not hand_overs:
        raise BadInput(gettext_noop("Pilih sekurangnya satu perkara."), field="chosen")
    for row in hand_overs:
        require(actor, "package.export", row)
        require_no_conflict(actor, row.matter)
        if row.direction != Direction.OUTGOING or row.state != HandOverState.SENT:
            raise Conflict(gettext_noop("Serah terima ini sudah dijawab."), code="answered")
        if row.matter.is_cleared:
            message = gettext_noop("Dalam perkara ini tidak ada yang terbukti: tidak ada nama yang keluar lagi.")
            raise Conflict(message, code="cleared")
    rows = [line for row in hand_overs for line in rows_of(row)]
    with unit_of_work(actor, at=at) as work:
        for row in hand_overs:
            work.record("hand_over.export_sbt", row)
    return rows
