"""A report held against the requirements: what follows from the answers, and nothing that they do not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.casework.requirements import Requirement, RequirementKind


class Answer(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """``answers`` by requirement id; what is not answered is open."""

    requirements: tuple[Requirement, ...]
    answers: Mapping[str, Answer]

    def answer(self, requirement: Requirement) -> Answer:
        return self.answers.get(requirement.id, Answer.OPEN)

    def having(self, answer: Answer, kind: RequirementKind | None = None) -> tuple[Requirement, ...]:
        return tuple(
            item for item in self.requirements if self.answer(item) is answer and (kind is None or item.kind is kind)
        )

    @property
    def is_complete(self) -> bool:
        return len(self.having(Answer.MET)) == len(self.requirements)

    @property
    def gaps(self) -> tuple[Requirement, ...]:
        """What is said to be missing."""
        return self.having(Answer.NOT_MET)

    @property
    def can_be_repaired(self) -> bool:
        """Something is missing, everything was looked at, and the reporter can mend all that is missing."""
        return self.is_mendable and not self.having(Answer.OPEN)

    @property
    def is_mendable(self) -> bool:
        """Something is missing, and the reporter can mend all that is said to be."""
        return bool(self.gaps) and all(item.repairable for item in self.gaps)

    @property
    def has_substance(self) -> bool:
        """Every material requirement is met: such a report is never thrown away."""
        return not any(
            item.kind is RequirementKind.MATERIAL and self.answer(item) is not Answer.MET for item in self.requirements
        )

    @property
    def lacks_substance(self) -> bool:
        """Some material requirement was looked at and is missing; unknown is not missing."""
        return bool(self.having(Answer.NOT_MET, RequirementKind.MATERIAL))

    @property
    def fails_formally(self) -> bool:
        return bool(self.having(Answer.NOT_MET, RequirementKind.FORMAL))
