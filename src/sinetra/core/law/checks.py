"""Static checks of the catalogue when it is loaded. Each names file, line and reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sinetra.core.law.faults import fault
from sinetra.core.law.instruments import Instrument
from sinetra.core.law.masks import Section
from sinetra.core.law.model import Citation, Dispute, Exemption, Norm
from sinetra.core.law.reach import reach
from sinetra.core.law.rulesets import RuleSets

_GROUP = "group:"


def check_texts(norms: Sequence[Norm], disputes: Sequence[Dispute], instruments: Mapping[str, Instrument]) -> None:
    """Repeated ids, unknown instruments and rules, gaps and overlaps of versions, displacement across tracks."""
    seen: set[str] = set()
    for norm in norms:
        if norm.id in seen:
            raise fault(norm.path, norm.line, f"repeated id {norm.id}")
        seen.add(norm.id)
        _check_versions(norm)
        for citation in _citations(norm):
            if citation.instrument not in instruments:
                raise fault(norm.path, norm.line, f"{norm.id}: unknown instrument {citation.instrument}")
    _check_displaced(norms)
    topics: set[str] = set()
    for dispute in disputes:
        if dispute.id in topics:
            raise fault(dispute.path, dispute.line, f"repeated id {dispute.id}")
        topics.add(dispute.id)
        for name in (*dispute.rules, *dispute.contested):
            if name not in seen:
                raise fault(dispute.path, dispute.line, f"{dispute.id}: unknown rule {name}")


def _citations(norm: Norm) -> Iterator[Citation]:
    yield from norm.citations
    for version in norm.versions:
        yield from _cited_by(version.unless)


def _cited_by(exemptions: Iterable[Exemption]) -> Iterator[Citation]:
    for item in exemptions:
        yield from item.citations
        yield from _cited_by(item.unless)


def _check_versions(norm: Norm) -> None:
    for version in norm.versions:
        start, end = version.period.start, version.period.end
        if start is not None and end is not None and end < start:
            raise fault(norm.path, version.line, f"{norm.id}: version ends before it begins")
        for item in version.unless:
            _check_cited(norm, item)
    ordered = sorted(norm.versions, key=lambda item: item.period.start or date.min)
    for earlier, later in pairwise(ordered):
        end, start = earlier.period.end, later.period.start
        if end is None or start is None or start <= end:
            raise fault(norm.path, later.line, f"{norm.id}: versions overlap")
        if start - end > timedelta(days=1):
            raise fault(norm.path, later.line, f"{norm.id}: gap between versions, {end} to {start}")


def _check_cited(norm: Norm, item: Exemption) -> None:
    if not item.citations:
        raise fault(norm.path, item.line, f"{norm.id}: exception {item.id}: missing citations")
    for inner in item.unless:
        _check_cited(norm, inner)


def displaced(norm: Norm, norms: Sequence[Norm]) -> list[Norm]:
    """The norms that ``norm`` displaces."""
    found = []
    for name in norm.displaces:
        if name.startswith(_GROUP):
            found += [other for other in norms if other.group == name.removeprefix(_GROUP) and other.id != norm.id]
        else:
            found += [other for other in norms if other.id == name]
    return found


def _check_displaced(norms: Sequence[Norm]) -> None:
    known = {norm.id for norm in norms} | {f"{_GROUP}{norm.group}" for norm in norms if norm.group}
    for norm in norms:
        for name in norm.displaces:
            if name not in known:
                raise fault(norm.path, norm.line, f"{norm.id}: displaces unknown norm {name}")
        for other in displaced(norm, norms):
            if other.track is not norm.track:
                raise fault(
                    norm.path,
                    norm.line,
                    f"{norm.id}: displaces {other.id} across tracks ({norm.track}, {other.track})",
                )


def displacers(norm: Norm, norms: Sequence[Norm]) -> list[str]:
    """The ids of the norms that displace ``norm``."""
    return [other.id for other in norms if norm in displaced(other, norms)]


def order(norms: Sequence[Norm]) -> list[Norm]:
    """The norms so that each follows all that displace it. Errors: a cycle, naming its norms."""
    above = {norm.id: set(displacers(norm, norms)) for norm in norms}
    done: list[Norm] = []
    placed: set[str] = set()
    waiting = list(norms)
    while waiting:
        ready = [norm for norm in waiting if above[norm.id] <= placed]
        if not ready:
            names = ", ".join(sorted(norm.id for norm in waiting))
            raise fault(waiting[0].path, waiting[0].line, f"cycle in displaces among {names}")
        done += ready
        placed |= {norm.id for norm in ready}
        waiting = [norm for norm in waiting if norm.id not in placed]
    return done


def check_reach(norms: Sequence[Norm], sets: RuleSets) -> None:
    """A norm that can never be reported, and an exception that can never apply."""
    for rule, norm in enumerate(norms):
        masks = sets.of_rule(rule)
        found = reach(masks)
        for bit, (owner, place) in enumerate(zip(masks.rule_of, masks.version_of, strict=True)):
            if owner != rule:
                continue
            version = norm.versions[place]
            if not found.reported >> bit & 1:
                raise fault(norm.path, version.line, f"{norm.id}: norm that can never be reported")
            for offset, item in _placed(masks.sections, version.unless):
                if not found.excepting >> offset + bit & 1:
                    raise fault(norm.path, item.line, f"{norm.id}: exception {item.id} can never apply")


def _placed(sections: Sequence[Section], exemptions: Sequence[Exemption]) -> Iterator[tuple[int, Exemption]]:
    """Every exception with the offset of its section."""
    for section, item in zip(sections, exemptions, strict=False):
        yield section.offset, item
        yield from _placed(section.inner, item.unless)
