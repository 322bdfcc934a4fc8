"""Who would decide what a matter ends in, and who is proposed when the PPK has an interest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from interest_cast import DAY, MAYOR, held, pair
from report_cast import Cast

from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.cases.decider import decider_in, decider_of
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.appointing import appointing_on
from sinetra.apps.registry.heads import incumbent_running
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.interests import Tie
from sinetra.core.errors import Forbidden
from sinetra.core.law.words import BodyCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def governed(cast: Cast) -> Cast:
    """A mayor in office."""
    held(cast.pemko, MAYOR)
    return cast


def test_a_mayor_who_stands_again_does_not_decide_and_the_governor_is_proposed(governed: Cast) -> None:
    matter = governed.matter()
    clean = decider_of(matter)
    assert clean is not None
    assert (clean.interests, clean.proposal) == ((), None)
    pair(governed)
    found = decider_of(matter)
    assert found is not None
    assert found.proposal is not None
    assert found.proposal.body is BodyCode.GOVERNOR
    assert found.interests[0][0] == MAYOR


def test_the_acting_mayor_decides_while_the_candidate_is_on_leave(governed: Cast) -> None:
    matter = governed.matter()
    pair(governed)
    record_leave(
        organisation=governed.pemko,
        holder_name=MAYOR,
        from_on=date(2024, 9, 25),
        until_on=date(2024, 11, 23),
        source="Izin (contoh)",
        actor=SYSTEM,
    )
    held(governed.pemko, "Angsana Contohwati", kind="pjs", first=date(2024, 9, 25), last=date(2024, 11, 23))
    found = decider_of(matter)
    assert found is not None
    assert found.appointing.holder is not None
    assert found.appointing.holder.holder == "Angsana Contohwati"
    assert found.proposal is None
    assert decider_in(governed.pemko, date(2024, 11, 24)).proposal is not None, "back from leave"


def test_when_the_governor_stands_too_the_minister_is_proposed(governed: Cast) -> None:
    province = Organisation(
        name="Pemprov Contoh", short_name="Pemprov", kind="local_government", level="province", region_id="99"
    )
    province.save()
    held(province, "Rawa Contohwan")
    pair(governed)
    pair(governed, region="99", head_name="Rawa Contohwan", deputy_name="Sungai Contohwati")
    found = decider_of(governed.matter())
    assert found is not None
    assert found.proposal is not None
    assert (found.proposal.body, found.proposal.skipped) == (BodyCode.MENDAGRI, (BodyCode.GOVERNOR,))


def test_kinship_of_the_head_is_declared_by_the_institution_or_who_handles_matters(governed: Cast) -> None:
    matter, running = governed.matter(), pair(governed, head_name="Mahoni Contohputra", head_is_incumbent=False)
    given: dict[str, Any] = {
        "office": governed.pemko,
        "holder_name": MAYOR,
        "tie": Tie.PARENT_CHILD,
        "pair": running,
        "from_on": date(2024, 9, 22),
        "source": "pernyataan instansi",
    }
    for actor in (governed.custodian, *governed.outsiders):
        if actor.has(Role.BKPSDM_OFFICER, Role.PPK):
            continue
        with pytest.raises(Forbidden):
            declare_interest(organisation=governed.bawaslu, actor=actor, **given)
    declare_interest(organisation=governed.bawaslu, actor=governed.staff, **given)
    found = decider_of(matter)
    assert found is not None
    assert [tie.tie for _name, ties in found.interests for tie in ties] == [Tie.PARENT_CHILD]
    later = decider_in(governed.pemko, date(2024, 9, 21))
    assert later.proposal is None, "not before it is declared to hold"


def test_an_incumbent_in_the_race_is_a_fact_that_can_be_asked_for(cast: Cast) -> None:
    assert incumbent_running("99.71", DAY) == ()
    pair(cast, runs_from=date(2024, 9, 22))
    pair(cast, number=2, head_name="Mahoni Contohputra", head_is_incumbent=False)
    (found,) = incumbent_running("99.71", DAY)
    assert (found.names, found.election) == ((MAYOR,), "pilkada_2024")
    assert incumbent_running("99.71.01", DAY) == (found,), "the wards of the city vote for the same office"
    assert incumbent_running("99.72", DAY) == ()
    assert incumbent_running("99.71", date(2024, 9, 21)) == (), "not before the pair is on record"
    assert incumbent_running("99.71", date(2026, 11, 21)) == (), "nor outside the stages"
    pair(cast, runs_from=date(2024, 9, 22), withdrawn_on=date(2024, 11, 1))
    assert incumbent_running("99.71", DAY) == ()


def test_an_office_without_heads_on_record_says_that_it_does_not_know(cast: Cast) -> None:
    assert appointing_on(cast.pemko.pk, DAY).holder is None
    found = decider_of(cast.matter())
    assert found is not None
    assert found.proposal is None
