"""What people are told before they give a statement is data: for everybody, in both languages, with its source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.casework.clarification import Rights, Whom, load_rights
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput


@pytest.fixture(scope="module")
def rights() -> Rights:
    return load_rights(ROOT)


def test_everybody_is_told_something_and_each_right_has_a_source(rights: Rights) -> None:
    assert all(rights.of(whom) for whom in Whom)
    assert all(right.source and right.text.id and right.text.en for right in rights.all)


def test_who_is_reported_is_presumed_innocent_told_what_is_alleged_and_never_who_reported(rights: Rights) -> None:
    assert {"presumption", "told_what", "not_told_who"} <= {right.id for right in rights.of(Whom.REPORTED)}
    assert "told_what" not in {right.id for right in rights.of(Whom.REPORTER)}


def test_what_nobody_has_read_is_to_be_checked(rights: Rights) -> None:
    for right in rights.all:
        if "praktik" in right.source or "dicek" in right.source:
            assert right.confidence is Confidence.UNCHECKED


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("id: read_back", "id: presumption", "id"),
        ("whom: [reporter]", "whom: [tetangga]", "whom"),
        ("confidence: pers", "confidence: yakin", "confidence"),
    ],
)
def test_a_faulty_catalogue_is_refused_with_file_and_field(tmp_path: Path, old: str, new: str, named: str) -> None:
    shutil.copy(ROOT / "clarification.yaml", tmp_path)
    path = tmp_path / "clarification.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(BadInput) as refused:
        load_rights(tmp_path)
    assert "clarification.yaml" in str(refused.value) and named in str(refused.value)
