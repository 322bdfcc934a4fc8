"""The letters of a matter are data: every text can be filled in, every form exists, and unread codes stay unprinted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.casework.letter_reader import PLACE, load_letters
from sinetra.core.casework.letters import AddressedTo, Letters, Names
from sinetra.core.errors import BadInput, NotFound


@pytest.fixture(scope="module")
def letters() -> Letters:
    return load_letters(ROOT)


def test_the_letters_that_casework_needs_first_are_there(letters: Letters) -> None:
    assert {letter.id for letter in letters} >= {
        *("receipt", "gap_notice", "summons", "clarification_minutes", "study", "plenary_minutes"),
        *("forwarding", "status_notice", "clearance"),
    }


def test_what_goes_to_the_reporter_or_the_notice_board_names_nobody(letters: Letters) -> None:
    assert all(letter.names is Names.NONE for letter in letters if letter.to is AddressedTo.REPORTER)


def test_every_field_of_a_letter_is_said_in_it(letters: Letters) -> None:
    for letter in letters:
        said = {place for block in letter.body for place in PLACE.findall(block.text)}
        for block in letter.body:
            said |= {block.field, *block.pairs.values(), *(["oath"] if block.oaths else [])}
        unsaid = {item.name for item in letter.fields} - said - {"giver", "giver_name", "addressee"}
        assert not unsaid, (letter.id, unsaid)


def test_no_letter_has_a_field_for_who_reported(letters: Letters) -> None:
    assert not [f for letter in letters for f in letter.fields if "reporter" in f.name or "nik" in f.name]


def test_a_statement_of_clearance_is_only_for_what_was_not_proven(letters: Letters) -> None:
    assert letters.get("clearance").outcomes == ("not_proven",)


def test_a_form_follows_the_regime_and_outside_the_stages_there_is_none(letters: Letters) -> None:
    notice = letters.get("status_notice")
    pilkada, pemilu = notice.form("pilkada"), notice.form("pemilu")
    assert pilkada is not None and pemilu is not None
    assert (pilkada.id, pemilu.id, notice.form("none")) == ("F-PIL20-A17", "F-PEM22-B18", None)
    assert pilkada.printed_code is None


def test_an_unknown_letter_is_named(letters: Letters) -> None:
    with pytest.raises(NotFound) as refused:
        letters.get("surat_cinta")
    assert "surat_cinta" in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("{received_by}. Tanda", "{penerima}. Tanda", "penerima"),
        ("field: gaps}", "field: kekurangan}", "kekurangan"),
        ("forms: {pilkada: F-PIL20-A3}", "forms: {pilkada: F-ENTAH}", "pilkada"),
        ("states: [initial_study, repair]", "states: [entah]", "states"),
        ("names: none", "names: everybody", "names"),
        ('islam: "Wallahi', 'lain: "Wallahi', "oaths"),
        ("layout: form", "layot: form", "layout"),
    ],
)
def test_a_slip_in_the_catalogue_is_refused_with_file_and_field(tmp_path: Path, old: str, new: str, named: str) -> None:
    shutil.copy(ROOT / "forms.yaml", tmp_path)
    text = (ROOT / "letters.yaml").read_text(encoding="utf-8")
    assert old in text
    shutil.copy(ROOT / "examination_letters.yaml", tmp_path)
    (tmp_path / "letters.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load_letters(tmp_path)
    assert refused.value.field == named and "letters.yaml" in str(refused.value)
