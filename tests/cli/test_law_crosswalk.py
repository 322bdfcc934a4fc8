from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from sinetra.catalogue import ROOT
from sinetra.core.law.crosswalk import FILE, read_crosswalk

IDS = tuple(read_crosswalk(ROOT / FILE))


def _reference(tmp_path: Path, *ids: str) -> str:
    path = tmp_path / "law.yaml"
    path.write_text("\n".join(f"- {{id: {name}}}" for name in ids), "utf-8")
    return str(path)


def test_without_a_reference_the_targets_are_checked(sinetra: Run) -> None:
    done = sinetra("law", "crosswalk", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert found["ok"] is True
    assert found["mapped"] + found["reasons"] == found["ids"] == len(IDS)
    assert set(found) == {"ok", "ids", "mapped", "kinds", "reasons", "unmapped", "gone", "dangling"}


def test_both_raw_figures_stand_beside_the_percentage(sinetra: Run, tmp_path: Path) -> None:
    done = sinetra("law", "crosswalk", "--against", _reference(tmp_path, *IDS), SINETRA_LANG="en")
    assert done.code == 0
    assert f"{len(IDS)} entries of the reference" in done.out
    assert f"not mapped: 0 of {len(IDS)} (0.0 %)" in done.out


def test_an_id_that_is_not_mapped_and_one_that_is_gone_end_with_3_and_their_names(sinetra: Run, tmp_path: Path) -> None:
    planted = _reference(tmp_path, *IDS[1:], "N-NEW-01")
    done = sinetra("law", "crosswalk", "--against", planted, "--json")
    assert done.code == 3
    assert json.loads(done.out)["unmapped"] == ["N-NEW-01"]
    lines = done.err.splitlines()
    assert len(lines) == 2
    assert "N-NEW-01" in lines[0] and IDS[0] in lines[1]


@pytest.mark.parametrize("content", [None, "a: [", "a: 1\n"])
def test_a_reference_that_cannot_be_used_is_bad_input_in_one_line(
    sinetra: Run, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "law.yaml"
    if content is not None:
        path.write_text(content, "utf-8")
    assert "law.yaml" in sinetra("law", "crosswalk", "--against", str(path)).line
