"""From facts to a decision: every timetable, every norm, what is open, who decides and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sinetra.core.clock.stages import Stage, StageCode
from sinetra.core.law.decision import Decision, Due, Finding, outcome_of
from sinetra.core.law.evaluate import Trace, Verdict, effective, judge, trace
from sinetra.core.law.explain import asked, because, cited, exceptions, paragraph
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import Node
from sinetra.core.law.model import Dispute, Norm, Route, Sanction
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.situations import Situation, situations
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import NormKind, Outcome, Status, Track

_SETTLED = (Status.MET, Status.OPEN, Status.EXCEPTED)
_OVER = (StageCode.AFTER_VOTING, StageCode.AFTER_INAUGURATION, StageCode.NO_ELECTION)
_NOT_MET = Verdict(status=Status.NOT_MET)
# The order in which findings are shown.
_RANK = (Status.MET, Status.OPEN, Status.OUT_OF_TIME, Status.EXCEPTED, Status.DISPLACED, Status.NOT_MET)


def decide(rulebook: Rulebook, facts: Facts, *, include_all: bool = False) -> Decision:
    """The decision on one act. ``include_all`` adds the norms that are not met, with the condition that failed.

    Errors: ``BadInput`` for an election or region that the catalogue does not know.
    """
    places = situations(facts, rulebook.clock.timetables)
    found = [(place, trace(rulebook.masks, place.facts)) for place in places]
    findings = _findings(rulebook, found, include_all=include_all)
    shown = tuple(item for item in findings if item.status is not Status.NOT_MET)
    stages = tuple(place.stage for place, _ in found if place.stage is not None)
    named = next((item.election for item in shown if item.election is not None), None)
    outcome = outcome_of(shown)
    return Decision(
        outcome=outcome,
        tracks=_tracks(shown),
        stage=_shown_stage(stages, named),
        stages=stages,
        findings=findings,
        next_questions=next_questions(shown),
        disputes=_disputes(rulebook, found, shown),
        text=paragraph(outcome, shown, facts, rulebook.shared, rulebook.instruments),
    )


def _shown_stage(stages: tuple[Stage, ...], named: str | None) -> Stage | None:
    """Of several timetables the one a finding names, else one that is under way, else the first."""
    for stage in stages:
        if named is not None and stage.election == named:
            return stage
    return next((stage for stage in reversed(stages) if stage.code not in _OVER), stages[0] if stages else None)


def _tracks(findings: tuple[Finding, ...]) -> dict[Track, Outcome]:
    return {
        track: outcome_of(own)
        for track in Track
        if (own := tuple(item for item in findings if item.norm.track is track))
    }


def _findings(
    rulebook: Rulebook, found: Sequence[tuple[Situation, Trace]], *, include_all: bool
) -> tuple[Finding, ...]:
    results: list[Finding] = []
    for norm, rule in zip(rulebook.norms, rulebook.rules, strict=True):
        own: list[Finding] = []
        for place, traced in found:
            if not include_all and not rule.heads & traced.m:
                continue
            verdict = judge(rulebook.rules, rule.index, traced) if rule.heads & traced.m else _NOT_MET
            if verdict.status is Status.NOT_MET and not include_all:
                continue
            finding = _finding(rulebook, norm, verdict, place, traced)
            if not any(_same(finding, other) for other in own):
                own.append(finding)
        if any(item.status is not Status.NOT_MET for item in own):
            own = [item for item in own if item.status is not Status.NOT_MET]
        results += own
    return tuple(sorted(results, key=lambda item: (_RANK.index(item.status), item.norm.track, item.norm.id)))


def _same(one: Finding, other: Finding) -> bool:
    """Two elections that make no difference are one finding."""
    return one.status is other.status and one.by == other.by and one.election == other.election


def _version(rulebook: Rulebook, index: int, traced: Trace) -> int:
    """The version to show: one that holds, else the latest that may, else the latest."""
    nodes = rulebook.rules[index].versions
    for mask in (traced.s, traced.m):
        for place in reversed(range(len(nodes))):
            if mask >> nodes[place].bit & 1:
                return place
    day = traced.sure["act_date"]
    return next((place for place in reversed(range(len(nodes))) if day >> nodes[place].bit & 1), len(nodes) - 1)


def _finding(rulebook: Rulebook, norm: Norm, verdict: Verdict, place: Situation, traced: Trace) -> Finding:
    facts = place.facts
    index = _version(rulebook, rulebook.place[norm.id], traced)
    node, version = rulebook.rules[rulebook.place[norm.id]].versions[index], norm.versions[index]
    failed = verdict.status is Status.NOT_MET
    finding = Finding(
        norm=norm,
        status=verdict.status,
        by=None if verdict.by is None else rulebook.norms[verdict.by].id,
        election=place.election if norm.id in rulebook.by_election else None,
        norms=cited(norm.citations, facts, rulebook.instruments),
        sanctions=_sanctions(norm, facts),
        route=_route(norm, facts),
        deadlines=_deadlines(rulebook, norm, place) if verdict.status in _SETTLED else (),
        because=because(node, traced, facts, only_failed=failed),
        needs=asked(verdict.needs, facts),
        exceptions=()
        if node.bit_is_dead(traced.m)
        else exceptions(node.unless, version.unless, traced, facts, rulebook.instruments),
    )
    return _in_time(finding, facts)


def _sanctions(norm: Norm, facts: Facts) -> tuple[Sanction, ...]:
    status = facts.values.get("subject.status")
    if not isinstance(status, str):
        return norm.sanctions
    return tuple(item for item in norm.sanctions if not item.statuses or status in item.statuses)


def _route(norm: Norm, facts: Facts) -> Route | None:
    """By the day on which the matter is handled: KASN ended on 24 August 2024, whatever the day of the act."""
    day = facts.filed_on or facts.as_of or facts.act_date
    if day is None:
        return norm.routes[-1] if norm.routes else None
    return next((item for item in norm.routes if item.period.holds(day)), None)


def _deadlines(rulebook: Rulebook, norm: Norm, place: Situation) -> tuple[Due, ...]:
    """The filing of a report counts from the day the event became known, its study from the day it was filed."""
    facts = place.facts
    rules = norm.clocks.get(place.kind or "", ())
    starts = ((facts.known_date, "known_date_missing"), (facts.filed_on, "filed_on_missing"))
    return tuple(
        rulebook.due(rule, start, facts.region, missing) for rule, (start, missing) in zip(rules, starts, strict=False)
    )


def _in_time(finding: Finding, facts: Facts) -> Finding:
    """A report filed after its deadline; it comes last and changes no other rule. What is open stays open."""
    if finding.status is not Status.MET or facts.filed_on is None or not finding.deadlines:
        return finding
    filing = finding.deadlines[0].due
    if filing is None or facts.filed_on <= filing:
        return finding
    return replace(finding, status=Status.OUT_OF_TIME)


def next_questions(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The facts that open norms wait for, the most decisive first; a norm that waits for one fact weighs most."""
    weight: dict[str, float] = {}
    for item in findings:
        if item.status is Status.OPEN and item.norm.kind is NormKind.PROHIBITION:
            for name in item.needs:
                weight[name] = weight.get(name, 0.0) + 1 / len(item.needs)
    order = ("act_date", "election", "region", *FIELDS)
    ranked = sorted(weight, key=lambda name: (-weight[name], order.index(name)))
    # A parent is asked before the fact it may rule out.
    found: dict[str, None] = {}
    for name in ranked:
        item_field = FIELDS.get(name)
        parent = item_field.dependency.parent if item_field is not None and item_field.dependency else None
        if parent in weight:
            found[str(parent)] = None
        found[name] = None
    return tuple(found)


def _disputes(
    rulebook: Rulebook, found: Sequence[tuple[Situation, Trace]], shown: Sequence[Finding]
) -> tuple[Dispute, ...]:
    rules = {item.norm.id for item in shown}
    return tuple(
        item
        for item, node in zip(rulebook.disputes, rulebook.dispute_nodes, strict=True)
        if (not item.rules or rules & set(item.rules))
        and any(_concerns(item, node, place, traced) for place, traced in found)
    )


def _concerns(item: Dispute, node: Node, place: Situation, traced: Trace) -> bool:
    low, high = effective(node, traced.s, traced.m)
    return low or (high and (bool(item.rules) or "act.code" in place.facts.values))
