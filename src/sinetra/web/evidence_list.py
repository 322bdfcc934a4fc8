"""The list of files under a question for evidence, and what may be sent: for the form and for who follows a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.limits import MEGABYTE, MOST_FILES
from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.originals import name_of
from sinetra.apps.evidence.selectors import evidence_of
from sinetra.apps.evidence.uploads import rows
from sinetra.apps.reports.selectors import FollowView
from sinetra.core.errors import NotFound
from sinetra.core.evidence.kinds import KINDS
from sinetra.ports.clock import zone_of
from sinetra.web.evidence_words import accepted_text, kind_text, warnings

#: Of a file: its secret key, name, media_type, size and findings; so it travels in the sealed answers of a form.
File = Mapping[str, Any]


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


def described(upload: Upload, key: str) -> File:
    """A file that came and belongs to no report yet."""
    return {
        "key": key,
        "name": rows.name_of(upload),
        "media_type": upload.media_type,
        "size": upload.offset,
        "findings": upload.findings,
    }


def still_here(keys: Iterable[str]) -> list[File]:
    """Of these the whole ones whose time is not over, each once."""
    found: list[File] = []
    for key in list(dict.fromkeys(keys))[:MOST_FILES]:
        try:
            upload = rows.find(key)
        except NotFound:
            continue
        if upload.blob:
            found.append(described(upload, key))
    return found


def asked(files: Iterable[File] = ()) -> dict[str, Any]:
    """Context of ``parts/evidence_question.html``."""
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
