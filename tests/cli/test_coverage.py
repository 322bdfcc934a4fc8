"""``sinetra coverage recompute`` and the coverage of the demonstration."""

from __future__ import annotations

import argparse
import json

import pytest

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.prevention.demo.coverage import load_coverage
from sinetra.apps.prevention.models import CoverageCell, CoverageState
from sinetra.apps.registry.models import Headcount
from sinetra.apps.registry.regions import import_regions
from sinetra.catalogue import ROOT
from sinetra.cli import coverage
from sinetra.core.errors import Forbidden


@pytest.fixture
def cast(db: None) -> None:
    import_regions(ROOT / "regions" / "wilayah.csv")
    load_cast(ROOT / "samples" / "cendana.yaml")


def test_every_office_with_units_is_counted_and_the_answer_is_json(cast, capsys) -> None:
    assert coverage.run(argparse.Namespace(action="recompute", json=True)) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["organisations"] == CoverageState.objects.count() > 1


def test_the_demonstration_has_a_dated_list_and_numbers_and_loading_it_again_changes_nothing(cast) -> None:
    load_coverage()
    before = (Headcount.objects.count(), CoverageCell.objects.count())
    load_coverage()
    assert (Headcount.objects.count(), CoverageCell.objects.count()) == before and min(before) > 0
    assert CoverageState.objects.get(organisation__short_name="Pemko Cendana").headcounts == ["2024-11-01"]


def test_elsewhere_nothing_is_made_up(cast, settings) -> None:
    settings.SINETRA_PROFILE = "pemda"
    with pytest.raises(Forbidden):
        load_coverage()
