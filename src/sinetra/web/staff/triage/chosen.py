"""The reports that somebody ticked, each with the version that the list showed."""

from __future__ import annotations

from uuid import UUID

from django.http import QueryDict

from sinetra.apps.cases.report_bulk import ChosenReport
from sinetra.core.errors import BadInput, gettext_noop

#: The name of the boxes.
PICK = "pick"


def chosen(given: QueryDict) -> tuple[ChosenReport, ...]:
    """In the order of the list, each once. Errors: ``BadInput`` naming ``pick`` for what is no box of ours."""
    found = []
    for value in given.getlist(PICK):
        key, _dot, version = value.partition(".")
        try:
            found.append(ChosenReport(report_id=UUID(key), version=int(version)))
        except ValueError as error:
            raise BadInput(gettext_noop("Pilihan ini bukan dari daftar laporan; pilih lagi."), field=PICK) from error
    return tuple(dict.fromkeys(found))
