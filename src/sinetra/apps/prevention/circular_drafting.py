"""From a template of the catalogue to a draft of this office, for its elections on the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sinetra.apps.base.catalogue import clock, rulebook
from sinetra.apps.prevention.circular_letter import blocks_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.models import Organisation
from sinetra.catalogue import ROOT
from sinetra.core.clock.stages import Stage
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.circular_draft import Block, fill, people
from sinetra.core.prevention.circular_templates import CircularTemplate, load_circular_templates


@cache
def circular_templates() -> Mapping[str, CircularTemplate]:
    """Read once a process. Errors: those of a faulty catalogue."""
    return load_circular_templates(ROOT)


def template_named(name: str) -> CircularTemplate:
    """Errors: ``NotFound``."""
    found = circular_templates().get(name)
    if found is None:
        raise NotFound(gettext_noop("Templat edaran ini tidak ada dalam katalog."))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    subject: str
    blocks: tuple[Block, ...]


def drafted(
    template: CircularTemplate, office: Organisation, *, day: date, statuses: Collection[SubjectStatus]
) -> Filled:
    """The text of the template with the norms of the day, for the elections whose stage it is made for."""
    running = [stage for stage in stages_on(office, day) if stage.election is not None]
    meant = [stage for stage in running if stage.code in template.stages] or running
    names = [clock().timetables.get(stage.election) for stage in meant if stage.election is not None]
    words = {
        "office": office.name,
        "election": " dan ".join(item.name.id for item in names) or "pemilihan",
        "people": people(statuses),
    }
    blocks = fill(
        template,
        rulebook(),
        day=day,
        statuses=statuses,
        elections={item.kind for item in names},
        words=words,
    )
    return Filled(subject=template.subject.format(**words), blocks=blocks)


def replacing(before: Circular, *, day: date) -> Filled:
    """The text of a circular anew: its own words, without the norms that no longer hold, with those that the template
    finds now and did not find then. What its author left out stays out.
    """
    statuses = [SubjectStatus(name) for name in before.statuses]
    template, then = template_named(before.template), before.issued_on or day
    now = drafted(template, before.organisation, day=day, statuses=statuses)
    old = drafted(template, before.organisation, day=then, statuses=statuses)
    found_then = {name for block in old.blocks for name in block.norms}
    in_force = {item.norm.id for item in rulebook().norms_on(day)}
    new = {block.key: block for block in now.blocks}
    blocks = []
    for block in blocks_of(before):
        fresh = new.pop(block.key).norms if block.key in new else ()
        kept = [name for name in block.norms if name in in_force]
        added = [name for name in fresh if name not in found_then and name not in kept]
        blocks.append(replace(block, norms=(*kept, *added)))
    return Filled(subject=before.title, blocks=tuple(blocks))


def stages_on(office: Organisation, day: date) -> tuple[Stage, ...]:
    """The stage of each election that runs in the region of the office."""
    return tuple(clock().timetables.stages(day, office.region_id))


def fitting(office: Organisation, day: date) -> list[tuple[CircularTemplate, bool]]:
    """All templates; True where one is made for the stage of ``day``. Those that fit come first."""
    codes = {stage.code for stage in stages_on(office, day)}
    found = [(item, bool(codes.intersection(item.stages))) for item in circular_templates().values()]
    return sorted(found, key=lambda pair: not pair[1])
