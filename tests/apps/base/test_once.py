"""What the tests lay into a database is what the loader made, and never laid where something else stands."""

from __future__ import annotations

import pytest
from django.db import transaction

import once as module
from once import Once
from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.regions import store_regions
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db


class _Back(Exception):
    pass


def test_laid_rows_are_those_that_the_loader_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Once, "_kept", {})
    calls: list[int] = []

    def load() -> None:
        calls.append(1)
        load_cast(ROOT / "samples" / "cendana.yaml")

    with pytest.raises(_Back), transaction.atomic():
        Once()("city", load)
        made = module._rows()
        raise _Back
    assert not Organisation.objects.exists()
    Once()("city", load)
    assert (len(calls), module._rows()) == (1, made)


def test_beside_other_rows_the_loader_itself_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Once, "_kept", {})
    calls: list[int] = []
    with pytest.raises(_Back), transaction.atomic():
        Once()("nothing", lambda: calls.append(1))
        raise _Back
    store_regions([("15", "Jambi")], "uji")
    Once()("nothing", lambda: calls.append(1))
    assert len(calls) == 2
