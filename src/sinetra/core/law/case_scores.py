"""How far the engine agrees with what bodies found: tracks, sanction, who decides, and no breach where none was found.

A range of days is tried at both ends: a breach at one end only is open, for the day is the fact that is missing. Of
several acts one is enough for a breach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.law.cases import Found, Ground, RealCase, ReportedSanction, SanctionMode
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision, Finding
from sinetra.core.law.model import Sanction
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Outcome, SanctionClass, Status, Track
from sinetra.core.wilson import wilson


class Tracks(StrEnum):
    """``right``: a breach on every expected track. ``open``: as far as a fact allows that the report leaves out."""

    RIGHT = "right"
    OPEN = "open"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """``tracks`` None: no breach was found. ``sanction``, ``routed``, ``cleared`` None: nothing to compare.

    ``needs``: the facts that stay open on the expected tracks. ``called``: tracks called a breach where none was found.
    """

    case: RealCase
    tracks: Tracks | None
    needs: tuple[str, ...]
    sanction: bool | None
    routed: bool | None
    called: tuple[Track, ...]

    @property
    def cleared(self) -> bool | None:
        """Is a case without a breach called none? Lack of evidence says nothing about the law: None."""
        if not self.case.expected.not_violation_on or self.case.ground is Ground.EVIDENCE:
            return None
        return not self.called

    @property
    def misses(self) -> bool:
        """A miss in any of the four. Open counts as one: the report left out what the law asks for."""
        return self.tracks in {Tracks.OPEN, Tracks.WRONG} or False in {self.sanction, self.routed, self.cleared}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """``right`` of ``of``, with the Wilson 95 % interval."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson, for small samples.

        >>> [round(end, 3) for end in Share(right=16, of=18).interval]
        [0.672, 0.969]
        """
        return wilson(self.right, self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of the cases with a final decision: ``strict``, ``lenient``, ``sanctions``. ``routed``: of all with a breach.

    ``cleared``: of the cases in which no breach was found, without those that failed for lack of evidence.
    """

    cases: int
    strict: Share
    lenient: Share
    sanctions: Share
    all_strict: Share
    all_lenient: Share
    routed: Share
    cleared: Share


def score(rulebook: Rulebook, case: RealCase) -> Score:
    """Errors: ``BadInput`` for an election or region that the catalogue does not know."""
    moments = [[decide(rulebook, facts) for facts in acts] for acts in case.moments]
    wanted = (*case.expected.tracks, *case.expected.any_of)
    answers = {_at(case, decisions) for decisions in moments}
    held = [found for acts in moments if (found := _held(acts, wanted))]
    needs = {need for own in held for item in own if item.status is Status.OPEN for need in item.needs}
    called = {
        track for acts in moments for track in case.expected.not_violation_on if Outcome.VIOLATION in _on(track, acts)
    }
    return Score(
        case=case,
        tracks=_over_days(answers) if wanted else None,
        needs=tuple(sorted(needs | ({"act_date"} if len(answers) > 1 else set()))),
        sanction=_lies_within(case, held),
        routed=_every(held, lambda item: _decides(item, case)) if case.expected.decides else None,
        called=tuple(track for track in Track if track in called),
    )


def figures(scores: Iterable[Score]) -> Figures:
    known = tuple(scores)
    breaches = [item for item in known if item.tracks is not None]
    final = [item for item in breaches if item.case.is_final]
    return Figures(
        cases=len(known),
        strict=_share(item.tracks is Tracks.RIGHT for item in final),
        lenient=_share(item.tracks is not Tracks.WRONG for item in final),
        sanctions=_share(item.sanction for item in final if item.sanction is not None),
        all_strict=_share(item.tracks is Tracks.RIGHT for item in breaches),
        all_lenient=_share(item.tracks is not Tracks.WRONG for item in breaches),
        routed=_share(item.routed for item in breaches if item.routed is not None),
        cleared=_share(item.cleared for item in known if item.cleared is not None),
    )


def _share(answers: Iterable[bool]) -> Share:
    known = tuple(answers)
    return Share(right=sum(known), of=len(known))


def _on(track: Track, decisions: Iterable[Decision]) -> set[Outcome]:
    return {decision.tracks.get(track, Outcome.NO_VIOLATION) for decision in decisions}


def _held(decisions: Iterable[Decision], tracks: tuple[Track, ...]) -> list[Finding]:
    """The prohibitions on these tracks that are met, or may be."""
    shown = (item for one in decisions for item in one.findings if item.norm.track in tracks)
    bans = (item for item in shown if item.norm.kind is NormKind.PROHIBITION)
    return [item for item in bans if item.status in {Status.MET, Status.OPEN}]


def _every(held: list[list[Finding]], fits: Callable[[Finding], bool]) -> bool:
    """On each day on which something was found, one finding fits."""
    return bool(held) and all(any(fits(item) for item in own) for own in held)


def _over_days(answers: set[Tracks]) -> Tracks:
    return next(iter(answers)) if len(answers) == 1 else Tracks.OPEN


def _at(case: RealCase, decisions: list[Decision]) -> Tracks:
    every = [_best(_on(track, decisions)) for track in case.expected.tracks]
    if case.expected.any_of:
        every.append(_best(set().union(*(_on(track, decisions) for track in case.expected.any_of))))
    return next((answer for answer in (Tracks.WRONG, Tracks.OPEN) if answer in every), Tracks.RIGHT)


def _best(outcomes: set[Outcome]) -> Tracks:
    if Outcome.VIOLATION in outcomes:
        return Tracks.RIGHT
    return Tracks.OPEN if Outcome.UNDETERMINED in outcomes else Tracks.WRONG


def _decides(finding: Finding, case: RealCase) -> bool:
    return finding.route is not None and finding.route.decides in case.expected.decides


def _lies_within(case: RealCase, held: list[list[Finding]]) -> bool | None:
    """A sanction that was only recommended binds nobody and is not compared."""
    reported = case.sanction
    if reported is None or reported.mode is not SanctionMode.IMPOSED or case.found is not Found.PROVEN:
        return None
    return _every(held, lambda item: any(_fits(reported, sanction) for sanction in item.sanctions))


def _fits(reported: ReportedSanction, sanction: Sanction) -> bool:
    if sanction.sanction_class not in reported.classes:
        return False
    if sanction.sanction_class is not SanctionClass.CRIMINAL:
        return True
    return _prison(reported.prison_months, sanction) and _inside(reported.fine_idr, sanction.fine_idr)


def _prison(months: int | None, sanction: Sanction) -> bool:
    """A fine alone (0 months) only where the article says prison *and/or* fine."""
    if months == 0:
        return any("dan/atau" in option.id for option in sanction.options)
    return _inside(months, sanction.prison_months)


def _inside(number: int | None, bounds: tuple[int, int] | None) -> bool:
    return number is None or (bounds is not None and bounds[0] <= number <= bounds[1])
