"""``sinetra coverage recompute``."""

from __future__ import annotations

import argparse
import json

import pytest

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.prevention.models import CoverageState
from sinetra.apps.registry.regions import import_regions
from sinetra.catalogue import ROOT
from sinetra.cli import coverage


@pytest.fixture
def cast(db: None) -> None:
    import_regions(ROOT / "regions" / "wilayah.csv")
    load_cast(ROOT / "samples" / "cendana.yaml")


def test_every_office_with_units_is_counted_and_the_answer_is_json(cast, capsys) -> None:
    assert coverage.run(argparse.Namespace(action="recompute", json=True)) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["organisations"] == CoverageState.objects.count() > 1
