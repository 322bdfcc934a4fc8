"""What a new letter says before anybody has written in it: what the matter itself knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.from_examination import examination_entries, received_entries
from sinetra.apps.cases.letters.from_study import minutes_entries, study_entries
from sinetra.apps.cases.letters.of_clarification import MINUTES, READ_BACK, draft_for
from sinetra.apps.cases.models import Clarification, Clock, Correction, Examination, Matter, RepairRequest
from sinetra.apps.cases.moves import casework, regime_of
from sinetra.apps.cases.told import CORRECTION_LETTER
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, MatterKind, State
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.letters import LetterKind
from sinetra.core.clock.confidence import Confidence

# The letter says in words of its own that a text is to be checked.
_SAID_APART = re.compile(r" \((?:tidak dibaca|perlu dicek)\)$")


def proposed(
    matter: Matter,
    kind: LetterKind,
    clarification: Clarification | None = None,
    examination: Examination | None = None,
) -> Draft:
    """The notice to complete a report lists what the checklist calls missing, with the day when it is due; the form of
    a study says what the study says, the minutes what the plenary decided; invitation and minutes of a clarification
    what was recorded of it; a letter of a receiver what was recorded of the examination. A letter of correction goes to
    the body that has waited longest for one."""
    if clarification is not None:
        return draft_for(clarification, kind.id)
    if examination is not None:
        return Draft(entries=examination_entries(examination, kind.id), person=examination.place)
    if kind.id == CORRECTION_LETTER:
        return Draft(entries={"addressee": _uncorrected(matter)})
    if matter.kind == MatterKind.HANDED_OVER:
        return Draft(entries=received_entries(matter, kind.id))
    if kind.id == MINUTES:
        return Draft(entries={"closing": READ_BACK})
    if kind.id == "study":
        return Draft(entries=study_entries(matter))
    if kind.id == "plenary_minutes":
        return Draft(entries=minutes_entries(matter))
    if kind.id != "gap_notice":
        return Draft()
    gaps = [_line(name, note, matter) for name, note in _missing(matter)]
    running = Clock.objects.filter(matter=matter, done_at=None, rule__endswith=".repair").order_by("-due_on").first()
    entries = {"gaps": "\n".join(gaps)}
    if running is not None:
        entries["until"] = running.due_on.isoformat()
    return Draft(entries=entries)


def _missing(matter: Matter) -> Iterator[tuple[str, str]]:
    """Requirement and note: as they were asked for, else what the checklist calls missing now."""
    asked = RepairRequest.objects.filter(matter=matter).order_by("-asked_at", "-id").first()
    if asked is not None and matter.state == State.REPAIR:
        notes = open_value(asked.notes_sealed, asked.pk, "notes")
        yield from ((name, notes.get(name, "")) for name in asked.gaps)
        return
    for item in items(matter):
        if item.answer is Answer.NOT_MET:
            yield item.requirement.id, item.note


def _line(name: str, note: str, matter: Matter) -> str:
    """On what it rests stands behind it, and whether anybody has read that."""
    found = next(item for item in casework().requirements.of(regime_of(matter)) if item.id == name)
    source = _SAID_APART.sub("", found.source)
    unchecked = "; perlu dicek pada naskah resmi" if found.confidence is Confidence.UNCHECKED else ""
    said = f"{found.title.id}: {note}" if note else found.title.id
    return " ".join(f"{said} ({source}{unchecked})".split())


def _uncorrected(matter: Matter) -> str:
    rows = Correction.objects.filter(matter=matter, direction=Direction.OUTGOING, state=CorrectionState.OPEN)
    found = rows.order_by("since", "id").first()
    return "" if found is None else found.body_name
