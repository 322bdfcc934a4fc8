"""Who only bears the name of somebody reported can be let in again, by somebody else and with a reason."""

from __future__ import annotations

import pytest
from report_cast import NAME, Cast, person

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.selectors import matter_view
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports import clock

pytestmark = pytest.mark.django_db


def test_a_namesake_opens_the_matter_after_somebody_has_looked_into_it(cast: Cast) -> None:
    matter = cast.matter()
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    user = User.objects.get(pk=named.user_id)
    day = clock.today(cast.bawaslu.region_id)
    grant_role(user=user, role=Role.BAWASLU_STAFF, starts_on=day, ends_on=day, actor=SYSTEM)
    assert "clear_namesake" in matter_view(cast.commissioner, matter.pk).acts
    with pytest.raises(StepAside):
        matter_view(named, matter.pk)
    with pytest.raises(BadInput):
        act.clear_namesake(matter=matter, user=user, reason=" ", actor=cast.commissioner)
    act.clear_namesake(matter=matter, user=user, reason="Tanggal lahirnya lain.", actor=cast.commissioner)
    assert matter_view(named, matter.pk).reported[0]["name"] == NAME
    assert "clear_namesake" not in matter_view(cast.commissioner, matter.pk).acts
    with pytest.raises(Conflict):
        act.clear_namesake(matter=matter, user=user, reason="Lagi.", actor=cast.commissioner)


def test_it_holds_for_that_matter_alone_and_for_nobody_whose_name_is_another(cast: Cast) -> None:
    first, second = cast.matter(), cast.matter()
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    act.clear_namesake(
        matter=first, user=User.objects.get(pk=named.user_id), reason="Unitnya lain.", actor=cast.commissioner
    )
    with pytest.raises(StepAside):
        matter_view(named, second.pk)
    other = User.objects.get(pk=cast.staff.user_id)
    with pytest.raises(BadInput):
        act.clear_namesake(matter=second, user=other, reason="x", actor=cast.commissioner)
