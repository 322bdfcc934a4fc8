"""What becomes of each table of a matter when it is erased: sealed columns always go, by themselves.

Whatever belongs to a matter or report by its foreign keys is found by itself (``base.belonging``), and so are its
sealed columns (``base.reseal``). Here stands what that does not tell: files, plain texts, rows that go whole. A test
fails on a text of a matter that is named neither here nor in ``STAYS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sinetra.apps.base.belonging import path_to
from sinetra.apps.base.reseal import sealed_columns
from sinetra.apps.base.row import Row

MATTER, REPORT = "cases.matter", "reports.report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """``files``: columns that name an encrypted file. ``emptied``: column → what it becomes. ``whole``: the row
    goes. ``also``: foreign keys beside the first by which it belongs to a matter or report as well."""

    files: tuple[str, ...] = ()
    emptied: Mapping[str, Any] | None = None
    whole: bool = False
    also: tuple[str, ...] = ()


PARTS: Mapping[str, Part] = {
    "reports.identity": Part(whole=True),
    "reports.message": Part(whole=True),
    # A keyed hash of what was written: whoever holds the ring could try texts out.
    "reports.report": Part(emptied={"content_hash": bytes(32)}),
    "evidence.evidence": Part(files=("blob",)),
    "evidence.evidencecopy": Part(files=("blob",), emptied={"boxes": []}),
    "evidence.likeness": Part(whole=True, also=("other",)),
    # The proof itself says nobody's name; whoever kept theirs still has it checked.
    "reports.filingproof": Part(files=("blob",), emptied={"evidence": "", "sha256": ""}),
    "cases.issueddocument": Part(files=("blob",), emptied={"reason": ""}),
    "cases.signedcopy": Part(files=("blob",)),
    # The scan of a proof shows the letter of the other side, with names.
    "cases.recordedanswer": Part(files=("scan",)),
    # A line that was given up keeps that it had a reason (its check constraint), not which.
    "cases.correction": Part(emptied={"reason": "-"}),
    "cases.recommendation": Part(emptied={"note": ""}),
}
#: Texts and lists that stay, because nobody's name is in them: tables whole, or ``table.column``.
STAYS: Mapping[str, str] = {
    "evidence.evidencecopy": "kind, size and digest of a copy; its key and its file go",
    "evidence.inspection": "why there is no copy; metadata and likeness are sealed",
    "registry.declaredinterest": "its own rule: registry.interests",
    "monitoring.presslead": "names the event in the press and the report, nobody",
    "cases.step": "params hold no name of a person",
    "cases.clock": "a rule, days and their explanation",
    "cases.erasedrecord": "the record of the erasure itself",
    "cases.handover": "institutions and digests; the packages are sealed",
    "cases.repairrequest.gaps": "ids of requirements",
    "cases.retentionhold.authority": "an authority and its letter",
    "cases.matter": "numbers, election, acts; the facts are sealed",
    "reports.report": "election, acts, deadlines, keyed hashes of codes; the texts are sealed",
    "evidence.evidence": "type, digest and what was conspicuous; name and key are sealed, the file goes",
    "cases.issueddocument": "number, digest and keyed hash of a code; the text is sealed",
    "cases.signedcopy": "digest of the file",
    "cases.recordedanswer": "number, type and digest of the proof; its file goes, the note is sealed",
    "cases.clarification.examiners": "ids of accounts",
    "cases.study": "digest of the catalogue, tracks; facts, findings and text are sealed",
    "cases.plenary": "tracks; reason and dissent are sealed",
    "cases.track": "id of the catalogue, number of a letter",
    "cases.reopening.document": "number and day of what it rests on; the reason is sealed",
    "cases.examination": "number of the decision; the name is in the facts of the matter",
    "cases.examinationstep": "number of a letter; the note is sealed",
    "cases.teammember": "number of a letter; the name is sealed",
    "cases.followupanswer": "number of a letter and digest; the package is sealed",
    "cases.correction": "institutions, number of a letter, digests; the packages are sealed",
    "cases.recommendation": "numbers, institution, computed deadline: it holds no name of a person",
    "cases.ladderstep": "institutions and number of a letter",
}


@lru_cache(maxsize=1)
def tables() -> tuple[type[Row], ...]:
    """Every table of a matter or report, as the foreign keys tell."""
    from django.apps import apps

    models = (model for model in apps.get_models() if issubclass(model, Row))
    return tuple(model for model in models if path_to(model, MATTER) or path_to(model, REPORT))


def paths(model: type[Row], label: str) -> tuple[str, ...]:
    """Every look-up by which a row belongs to the matter or report (``label``); empty where none leads."""
    first = path_to(model, label)
    further = (f"{name}__{path_to(_related(model, name), label)}" for name in PARTS.get(model.type_name(), Part()).also)
    return (first, *further) if first is not None else ()


def _related(model: type[Row], name: str) -> type[Row]:
    related = model._meta.get_field(name).related_model
    assert isinstance(related, type) and issubclass(related, Row)  # noqa: S101 - PARTS names foreign keys
    return related


def emptied(row: Row) -> dict[str, Any]:
    """New values of the columns of ``row`` that still hold something to erase; without files."""
    part = PARTS.get(row.type_name(), Part())
    nullable = {field.name: field.null for field in row._meta.concrete_fields}
    values: dict[str, Any] = {
        column: None if nullable[column] else b"" for column in sealed_columns(type(row)) if getattr(row, column)
    }
    for column, value in (part.emptied or {}).items():
        now = getattr(row, column)
        if now and (bytes(now) if isinstance(value, bytes) else now) != value:
            values[column] = value
    return values


def files(row: Row) -> dict[str, str]:
    """Column → name of the file that it still names."""
    part = PARTS.get(row.type_name(), Part())
    return {column: name for column in part.files if (name := getattr(row, column))}
