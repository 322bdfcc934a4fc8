"""From what was asked of a reporter to the letter that says so."""

from __future__ import annotations

import re

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Clock, RepairRequest
from sinetra.apps.cases.moves import casework, regime_of
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.sealing import open_value
from sinetra.core.clock.confidence import Confidence
from sinetra.core.documents import indonesian
from sinetra.core.documents.repair_notice import Gap, RepairNotice

# The letter says in words of its own that a text is to be checked.
_SAID_APART = re.compile(r" \((?:tidak dibaca|perlu dicek)\)$")


def letter_of(actor: Actor, asked: RepairRequest) -> RepairNotice:
    """Errors: ``Forbidden``."""
    matter = asked.matter
    require(actor, "matter.read", matter)
    office = Organisation.objects.select_related("region").get(pk=asked.organisation_id)
    notes = open_value(asked.notes_sealed, asked.pk, "notes")
    known = {item.id: item for item in casework().requirements.of(regime_of(matter))}
    due_on, due_source = _due(actor, asked)
    return RepairNotice(
        office=office.name,
        place=office.region.name if office.region else "",
        dated=indonesian.day(asked.asked_on),
        number=matter.number,
        filed=indonesian.day(matter.report.filed_on) if matter.report is not None else "",
        gaps=tuple(
            Gap(
                title=known[name].title.id,
                note=notes.get(name, ""),
                source=_SAID_APART.sub("", known[name].source),
                unchecked=known[name].confidence is Confidence.UNCHECKED,
            )
            for name in asked.gaps
            if name in known
        ),
        due=due_on,
        due_source=due_source,
        exercise=exercise_word(),
    )


def _due(actor: Actor, asked: RepairRequest) -> tuple[str, str]:
    """A clock that was counted again with another calendar gives the later word."""
    rows = visible(actor, Clock).filter(matter=asked.matter, rule__endswith=".repair", started_on=asked.asked_on)
    clock = rows.order_by("-due_on").first()
    if clock is None:
        return "", ""
    told = Due.of(clock.told)
    unchecked = " (perlu dicek pada naskah resmi)" if told.confidence == Confidence.UNCHECKED else ""
    return indonesian.weekday_and_day(clock.due_on), f"{told.source}{unchecked}"
