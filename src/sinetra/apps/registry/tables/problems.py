"""What is wrong in a table: each with its row and column, the first ones kept and all of them counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sinetra.core.errors import BadInput, gettext_noop

SHOWN = 20
KEPT = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong at one place. ``message`` is a message id with ``params``."""

    row: int
    column: str
    message: str
    value: object = ""
    accepted: tuple[str, ...] = ()
    params: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, row: int, column: str, error: BadInput) -> Problem:
        return cls(row=row, column=column, message=error.message, accepted=error.accepted, params=error.params)

    def error(self) -> BadInput:
        """As an error of its own, for who goes on with the other rows."""
        params: dict[str, Any] = {**self.params, "value": self.value}
        return BadInput(self.message, field=self.column, accepted=self.accepted, **params)

    def what(self) -> str:
        """Without the place, in the language of the reader."""
        accepted = ", ".join(self.accepted)
        what = _(self.message) % {"value": self.value, "accepted": accepted, **self.params}
        return f"{what} ({accepted})" if accepted and accepted not in what else what

    def text(self) -> str:
        return _("baris %(row)s, kolom %(column)s: %(what)s") % {
            "row": self.row,
            "column": self.column,
            "what": self.what(),
        }


class Problems:
    """Those of one file: 50,000 are kept, so that a file that is wrong throughout fills no memory."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.total = 0

    def append(self, problem: Problem) -> None:
        self.total += 1
        if len(self.kept) < KEPT:
            self.kept.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.kept)

    def raise_if_any(self) -> None:
        """Errors: ``BadRows``, in the order of the rows."""
        if self.total:
            raise BadRows(sorted(self.kept, key=lambda problem: problem.row), total=self.total)


class BadRows(BadInput):
    """The whole file is refused. ``problems`` holds the first twenty, ``kept`` more of them, ``total`` how many there
    are."""

    def __init__(self, problems: Sequence[Problem], *, total: int | None = None) -> None:
        self.kept = tuple(problems)
        self.problems = self.kept[:SHOWN]
        self.total = len(problems) if total is None else total
        super().__init__(
            gettext_noop("%(total)s kesalahan, tidak ada yang disimpan: %(problems)s"),
            field=f"{problems[0].column}",
            code="bad_rows",
            total=self.total,
            problems="; ".join(problem.text() for problem in self.problems),
        )


def raise_if(problems: Sequence[Problem]) -> None:
    if problems:
        raise BadRows(problems)


def raise_at(row: int, column: str, message: str, **params: object) -> None:
    """One problem that ends the reading at once. Errors: ``BadRows``."""
    raise BadRows([Problem(row=row, column=column, message=message, params=params)])
