"""How many persons a matter is about, and nothing else about them: the sealed text is opened, counted and let go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.sealing import open_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """``kept``: numbers of an earlier count, by matter; they stand in where the text was erased by the law since."""

    kept: Mapping[UUID, int] = field(default_factory=dict)

    def of(self, matter: Matter) -> tuple[int, bool]:
        """Those of whatever opened it, and whether that is the number of an earlier count. Whoever a further report
        names besides is not counted: a name would have to be compared.
        """
        report = matter.report
        if report is not None and report.reported_sealed:
            return len(open_value(report.reported_sealed, report.pk, "reported")), False
        if report is None and matter.facts_sealed:
            return len(open_value(matter.facts_sealed, matter.pk, "facts").get("reported", [])), False
        return self.kept.get(matter.pk, 0), True
