"""Requirements of a report as data, and what follows from the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.checklist import Answer, Checklist
from sinetra.core.casework.requirements import RequirementKind, load_requirements
from sinetra.core.casework.states import Regime
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput

CATALOGUE = Path(sinetra.catalogue.__file__).parent
REQUIREMENTS = load_casework(CATALOGUE).requirements
PILKADA = REQUIREMENTS.of(Regime.PILKADA)
NAMES = [item.id for item in PILKADA]


def checklist(**answers: Answer) -> Checklist:
    """All met, but for what is said."""
    return Checklist(requirements=PILKADA, answers=dict.fromkeys(NAMES, Answer.MET) | answers)


@st.composite
def any_checklist(draw: st.DrawFn) -> Checklist:
    answers = {name: draw(st.sampled_from(list(Answer))) for name in NAMES if draw(st.booleans())}
    return Checklist(requirements=PILKADA, answers=answers)


def test_both_regimes_have_the_requirements_of_procedure_a2_with_source_and_confidence() -> None:
    for regime in Regime:
        found = {item.id: item.kind for item in REQUIREMENTS.of(regime)}
        assert {"reporter_identity", "reported_party", "filed_in_time", "signature"} <= set(found)
        material = {name for name, kind in found.items() if kind is RequirementKind.MATERIAL}
        assert material == {"time_and_place", "description", "evidence"}
        assert all(item.source and item.title.id and item.title.en for item in REQUIREMENTS.of(regime))


def test_what_was_not_read_is_marked_for_checking() -> None:
    for item in REQUIREMENTS:
        if "tidak dibaca" in item.source or "perlu dicek" in item.source:
            assert item.confidence is Confidence.UNCHECKED
        if "menurut pers" in item.source:
            assert item.confidence is Confidence.PRESS


def test_no_number_of_who_is_reported_is_ever_a_requirement() -> None:
    for item in REQUIREMENTS:
        assert "nip" not in item.id
        assert "nik" not in item.id
        assert "NIP" not in item.title.id
    told = " ".join(item.help.id for item in REQUIREMENTS)
    assert "NIP dan NIK tidak diminta" in told


def test_only_the_general_election_wants_evidence_in_three_sets() -> None:
    notes = {regime: {item.id: item.note for item in REQUIREMENTS.of(regime)} for regime in Regime}
    assert notes[Regime.PEMILU]["evidence"] is not None
    assert notes[Regime.PILKADA]["evidence"] is None


def test_what_the_reporter_cannot_mend_is_not_asked_for() -> None:
    assert checklist(evidence=Answer.NOT_MET).can_be_repaired
    assert not checklist(filed_in_time=Answer.NOT_MET).can_be_repaired
    assert not checklist(evidence=Answer.NOT_MET, reporter_entitled=Answer.NOT_MET).can_be_repaired
    assert not checklist(evidence=Answer.NOT_MET, signature=Answer.OPEN).can_be_repaired, "not everything was looked at"


def test_a_formal_failure_leaves_the_substance() -> None:
    found = checklist(signature=Answer.NOT_MET)
    assert found.fails_formally
    assert found.has_substance
    assert not checklist(evidence=Answer.OPEN).has_substance, "unknown is not met"
    assert not checklist(signature=Answer.OPEN).fails_formally, "unknown is not false"


@given(any_checklist())
def test_answers_divide_the_requirements_and_never_contradict_each_other(found: Checklist) -> None:
    parts = [item for answer in Answer for item in found.having(answer)]
    assert sorted(item.id for item in parts) == sorted(NAMES)
    assert found.is_complete == (not found.gaps and not found.having(Answer.OPEN))
    if found.is_complete:
        assert found.has_substance
        assert not found.fails_formally
        assert not found.can_be_repaired
    if found.can_be_repaired:
        assert not found.having(Answer.OPEN)
        assert all(item.repairable for item in found.gaps)


@given(any_checklist(), st.sampled_from(NAMES))
def test_meeting_one_more_requirement_never_makes_a_report_worse(found: Checklist, name: str) -> None:
    better = Checklist(requirements=PILKADA, answers={**found.answers, name: Answer.MET})
    assert better.is_complete >= found.is_complete
    assert better.has_substance >= found.has_substance
    assert better.fails_formally <= found.fails_formally
    assert len(better.gaps) <= len(found.gaps)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("kind: formal", "kind: form", "kind"),
        ("known: reporter", "known: reportr", "known"),
        ("    repairable: false", "    repairable: no-way", "repairable"),
        ("id: signature", "id: evidence", "id"),
        ("confidence: terverifikasi", "confidence: pasti", "confidence"),
        ("    help:", "    hlp:", "help"),
    ],
)
def test_a_mistake_in_the_file_is_shown_at_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    text = (CATALOGUE / "requirements.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "requirements.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadInput) as caught:
        load_requirements(tmp_path)
    assert caught.value.field == field
    assert "requirements.yaml:" in str(caught.value)


def test_an_unknown_requirement_is_refused_by_naming_the_known_ones() -> None:
    assert REQUIREMENTS.title("evidence").en == "Evidence"
    with pytest.raises(BadInput) as caught:
        REQUIREMENTS.title("nip")
    assert "evidence" in caught.value.accepted
