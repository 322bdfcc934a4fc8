"""What the outbox does for evidence; sealed columns are sealed anew after a key rotation, files never."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.evidence.models import CustodyEntry, Evidence
from sinetra.apps.reports.sealing import context_of


def _context(field: str) -> Callable[[Any], bytes]:
    return lambda row: context_of(row.pk, field)


for _model, _field in ((Evidence, "name"), (Evidence, "key"), (CustodyEntry, "note")):
    sealed_column(_model, f"{_field}_sealed", context=_context(_field))
