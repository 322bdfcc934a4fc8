"""``catalogue/index.yaml``: what stands in it, that it has grounds, and that mistakes in it are told."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import StageCode
from sinetra.core.errors import BadInput
from sinetra.core.index.configuration import Origin
from sinetra.core.index.reading import read_index

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import METHOD

TEXT = (ROOT / "index.yaml").read_text(encoding="utf-8")


def test_the_dimensions_have_the_weights_of_the_proposal():
    assert [(item.id, item.weight) for item in METHOD.dimensions] == [
        ("context", 0.30),
        ("capacity", 0.25),
        ("contest", 0.25),
        ("exposure", 0.20),
    ]
    for dimension in METHOD.dimensions:
        assert sum(item.weight for item in dimension.indicators) == pytest.approx(1)


def test_the_numbers_of_the_formula():
    assert dict(METHOD.history.weights) == {"ethics": 1, "light": 2, "medium": 3, "heavy": 5}
    assert (METHOD.history.half_life, METHOD.perturbation.half_lives) == (4, (2, 4, 8))
    assert (METHOD.zones.green, METHOD.zones.yellow, METHOD.zones.unbalanced) == (33, 66, 10)
    assert (METHOD.limits.staff, METHOD.limits.open_cases, METHOD.limits.coverage) == (20, 3, 0.5)
    assert (METHOD.perturbation.concentration, METHOD.perturbation.effect) == (40, 0.3)
    assert set(METHOD.stages) == set(StageCode)


def test_every_choice_has_a_ground_and_our_own_are_marked_so():
    grounds = [item.ground for item in (*METHOD.dimensions, *METHOD.indicators)]
    grounds += [METHOD.history.ground, METHOD.zones.ground, METHOD.perturbation.ground, METHOD.ikp.ground]
    for ground in grounds:
        assert ground.text.id != ground.text.en
        if ground.source == "Usulan Sinetra":
            assert ground.confidence is Confidence.UNCHECKED
        else:
            assert re.match(r"https?://|UU \d", ground.source)
    assert all("pledge" not in item.id for item in METHOD.indicators)


def test_every_indicator_has_an_action_in_both_languages():
    actions = [item.action for item in METHOD.indicators]
    assert len({action.id for action in actions}) == len({action.en for action in actions}) == len(actions)
    assert {item.origin for item in METHOD.indicators} == set(Origin)


def test_the_digest_is_of_the_content_and_not_of_its_form(tmp_path: Path):
    copy = tmp_path / "index.yaml"
    copy.write_text("# lain\n" + TEXT.replace("weight: 30\n", "weight:   30\n"), encoding="utf-8")
    assert read_index(copy).digest == METHOD.digest
    copy.write_text(TEXT.replace("weight: 30\n", "weight: 31\n"), encoding="utf-8")
    changed = read_index(copy)
    assert changed.digest != METHOD.digest
    assert changed.dimensions[0].weight == pytest.approx(31 / 101)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("weight: 30\n", "weight: 0\n", "weight"),
        ("weight: 30\n", "weight: banyak\n", "weight"),
        ("weight: 30\n", "weight: .nan\n", "weight"),
        ("- id: incumbent\n", "- id: history\n", "indicators"),
        ("- id: capacity\n", "- id: context\n", "dimensions"),
        ("origin: no_channel", "origin: history", "origin"),
        ("origin: no_channel", "origin: lain", "origin"),
        ("low: 30\n        high: 0\n", "low: 30\n        high: 30\n", "high"),
        (
            "low: 0\n        high: 10\n        origin: history",
            "low: 1\n        high: 10\n        origin: history",
            "low",
        ),
        ("green: 33\n", "green: 70\n", "yellow"),
        ("complete: [2, 3]", "complete: 0.66", "complete"),
        ("half_lives: [2, 4, 8]", "half_lives: []", "half_lives"),
        ("half_lives: [2, 4, 8]", "half_lives: [0]", "half_lives"),
        ("- id: unproven_green", "- id: heavy_case", "overrides"),
        ("  campaign: 1\n", "  campaign: 2\n", "campaign"),
        ("  campaign: 1\n", "  kampanye: 1\n", "campaign"),
        ("heavy: 5}", "heavy: 5, mild: 1}", "mild"),
        ("stable: 0.8", "stable: 1.2", "stable"),
        ("id: ikna-1\n", "id: ikna-1\nlain: 1\n", "lain"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_field(tmp_path: Path, old: str, new: str, field: str):
    assert old in TEXT
    copy = tmp_path / "index.yaml"
    copy.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as error:
        read_index(copy)
    assert error.value.field == field
    assert re.search(r"index\.yaml:\d+", str(error.value))
