"""``catalogue/authority.yaml``: the grounds of who is PPK, of stepping aside, and of who decides then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sinetra.core.casework.grounds import Ground, Grounds
from sinetra.core.casework.interests import Tie
from sinetra.core.casework.stand_in import Level, StandIn, StandIns
from sinetra.core.clock.block import Block
from sinetra.core.law.words import BodyCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    grounds: Grounds
    ties: Mapping[Tie, Ground]
    stand_ins: StandIns


def load_authority(catalogue: Path) -> Authority:
    """Errors: BadInput naming file, line and field; a tie without words is one too."""
    block = Block.read(catalogue / "authority.yaml")
    grounds = Grounds(Ground.of(inner) for inner in block.blocks("grounds"))
    ties: dict[Tie, Ground] = {}
    for inner in block.blocks("ties"):
        tie = Tie(inner.one_of("id", tuple(Tie)))
        ties[tie] = Ground.of(inner, tie.value)
    if missing := set(Tie) - set(ties):
        raise block.wrong("ties", tuple(sorted(missing)))
    stand_ins = StandIns(
        rungs=tuple(_stand_in(inner) for inner in block.blocks("stand_ins")),
        **{name: Ground.of(block.block(name), name) for name in ("president", "supervisor", "barred")},
    )
    block.close()
    return Authority(grounds=grounds, ties=ties, stand_ins=stand_ins)


def _stand_in(block: Block) -> StandIn:
    level = Level(block.one_of("of", tuple(Level)))
    body = BodyCode(block.one_of("body", tuple(BodyCode)))
    return StandIn(level=level, body=body, ground=Ground.of(block))
