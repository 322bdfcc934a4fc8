"""What a new letter says before anybody has written in it: what the matter itself knows."""

from __future__ import annotations

from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.models import Clock, Correction, Matter
from sinetra.apps.cases.told import CORRECTION_LETTER
from sinetra.apps.cases.vocabulary import CorrectionState, Direction
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.letters import LetterKind


def proposed(matter: Matter, kind: LetterKind) -> Draft:
    """The notice to complete a report lists what the checklist calls missing, with the day when it is due. A letter of
    correction goes to the body that has waited longest for one."""
    if kind.id == CORRECTION_LETTER:
        return Draft(entries={"addressee": _uncorrected(matter)})
    if kind.id != "gap_notice":
        return Draft()
    gaps = [
        f"{item.requirement.title.id}: {item.note}" if item.note else item.requirement.title.id
        for item in items(matter)
        if item.answer is Answer.NOT_MET
    ]
    running = Clock.objects.filter(matter=matter, done_at=None, rule__endswith=".repair").order_by("-due_on").first()
    entries = {"gaps": "\n".join(" ".join(gap.split()) for gap in gaps)}
    if running is not None:
        entries["until"] = running.due_on.isoformat()
    return Draft(entries=entries)


def _uncorrected(matter: Matter) -> str:
    rows = Correction.objects.filter(matter=matter, direction=Direction.OUTGOING, state=CorrectionState.OPEN)
    found = rows.order_by("since", "id").first()
    return "" if found is None else found.body_name
