"""Every id of the reference is in the catalogue or has a written reason; what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law import load_rulebook
from sinetra.core.law.crosswalk import (
    FILE,
    Coverage,
    Kind,
    Target,
    catalogue_names,
    coverage,
    read_crosswalk,
    reference_ids,
)

# The reference lies beside the repository; where it does not, the crosswalk's own list of ids is checked.
REFERENCE = Path(__file__).resolve().parents[3].parent / "shared" / "reference" / "law.yaml"
CROSSWALK = read_crosswalk(ROOT / FILE)
NAMES = catalogue_names(load_rulebook(ROOT), ROOT)


def _ids() -> tuple[str, ...]:
    return reference_ids(REFERENCE) if REFERENCE.exists() else tuple(CROSSWALK)


def _covered(text: str, tmp_path: Path, ids: tuple[str, ...]) -> Coverage:
    path = tmp_path / FILE
    path.write_text(text, "utf-8")
    return coverage(read_crosswalk(path), NAMES, ids)


def test_every_id_of_the_reference_has_a_place_or_a_reason() -> None:
    found = coverage(CROSSWALK, NAMES, _ids())
    assert (found.unmapped, found.gone, found.dangling) == ((), (), ())
    assert found.ok
    assert found.mapped + found.reasons == found.ids >= 269
    assert found.mapped >= 229


def test_each_kind_of_target_is_counted_once_an_id() -> None:
    found = coverage(CROSSWALK, NAMES)
    assert set(found.kinds) == set(Kind)
    assert all(0 < count <= found.mapped for count in found.kinds.values())


def test_an_id_that_is_not_mapped_is_named() -> None:
    found = coverage(CROSSWALK, NAMES, (*_ids(), "N-NEW-01"))
    assert (found.ok, found.unmapped) == (False, ("N-NEW-01",))


def test_an_id_that_the_reference_has_lost_is_named() -> None:
    lost, *rest = _ids()
    found = coverage(CROSSWALK, NAMES, rest)
    assert (found.ok, found.gone) == (False, (lost,))


def test_a_target_that_the_catalogue_lacks_is_named(tmp_path: Path) -> None:
    text = (ROOT / FILE).read_text("utf-8").replace("['norm:tni.39']", "['norm:tni.93']")
    found = _covered(text, tmp_path, _ids())
    assert not found.ok
    assert found.dangling == (("N-TNI-39", Target(kind=Kind.NORM, name="tni.93")),)


def test_a_right_name_under_the_wrong_kind_is_dangling(tmp_path: Path) -> None:
    found = _covered("X: ['sanction:tni.39']", tmp_path, ("X",))
    assert [str(target) for _, target in found.dangling] == ["sanction:tni.39"]


def test_the_ids_of_a_reference_are_found_at_any_depth(tmp_path: Path) -> None:
    path = tmp_path / "law.yaml"
    path.write_text("a: [{id: X-1, steps: [{id: X-2}]}]\nb: {id: X-3, note: id}\n", "utf-8")
    assert reference_ids(path) == ("X-1", "X-2", "X-3")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("X: ['rule:tni.39']", "'rule:tni.39'"),
        ("X: ['norm:']", "'norm:'"),
        ("X: []", "neither targets nor a reason"),
        ("X: {reason: {id: 'hanya satu bahasa'}}", "reason needs id and en"),
        ("X: {because: 1}", "reason needs id and en"),
        ("- X", "not a mapping"),
        ("X: [", "X"),
    ],
)
def test_a_fault_in_the_crosswalk_is_told_with_file_and_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        read_crosswalk(path)
    assert caught.value.params["file"] == FILE
    assert reason in str(caught.value.params["reason"]) or reason == "X"


@pytest.mark.parametrize("text", ["a: 1\n", "a: ["])
def test_a_reference_without_ids_or_that_is_no_yaml_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "law.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput):
        reference_ids(path)


def test_a_reference_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        reference_ids(tmp_path / "nothing.yaml")
