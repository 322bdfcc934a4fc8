"""A step of a career: proposed with criteria and reason, decided by whoever is PPK, given up or undone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from career_cast import DAY, a_transfer, new_proposal, new_ruling

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.actions import decide_step, end_step, propose_step
from sinetra.apps.careers.grounds import grounds_of
from sinetra.apps.careers.handlers import forget_steps
from sinetra.apps.careers.models import CareerStep, CareerTally
from sinetra.apps.careers.selectors import counts_between, decided_counts, own_steps
from sinetra.apps.careers.vocabulary import REPLACEMENTS, Reason, StepKind
from sinetra.apps.registry.models import HeldRole, Person, Unit
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db


def test_a_proposal_keeps_who_what_by_which_criteria_and_why(step, lurah, officer):
    grounds = grounds_of(step)
    assert (step.person, step.unit, step.kind, step.decision) == (lurah, lurah.unit, "training", "proposed")
    assert grounds.criteria == ("Lulus uji kompetensi", "Paling sedikit dua tahun di jabatan sekarang")
    assert grounds.reason == "Memenuhi kebutuhan kompetensi jabatan."
    assert step.written_by_id == officer.user_id
    assert AuditEntry.objects.filter(action="career.propose", object_id=step.pk).exists()


def test_what_was_weighed_is_sealed(step):
    stored = bytes(CareerStep.objects.get(pk=step.pk).grounds_sealed)
    assert b"kompetensi" not in stored


def test_the_decision_names_whoever_was_ppk_on_its_day(step, ppk):
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert step.decision == "granted"
    assert (step.decider_name, step.decider_kind) == ("Angsana Contohwati", "pjs")
    assert grounds_of(step).decision == "Syarat dan kriterianya terpenuhi."
    assert grounds_of(step).criteria


def test_a_refusal_has_a_reason_and_takes_no_effect(step, ppk):
    decide_step(step=step, ruling=new_ruling(granted=False, number=""), actor=ppk)
    assert (step.decision, step.effective_on) == ("refused", None)
    with pytest.raises(Conflict):
        decide_step(step=step, ruling=new_ruling(), actor=ppk)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"words": ""}, "words"),
        ({"number": " "}, "number"),
        ({"decided_on": date(2024, 11, 23)}, "decided_on"),
        ({"decided_on": date(2024, 11, 1)}, "decided_on"),
        ({"effective_on": None}, "effective_on"),
    ],
)
def test_what_a_decision_lacks_is_named(step, ppk, changes, field):
    with pytest.raises(BadInput) as refused:
        decide_step(step=step, ruling=new_ruling(**changes), actor=ppk)
    assert refused.value.field == field
    step.refresh_from_db()
    assert step.decision == "proposed"


def test_where_only_the_head_of_region_is_on_record_that_one_decides(step, ppk):
    HeldRole.objects.filter(role="ppk").delete()
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert (step.decider_name, step.decider_kind) == ("Angsana Contohwati", "pjs")


def test_without_a_ppk_on_record_nothing_is_decided(step, ppk):
    HeldRole.objects.all().delete()
    with pytest.raises(Conflict) as refused:
        decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert refused.value.code == "no_ppk"


@pytest.mark.parametrize(
    "words",
    [
        "Yang bersangkutan dilaporkan warga",
        "Ada dugaan tidak netral",
        "Laporan netralitas belum diputus",
        "Masih diperiksa Bawaslu",
        "Terlapor dalam informasi awal",
    ],
)
def test_an_open_report_is_no_criterion_no_reason_and_no_ground_of_a_decision(step, lurah, officer, ppk, words):
    given = {"criteria": f"Lulus uji\n{words}", "words": words, "title": words}
    for field, text in given.items():
        changes = {field: text}
        with pytest.raises(BadInput) as refused:
            propose_step(proposal=new_proposal(**changes), person=lurah, actor=officer)
        assert refused.value.field == field
    with pytest.raises(BadInput):
        decide_step(step=step, ruling=new_ruling(words=words), actor=ppk)
    with pytest.raises(BadInput):
        end_step(step=step, ended_on=DAY, words=words, actor=ppk)


@pytest.mark.parametrize("words", ["Laporan kinerja bernilai baik", "Menyusun laporan keuangan unit"])
def test_a_report_that_is_the_work_itself_is_a_criterion(lurah, officer, words):
    assert (
        words in grounds_of(propose_step(proposal=new_proposal(criteria=words), person=lurah, actor=officer)).criteria
    )


def test_a_penalty_counts_when_it_is_final_and_on_record(lurah, officer):
    final = {"reason": Reason.FINAL_PENALTY, "penalty_number": "800/3/2023", "penalty_on": date(2023, 5, 2)}
    row = propose_step(proposal=new_proposal(**final), person=lurah, actor=officer)
    assert row.penalty_number == "800/3/2023"
    for missing, field in (("penalty_number", "penalty_number"), ("penalty_on", "penalty_on")):
        without = final | {missing: "" if missing == "penalty_number" else None}
        with pytest.raises(BadInput) as refused:
            propose_step(proposal=new_proposal(**without), person=lurah, actor=officer)
        assert refused.value.field == field
    with pytest.raises(BadInput):
        propose_step(proposal=new_proposal(penalty_number="800/3/2023"), person=lurah, actor=officer)


def test_a_whole_unit_is_trained_but_not_moved(officer):
    unit = Unit.objects.select_related("organisation").get(code="DPUTR")
    assert propose_step(proposal=new_proposal(), unit=unit, actor=officer).unit == unit
    for kind in REPLACEMENTS:
        with pytest.raises(BadInput) as refused:
            propose_step(proposal=a_transfer(kind=kind), unit=unit, actor=officer)
        assert refused.value.field == "kind"


def test_a_transfer_has_the_day_of_the_inauguration(lurah, officer):
    with pytest.raises(BadInput) as refused:
        propose_step(proposal=a_transfer(effective_on=None), person=lurah, actor=officer)
    assert refused.value.field == "effective_on"


def test_a_proposal_is_given_up_and_a_granted_step_is_undone_with_a_reason(step, lurah, officer, ppk):
    end_step(step=step, ended_on=DAY, words="Pelatihan ditiadakan.", actor=officer)
    assert (step.decision, grounds_of(step).ending) == ("withdrawn", "Pelatihan ditiadakan.")
    other = propose_step(proposal=new_proposal(), person=lurah, actor=officer)
    decide_step(step=other, ruling=new_ruling(), actor=ppk)
    end_step(step=other, ended_on=DAY, words="Anggaran dicabut.", actor=officer)
    assert other.decision == "cancelled"
    with pytest.raises(Conflict):
        end_step(step=other, ended_on=DAY, words="Sekali lagi.", actor=officer)


def tallied() -> dict[tuple[str, str], int]:
    return {(row.code, row.reason): row.count for row in CareerTally.objects.filter(count__gt=0)}


def test_decisions_are_counted_once_each_and_follow_what_becomes_of_them(lurah, officer, ppk):
    """Trainings: the public figures are about replacements, so these stay out of them."""
    rows = [propose_step(proposal=new_proposal(), person=lurah, actor=officer) for _n in range(3)]
    assert tallied() == {}
    for row in rows[:2]:
        decide_step(step=row, ruling=new_ruling(), actor=ppk)
    decide_step(step=rows[2], ruling=new_ruling(granted=False), actor=ppk)
    assert tallied() == {("granted", "competence"): 2, ("refused", "competence"): 1}
    end_step(step=rows[0], ended_on=DAY, words="Anggaran dicabut.", actor=officer)
    assert tallied() == {("granted", "competence"): 1, ("cancelled", "competence"): 1, ("refused", "competence"): 1}
    assert decided_counts(date(2025, 1, 1)) == {"granted": 0, "refused": 0, "cancelled": 0}
    told = counts_between(lurah.organisation_id, date(2024, 12, 1), date(2024, 12, 31), [StepKind.TRAINING])
    assert [(row.reason, row.count) for row in told] == [("competence", 1)], "what was undone stands apart"
    assert counts_between(lurah.organisation_id, date(2024, 12, 3), date(2024, 12, 31), [StepKind.TRAINING]) == []


def test_the_person_has_the_own_steps_and_nobody_elses(step, lurah):
    other = Person.objects.get(name="Lontar Contohsari")
    assert [row.pk for row in own_steps(lurah)] == [step.pk]
    assert list(own_steps(other)) == []


def test_a_step_is_erased_after_its_years_and_the_numbers_stay(step, ppk):
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    before = tallied()
    assert forget_steps(datetime.now(UTC), dry_run=False) == 0
    old = datetime(2015, 1, 1, tzinfo=UTC)
    with unit_of_work(SYSTEM) as work:
        work.change(step, created_at=old)
        work.record("test.age", step)
    assert forget_steps(datetime.now(UTC), dry_run=True) == 1
    assert forget_steps(datetime.now(UTC), dry_run=False) == 1
    assert not CareerStep.objects.exists()
    assert tallied() == before
