"""A test that empties all tables leaves the triggers in place for the next."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.registry.models import Organisation


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_entries_are_kept_before_and_after_a_flush(bawaslu: Organisation, time: int) -> None:
    assert AuditEntry.objects.count() == 1
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        AuditEntry.objects.update(action="x")
