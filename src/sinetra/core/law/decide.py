"""From facts to a decision: every timetable, every norm, what is open, who decides and by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sinetra.core.clock.stages import Stage, StageCode
from sinetra.core.law.decision import Decision, Due, Finding, outcome_of
from sinetra.core.law.evaluate import Trace, statuses, trace
from sinetra.core.law.explain import asked, because, cited, exceptions, paragraph
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY
from sinetra.core.law.model import Dispute, Norm, Route, Sanction
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.rulesets import ACT
from sinetra.core.law.settle import Verdict
from sinetra.core.law.situations import Situation, situations
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import NormKind, Outcome, Status, Track

_SETTLED = (Status.MET, Status.OPEN, Status.EXCEPTED)
_OVER = (StageCode.AFTER_VOTING, StageCode.AFTER_INAUGURATION, StageCode.NO_ELECTION)
#: Norm, status, the rule that displaces it, election.
_Same = tuple[str, Status, str | None, str | None]
# The order in which findings are shown.
_RANK = (Status.MET, Status.OPEN, Status.OUT_OF_TIME, Status.EXCEPTED, Status.DISPLACED, Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class _Looked:
    """One situation: its masks before the AND, and what became of the rules that are not simply not met."""

    place: Situation
    traced: Trace
    verdicts: Mapping[int, Verdict]


def decide(rulebook: Rulebook, facts: Facts, *, include_all: bool = False) -> Decision:
    """The decision on one act. ``include_all`` adds the norms that are not met, with the condition that failed.

    Errors: ``BadInput`` for an election or region that the catalogue does not know, or an election that is not held
    in the region.
    """
    looked = [_look(rulebook, place) for place in situations(facts, rulebook.clock.timetables)]
    shown = _shown(rulebook, looked)
    stages = tuple(item.place.stage for item in looked if item.place.stage is not None)
    named = [item.election for item in shown if item.election is not None]
    outcome = outcome_of(shown)
    return Decision(
        outcome=outcome,
        tracks=_tracks(shown),
        stage=_shown_stage(stages, named),
        stages=stages,
        findings=(*shown, *_not_met(rulebook, looked, shown)) if include_all else shown,
        next_questions=next_questions(looked, rulebook),
        disputes=_disputes(rulebook, looked, shown),
        text=paragraph(outcome, shown, facts, rulebook.shared, rulebook.instruments),
    )


def _look(rulebook: Rulebook, place: Situation) -> _Looked:
    facts = place.facts
    masks = rulebook.sets.of_act(facts.values.get(ACT))
    traced = trace(masks, facts)
    verdicts: dict[int, Verdict] = {}
    for rule, status in statuses(masks, traced.s, traced.m).items():
        if status is Status.OPEN:
            verdict = rulebook.settle(rule, facts)
        elif status is Status.DISPLACED:
            verdict = Verdict(status, {}, rulebook.sets.displacer(rule, masks, traced.s, traced.m))
        else:
            verdict = Verdict(status, {})
        if verdict.status is not Status.NOT_MET:
            verdicts[rule] = verdict
    return _Looked(place, traced, verdicts)


def _shown_stage(stages: tuple[Stage, ...], named: Sequence[str]) -> Stage | None:
    """Of several timetables one that a finding names, else any; of these one that is under way, else the first."""
    about = [stage for election in named for stage in stages if stage.election == election]
    if about:
        return next((stage for stage in about if stage.code not in _OVER), about[0])
    return next((stage for stage in reversed(stages) if stage.code not in _OVER), stages[0] if stages else None)


def _tracks(findings: tuple[Finding, ...]) -> dict[Track, Outcome]:
    return {
        track: outcome_of(own)
        for track in Track
        if (own := tuple(item for item in findings if item.norm.track is track))
    }


def _shown(rulebook: Rulebook, looked: Sequence[_Looked]) -> tuple[Finding, ...]:
    """The findings of every situation, those that say the same once."""
    results: dict[_Same, Finding] = {}
    for item in looked:
        for rule, verdict in item.verdicts.items():
            finding = _finding(rulebook, rule, verdict, item.place, item.traced)
            results.setdefault(_same(finding), finding)
    return tuple(sorted(results.values(), key=_order))


def _not_met(rulebook: Rulebook, looked: Sequence[_Looked], shown: Iterable[Finding]) -> list[Finding]:
    """The norms that no finding is about, each with the conditions that failed in the first situation they differ."""
    named = {item.norm.id for item in shown}
    results: dict[_Same, Finding] = {}
    for item in looked:
        traced = trace(rulebook.sets.every, item.place.facts)
        for rule, norm in enumerate(rulebook.norms):
            if norm.id not in named:
                finding = _finding(rulebook, rule, Verdict(Status.NOT_MET, {}), item.place, traced)
                results.setdefault(_same(finding), finding)
    return sorted(results.values(), key=_order)


def _order(item: Finding) -> tuple[int, str, str]:
    return _RANK.index(item.status), item.norm.track, item.norm.id


def _same(item: Finding) -> _Same:
    """What two findings share that are one: two elections that make no difference."""
    return item.norm.id, item.status, item.by, item.election


def _version(rule: int, traced: Trace) -> int:
    """The bit of the version to show: one that holds, else the latest that may, else the latest of its day."""
    bits = [bit for bit, owner in enumerate(traced.masks.rule_of) if owner == rule]
    for mask in (traced.s, traced.m, traced.pairs[DAY][0]):
        for bit in reversed(bits):
            if mask >> bit & 1:
                return bit
    return bits[-1]


def _finding(rulebook: Rulebook, rule: int, verdict: Verdict, place: Situation, traced: Trace) -> Finding:
    facts, norm, masks = place.facts, rulebook.norms[rule], traced.masks
    bit = _version(rule, traced)
    version = norm.versions[masks.version_of[bit]]
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
        because=tuple(because(version, bit, traced, facts, only_failed=failed)),
        needs=asked(verdict.needs, facts),
        exceptions=exceptions(masks.sections, version.unless, bit, traced, facts, rulebook.instruments)
        if traced.m >> bit & 1
        else (),
    )
    return _in_time(finding, facts)


def _sanctions(norm: Norm, facts: Facts) -> tuple[Sanction, ...]:
    status = facts.values.get("subject.status")
    if not isinstance(status, str):
        return norm.sanctions
    return tuple(item for item in norm.sanctions if not item.statuses or status in item.statuses)


def _route(norm: Norm, facts: Facts) -> Route | None:
    """By the day on which the matter is handled: KASN ended on 24 August 2024, whatever the day of the act."""
    day = _handled(facts)
    if day is None:
        return norm.routes[-1] if norm.routes else None
    return norm.route_on(day)


def _handled(facts: Facts) -> date | None:
    """The day on which the matter is handled, as far as it is told."""
    return facts.filed_on or facts.as_of or facts.act_date


def _deadlines(rulebook: Rulebook, norm: Norm, place: Situation) -> tuple[Due, ...]:
    """The filing of a report counts from the day the event became known, its study from the day it was filed."""
    facts = place.facts
    rules = norm.clocks.get(place.kind or "", ())
    starts = ((facts.known_date, "known_date_missing"), (facts.filed_on, "filed_on_missing"))
    return tuple(
        rulebook.due(rule, start, facts.region, rulebook.shared.phrases[missing].id)
        for rule, (start, missing) in zip(rules, starts, strict=False)
    )


def _in_time(finding: Finding, facts: Facts) -> Finding:
    """A report filed after its deadline; it comes last and changes no other rule. What is open stays open."""
    if finding.status is not Status.MET or facts.filed_on is None or not finding.deadlines:
        return finding
    filing = finding.deadlines[0].due
    if filing is None or facts.filed_on <= filing:
        return finding
    return replace(finding, status=Status.OUT_OF_TIME)


def next_questions(looked: Iterable[_Looked], rulebook: Rulebook) -> tuple[str, ...]:
    """The facts that open prohibitions wait for, those whose answers settle most first.

    A fact weighs, for each open prohibition, the share of its answers after which that one is open no longer. A fact
    is named only when one of its answers, all else being equal, changes whether a prohibition is met.
    """
    weight: dict[str, float] = {}
    for item in looked:
        for rule, verdict in item.verdicts.items():
            if verdict.status is Status.OPEN and rulebook.norms[rule].kind is NormKind.PROHIBITION:
                for name, share in verdict.needs.items():
                    for question in asked([name], item.place.facts):
                        weight[question] = weight.get(question, 0.0) + share
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


def _disputes(rulebook: Rulebook, looked: Sequence[_Looked], shown: Sequence[Finding]) -> tuple[Dispute, ...]:
    rules = {item.norm.id for item in shown}
    found: dict[int, None] = {}
    for item in looked:
        facts = item.place.facts
        act, handled = facts.values.get(ACT), _handled(facts)
        masks = rulebook.dispute_sets.of_act(act)
        on_act = masks.conditions(facts)
        on_handled = on_act if handled == facts.act_date else masks.conditions(replace(facts, act_date=handled))
        for bit, rule in enumerate(masks.rule_of):
            dispute = rulebook.disputes[rule]
            low, high = on_handled if dispute.handled else on_act
            if not high >> bit & 1:
                continue
            sure = low >> bit & 1 or dispute.rules or act is not None
            if sure and (not dispute.rules or not rules.isdisjoint(dispute.rules)):
                found[rule] = None
    return tuple(rulebook.disputes[place] for place in sorted(found))
