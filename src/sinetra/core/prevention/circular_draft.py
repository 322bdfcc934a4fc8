"""A draft from a template: which norms of the rulebook its blocks name for the people, the stages and the day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.core.law.rulebook import NormOnDay, Rulebook
from sinetra.core.law.words import ASN, SubjectStatus
from sinetra.core.prevention.circular_templates import CircularTemplate, TemplateBlock

# Facts of which a circular for a whole office knows nothing: norms that ask for them are about few people.
_ABOUT_FEW = {"act.registered_on_team": "true", "subject.is_candidate": "true"}
PEOPLE = {"asn": "pegawai ASN", "non_asn": "pegawai non-ASN", "both": "pegawai ASN dan pegawai non-ASN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a circular. Its points are the norms; or the instruments of the whole, when ``lists_sources``."""

    key: str
    heading: str
    text: str
    norms: tuple[str, ...]
    lists_sources: bool = False


def fill(
    template: CircularTemplate,
    book: Rulebook,
    *,
    day: date,
    statuses: Collection[SubjectStatus],
    elections: Collection[str],
    words: Mapping[str, str],
) -> tuple[Block, ...]:
    """``elections``: kinds that run in the region on ``day``; ``words`` for the places of the texts.

    A norm stands once: in the first block that names it, and not among the acts of another.
    A block that is made of norms and finds none is left out: a heading without a point would promise something.
    """
    in_force = {item.norm.id: item for item in book.norms_on(day)}
    filled: list[Block] = []
    for block in template.blocks:
        before = {name for other in filled for name in other.norms}
        elsewhere = {name for other in template.blocks for name in other.norms} - set(block.norms)
        told = before | elsewhere
        norms = tuple(name for name in _norms(template, block, in_force, statuses, elections) if name not in told)
        if norms or not (block.norms or block.acts):
            filled.append(
                Block(
                    key=block.key,
                    heading=block.heading,
                    text=block.text.format(**words),
                    norms=norms,
                    lists_sources=block.lists_sources,
                )
            )
    return tuple(filled)


def people(statuses: Collection[SubjectStatus]) -> str:
    """Whom the texts address."""
    if SubjectStatus.NON_ASN not in statuses:
        return PEOPLE["asn"]
    return PEOPLE["both"] if set(ASN).intersection(statuses) else PEOPLE["non_asn"]


def _norms(
    template: CircularTemplate,
    block: TemplateBlock,
    in_force: Mapping[str, NormOnDay],
    statuses: Collection[SubjectStatus],
    elections: Collection[str],
) -> Iterable[str]:
    named = [in_force[name] for name in block.norms if name in in_force]
    acts = set(block.acts)
    about = [
        item
        for item in in_force.values()
        if acts and item.norm.kind is block.kind and acts & _asked(item, "act.code") and _asked(item, "subject.status")
    ]
    fits = [item for item in (*named, *about) if _fits(item, template, statuses, elections)]
    return dict.fromkeys(item.norm.id for item in fits)


def _fits(
    item: NormOnDay, template: CircularTemplate, statuses: Collection[SubjectStatus], elections: Collection[str]
) -> bool:
    for field, value in _ABOUT_FEW.items():
        if _asked(item, field) == {value}:
            return False
    wanted = (
        ("subject.status", set(statuses)),
        ("stage", set(template.stages)),
        # Without an election in sight its kind is not known, and nothing is ruled out.
        ("election_kind", set(elections)),
    )
    return all(not values or not (asked := _asked(item, field)) or asked & values for field, values in wanted)


def _asked(item: NormOnDay, field: str) -> set[str]:
    return {value for condition in item.version.when if condition.field == field for value in condition.values}
