"""Every act of handling: who is turned away. A region counts as much as a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from report_cast import NAME, SUMMARY, Cast, person

from casework_rows import checked, completed
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import registered_actions, registered_models, visible
from sinetra.apps.cases.actions import (
    assign,
    close,
    extend_study,
    find_complete,
    forward,
    hold_plenary,
    open_matter,
    recompute_clocks,
    register,
    set_number_pattern,
    start_study,
)
from sinetra.apps.cases.models import Clock, HandOver, Matter, MatterNumber, Step
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db


def turned_away(cast: Cast, act: Callable[..., Any], *more: Any) -> None:
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff, *more):
        with pytest.raises(Forbidden):
            act(actor=actor)


def test_outsiders_and_other_regions_open_no_matter(cast: Cast) -> None:
    report = cast.report()
    turned_away(cast, lambda actor: open_matter(report=report, actor=actor))
    assert not Matter.objects.exists()


def test_outsiders_and_other_regions_take_no_step(cast: Cast) -> None:
    matter = cast.matter()
    turned_away(cast, lambda actor: start_study(matter=matter, actor=actor))
    start_study(matter=matter, actor=cast.staff)
    completed(matter, cast.staff)
    turned_away(cast, lambda actor: register(matter=matter, actor=actor))
    register(matter=matter, actor=cast.staff)
    turned_away(cast, lambda actor: extend_study(matter=matter, reason="saksi", actor=actor), cast.staff)
    turned_away(cast, lambda actor: hold_plenary(matter=matter, actor=actor), cast.staff)
    hold_plenary(matter=matter, actor=cast.commissioner)
    turned_away(cast, lambda actor: forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=actor))
    turned_away(cast, lambda actor: close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=actor), cast.staff)


def test_staff_forwards_what_the_plenary_dealt_with_and_nothing_before(cast: Cast) -> None:
    matter = cast.matter()
    start_study(matter=matter, actor=cast.staff)
    with pytest.raises(Forbidden) as caught:
        forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    assert caught.value.code == "plenary"
    register(matter=completed(matter, cast.staff), actor=cast.staff)
    with pytest.raises(Forbidden):
        forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    assert "forward" not in matter_view(cast.staff, matter.pk).acts
    assert "forward" in matter_view(cast.commissioner, matter.pk).acts
    forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner)


def test_the_page_offers_what_the_verbs_allow(cast: Cast) -> None:
    matter = cast.matter()
    assert matter_view(cast.staff, matter.pk).acts == ("start_study", "withdraw")
    start_study(matter=matter, actor=cast.staff)
    assert matter_view(cast.staff, matter.pk).acts == ("withdraw",), "not checked yet"
    assert "refuse_registration" in matter_view(cast.commissioner, matter.pk).acts, "for want of competence"
    checked(matter, cast.staff, but=("evidence",))
    assert matter_view(cast.staff, matter.pk).acts == ("ask_repair", "refuse_registration", "withdraw")
    checked(matter, cast.staff)
    assert matter_view(cast.staff, matter.pk).acts == ("find_complete", "withdraw")
    find_complete(matter=matter, actor=cast.staff)
    assert matter_view(cast.staff, matter.pk).acts == ("register", "withdraw")
    register(matter=matter, actor=cast.staff)
    assert matter_view(cast.staff, matter.pk).acts == ("withdraw",)
    ways = ("extend_study", "hold_plenary", "forward", "withdraw", "assign")
    assert matter_view(cast.commissioner, matter.pk).acts == ways
    hold_plenary(matter=matter, actor=cast.commissioner)
    assert matter_view(cast.commissioner, matter.pk).acts == ("forward", "close", "withdraw", "assign")
    assert matter_view(cast.staff, matter.pk).acts == ("forward", "withdraw")


def test_a_matter_goes_to_somebody_who_may_handle_it_and_need_not_step_aside(cast: Cast) -> None:
    matter = cast.matter()
    other = granted(person(cast.bawaslu), Role.BAWASLU_STAFF)
    turned_away(cast, lambda actor: assign(matter=matter, handler=other, actor=actor), cast.staff)
    assign(matter=matter, handler=other, actor=cast.commissioner, reason="Cuti.")
    assert matter.handler_id == other.pk
    with pytest.raises(BadInput):
        assign(matter=matter, handler=granted(person(cast.bawaslu), Role.AUDITOR), actor=cast.commissioner)
    named = granted(person(cast.bawaslu, name=NAME), Role.BAWASLU_STAFF)
    with pytest.raises(Conflict):
        assign(matter=matter, handler=named, actor=cast.commissioner)


def granted(actor: Actor, role: Role) -> User:
    """The account with a role of 2024 in the table, as ``actor_of`` reads it."""
    user = User.objects.get(pk=actor.user_id)
    grant_role(user=user, role=role, starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31), actor=SYSTEM)
    return user


def test_outsiders_neither_number_nor_recompute(cast: Cast) -> None:
    for actor in (*cast.outsiders, cast.custodian):
        with pytest.raises(Forbidden):
            recompute_clocks(actor=actor)
    for actor in (*cast.outsiders, cast.staff, cast.province_staff):
        with pytest.raises(Forbidden):
            set_number_pattern(organisation=cast.bawaslu, year=2024, pattern="{sequence}/{year}", actor=actor)


def test_rows_are_seen_by_their_own_office_and_region_only(cast: Cast) -> None:
    cast.arrived()
    tables = (Matter, HandOver, Clock, Step, MatterNumber)
    assert set(tables) <= registered_models()
    for model in tables:
        assert visible(cast.staff, model).exists(), model
        assert not visible(cast.staff, model).exclude(organisation=cast.bawaslu).exists(), model
        for actor in (*cast.outsiders, cast.custodian, cast.province_staff):
            assert not visible(actor, model).exists(), model
    for model in (Matter, HandOver, Clock, Step):
        assert not visible(cast.district_staff, model).exists(), model


def test_each_act_has_a_rule() -> None:
    acts = {"start_study", "register", "hold_plenary", "forward", "close", "set_number_pattern", "read"}
    packages = {f"package.{act}" for act in ("receive", "acknowledge", "return", "export")}
    wanted = {f"matter.{act}" for act in acts} | packages | {"report.file", "report.open_matter", "identity.open"}
    assert wanted <= registered_actions()
