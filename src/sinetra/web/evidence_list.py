"""The list of files under a question for evidence, and what may be sent: for the form and for who follows a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.limits import MEGABYTE, MOST_FILES
from sinetra.apps.evidence.originals import name_of
from sinetra.apps.evidence.selectors import evidence_of
from sinetra.apps.reports.selectors import FollowView
from sinetra.core.evidence.kinds import KINDS
from sinetra.ports.clock import zone_of
from sinetra.web.evidence_words import accepted_text, kind_text, warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file that a report has taken, for its reporter."""

    name: str
    kind: str
    size: int
    on: date
    warnings: tuple[str, ...]


def given_evidence(view: FollowView) -> tuple[Given, ...]:
    """What came with the report has its day; what came later the day on which it came."""
    zone = zone_of(view.region).info
    return tuple(
        Given(
            name=name_of(row),
            kind=kind_text(row.media_type),
            size=row.size,
            on=view.filed_on if row.received_at == view.filed_at else row.received_at.astimezone(zone).date(),
            warnings=tuple(warnings(row.findings)),
        )
        for row in evidence_of(reporter(view.report_id), view.report_id)
    )


def asked(files: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """Context of ``parts/evidence_question.html``. A file has name, media_type, size and findings."""
    return {
        "files": [
            {
                "name": file["name"],
                "kind": kind_text(file["media_type"]),
                "size": file["size"],
                "warnings": warnings(file["findings"]),
            }
            for file in files
        ],
        "accepted": accepted_text(),
        "accept": ",".join([*KINDS, ".heic", ".amr", ".docx", ".xlsx", ".pptx", ".odt"]),
        "most_files": MOST_FILES,
        "most_file": settings.SINETRA_MOST_FILE_MB * MEGABYTE,
        "most_all": settings.SINETRA_MOST_EVIDENCE_MB * MEGABYTE,
    }
