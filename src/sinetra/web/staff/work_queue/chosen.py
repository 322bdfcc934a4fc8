"""The rows that somebody ticked, each with the version that the list showed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import QueryDict

from sinetra.apps.cases.bulk import Chosen
from sinetra.apps.cases.models import Matter, QueueEntry
from sinetra.core.errors import BadInput, gettext_noop

#: The name of the boxes.
PICK = "pick"


def pick_of(row: QueueEntry) -> str:
    return f"{row.pk}.{row.matter.version}"


def chosen(given: QueryDict) -> tuple[Chosen, ...]:
    """In the order of the list, each once. Errors: ``BadInput`` naming ``pick`` for what is no box of ours."""
    found = []
    for value in given.getlist(PICK):
        key, _dot, version = value.partition(".")
        try:
            found.append(Chosen(matter_id=UUID(key), version=int(version)))
        except ValueError as error:
            raise BadInput(gettext_noop("Pilihan ini bukan dari daftar perkara; pilih lagi."), field=PICK) from error
    return tuple(dict.fromkeys(found))


def numbers(rows: Sequence[Matter]) -> str:
    return ", ".join(row.number for row in rows)
