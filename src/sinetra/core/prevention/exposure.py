"""Whether prevention in a region comes first, and why (F10): facts of the ballot and of posts. No weight, no score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sinetra.core.casework.grounds import Ground, Grounds, Said
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence, weakest


class ExposureState(StrEnum):
    """``unknown``: an election of heads runs and no pair of the region's own race is on record. It is never read as
    ``usual``; an incumbent of a region above raises it all the same."""

    RAISED = "raised"
    USUAL = "usual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsAgain:
    """A pair with an incumbent: the names of those in office, the pair as printed, where that is on record from."""

    names: tuple[str, ...]
    pair: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """Of a region on a day. ``elects_heads``: an election of regional heads runs; ``pairs``: how many of its own race
    are on record; ``incumbents``: of its own race and of those above."""

    elects_heads: bool
    pairs: int
    incumbents: tuple[StandsAgain, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """``because`` says why the state is what it is, ``posts`` which posts come first in every region."""

    state: ExposureState
    because: tuple[Said, ...]
    posts: tuple[Said, ...]


def exposure(ballot: Ballot, day: date, grounds: Grounds) -> Exposure:
    """An incumbent in the race raises it; what is not on record leaves it unknown."""
    if ballot.incumbents:
        state = ExposureState.RAISED
        because = [*(_said(grounds, day, "incumbent_runs", one) for one in ballot.incumbents)]
        because += [_said(grounds, day, name) for name in ("incumbent_attention", "incumbent_law")]
    elif not ballot.elects_heads:
        state, because = ExposureState.USUAL, [_said(grounds, day, "no_election")]
    elif ballot.pairs:
        state, because = ExposureState.USUAL, [_said(grounds, day, "no_incumbent")]
    else:
        state, because = ExposureState.UNKNOWN, [_said(grounds, day, "pairs_not_recorded")]
    posts = _said(grounds, day, "exposed_posts")
    return Exposure(
        state=state,
        because=tuple(said for said in because if said is not None),
        posts=(posts,) if posts is not None else (),
    )


def _said(grounds: Grounds, day: date, name: str, about: StandsAgain | None = None) -> Said | None:
    ground = grounds.on(name, day)
    if ground is None:
        return None
    if about is None:
        return Said(ground=ground, confidence=ground.confidence)
    return Said(
        ground=ground,
        facts={"names": ", ".join(about.names), "pair": about.pair},
        known_from=about.source,
        confidence=weakest(ground.confidence, about.confidence),
    )


def load_exposure(catalogue: Path) -> Grounds:
    """``catalogue/exposure.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "exposure.yaml")
    grounds = Grounds(Ground.of(inner) for inner in block.blocks("grounds"))
    block.close()
    return grounds
