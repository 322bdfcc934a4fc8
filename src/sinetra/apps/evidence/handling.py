"""Who handles a file: staff of the office that handles its report, without an interest in it, while it may be read."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.sealing import Erased
from sinetra.core.errors import NotFound, gettext_noop


def require_handling(actor: Actor, action: str, evidence: Evidence) -> None:
    """First in every verb and every read of one file. ``evidence.report`` and its matter are to be loaded.

    Errors: ``Forbidden``; ``StepAside`` for who has an interest in the matter; ``NotFound`` once nothing was proven
    (presumption of innocence: the pictures name people as the texts do); ``Erased``.
    """
    require(actor, action, evidence)
    require_no_conflict_in_report(actor, evidence.report)
    matter = evidence.report.in_matter
    if matter is not None and matter.is_cleared:
        raise NotFound(gettext_noop("Perkara ini tidak terbukti; buktinya tersegel."))
    if not evidence.key_sealed:
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
