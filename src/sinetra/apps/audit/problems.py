"""What a verification can find (contract 9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID


class Kind(StrEnum):
    EDITED = "edited"  # the content of an entry is not what its hash, or the hash that follows, says
    DELETED = "deleted"  # places without entry: seq to through
    REORDERED = "reordered"  # an entry that stands at another place than it was written for
    HEAD = "head"  # the head names another end than the entries have
    ROW_EDITED = "row_edited"  # a row whose digest is not that of its last entry
    ROW_MISSING = "row_missing"  # a row that its last entry knows is not there
    ROW_UNRECORDED = "row_unrecorded"  # a row that no entry knows
    BLOCK = "block"  # the rows that a block sealed do not give the root in its entry, or one of the two is not there
    TRUNCATED = "truncated"  # a checkpoint knows more entries than there are: seq to through
    REWRITTEN = "rewritten"  # a checkpoint knows another entry at this place
    CHECKPOINT = "checkpoint"  # a checkpoint whose signature, root or link does not hold; seq is its number
    CHECKPOINT_TWICE = "checkpoint_twice"  # a file has another checkpoint by this number than the table; seq is it
    CHECKPOINT_FILE = "checkpoint_file"  # a file of the checkpoints folder that cannot be read; object is its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    kind: Kind
    organisation: UUID | None = None
    seq: int | None = None
    through: int | None = None
    object: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "organisation": str(self.organisation) if self.organisation else None,
            "seq": self.seq,
            "through": self.through if self.through is not None else self.seq,
            "object": self.object,
        }


@dataclass(slots=True, kw_only=True)
class Verification:
    """``problems`` holds the first thousand; ``more`` counts the rest.

    ``unverified``: id of a key that only a restored backup names, to how many checkpoints it signed. That is no
    problem of the chains, but until a person has compared the key with the paper these checkpoints prove nothing.
    """

    entries: int = 0
    rows: int = 0
    checkpoints: int = 0
    unverified: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems

    def add(self, problem: Problem) -> None:
        if len(self.problems) < 1000:
            self.problems.append(problem)
        else:
            self.more += 1

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "entries": self.entries,
            "rows": self.rows,
            "checkpoints": self.checkpoints,
            "unverified_checkpoints": self.unverified,
            "problems": [problem.as_json() for problem in self.problems],
            "more_problems": self.more,
        }
