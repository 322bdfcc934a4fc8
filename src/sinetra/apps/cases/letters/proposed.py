"""What a new letter says before anybody has written in it: what the matter itself knows."""

from __future__ import annotations

from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.from_study import minutes_entries, study_entries
from sinetra.apps.cases.letters.of_clarification import MINUTES, READ_BACK, draft_for
from sinetra.apps.cases.models import Clarification, Clock, Matter
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.letters import LetterKind


def proposed(matter: Matter, kind: LetterKind, clarification: Clarification | None = None) -> Draft:
    """The notice to complete a report lists what the checklist calls missing, with the day when it is due; the form of
    a study says what the study says, the minutes what the plenary decided; invitation and minutes of a clarification
    what was recorded of it."""
    if clarification is not None:
        return draft_for(clarification, kind.id)
    if kind.id == MINUTES:
        return Draft(entries={"closing": READ_BACK})
    if kind.id == "study":
        return Draft(entries=study_entries(matter))
    if kind.id == "plenary_minutes":
        return Draft(entries=minutes_entries(matter))
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
