"""Who decided, as the register has it: nobody who was away, and where sources differ the officer says by which."""

from __future__ import annotations

from datetime import date

import pytest
from career_cast import a_transfer, new_ruling

from sinetra.apps.careers import law
from sinetra.apps.careers.actions import decide_step, propose_step
from sinetra.apps.registry.models import CampaignLeave, HeldRole
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db
HEAD, DEPUTY, ACTING = "Beringin Contohwan", "Citra Contohmawar", "Angsana Contohwati"


def nobody_acts() -> None:
    HeldRole.objects.filter(kind="pjs").delete()


def test_a_clear_case_is_stored_as_such(step, ppk):
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert (step.decider_name, step.decider_kind, step.decider_certainty) == (ACTING, "pjs", "settled")


def test_a_head_on_leave_decides_nothing(step, ppk):
    nobody_acts()
    with pytest.raises(Conflict) as refused:
        decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert refused.value.code == "no_ppk"
    CampaignLeave.objects.all().delete()
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert (step.decider_name, step.decider_kind) == (HEAD, "definitive")


def test_a_head_on_leave_signs_no_transfer(lurah, officer):
    row = propose_step(proposal=a_transfer(effective_on=date(2024, 11, 20)), person=lurah, actor=officer)
    assert law.facts_of(row)["official_kind"] == "pjs"
    nobody_acts()
    assert "official_kind" not in law.facts_of(row)
    CampaignLeave.objects.all().delete()
    assert law.facts_of(row)["official_kind"] == "definitive"


def test_where_a_letter_is_missing_the_decision_says_so(step, ppk):
    nobody_acts()
    CampaignLeave.objects.filter(holder_name=DEPUTY).delete()
    decide_step(step=step, ruling=new_ruling(), actor=ppk)
    assert (step.decider_name, step.decider_certainty) == (DEPUTY, "open")


@pytest.mark.parametrize("name", [HEAD, ACTING])
def test_where_sources_differ_the_officer_says_whose_decision_it_was(step, ppk, name):
    HeldRole.objects.filter(kind="pjs").update(kind="pj")
    for wrong in ("", "Orang Lain"):
        with pytest.raises(BadInput) as refused:
            decide_step(step=step, ruling=new_ruling(decider=wrong), actor=ppk)
        assert refused.value.field == "decider"
        assert set(refused.value.accepted) == {HEAD, ACTING}
    decide_step(step=step, ruling=new_ruling(decider=name), actor=ppk)
    assert (step.decider_name, step.decider_certainty) == (name, "contested")


def test_where_one_is_clear_nobody_else_can_be_named(step, ppk):
    with pytest.raises(BadInput) as refused:
        decide_step(step=step, ruling=new_ruling(decider=HEAD), actor=ppk)
    assert refused.value.field == "decider"
