"""One verb for many matters: each row succeeds or is refused by itself, with its reason; who may not, may not here."""

from __future__ import annotations

from uuid import uuid4

import pytest
from interest_cast import declare, granted, pair
from report_cast import NAME, Cast, person

from casework_rows import decided
from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases import bulk
from sinetra.apps.cases.actions import acknowledge_many, assign, assign_many, close
from sinetra.apps.cases.bulk import Chosen, RowResult
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.vocabulary import HandOverState, Outcome
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Forbidden

pytestmark = pytest.mark.django_db


def user(actor: Actor) -> User:
    return User.objects.get(pk=actor.user_id)


def colleague(cast: Cast, name: str = "") -> Actor:
    """Somebody whose role is on record, as that of a new handler must be."""
    found = person(cast.bawaslu, Role.BAWASLU_STAFF, name=name)
    granted(found, Role.BAWASLU_STAFF)
    return found


def ticked(*matters: Matter) -> list[Chosen]:
    return [Chosen(key=row.pk, version=Matter.objects.get(pk=row.pk).version) for row in matters]


def reasons(done: tuple[RowResult[Matter], ...]) -> list[str | None]:
    return [row.refused.code if row.refused else None for row in done]


def test_each_matter_goes_to_the_new_person_and_the_chain_says_why(cast: Cast) -> None:
    matters = [cast.matter(), cast.matter()]
    other = colleague(cast)
    done = assign_many(chosen=ticked(*matters), handler=user(other), reason="Cuti melahirkan", actor=cast.commissioner)
    assert reasons(done) == [None, None]
    assert {row.row.handler_id for row in done if row.row} == {other.user_id}
    entries = AuditEntry.objects.filter(action="matter.assign")
    assert [entry.detail["reason"] for entry in entries] == ["Cuti melahirkan"] * 2
    assert not verify().problems


def test_a_refused_row_says_why_and_the_others_are_done(cast: Cast) -> None:
    fine, elsewhere = cast.matter(), cast.arrived().matter
    closed = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    rows = ticked(fine, closed, elsewhere)
    close(matter=closed, outcome=Outcome.NOT_PROVEN, reason="x", actor=cast.commissioner)
    rows[1] = ticked(closed)[0]
    other = colleague(cast)
    done = assign_many(chosen=rows, handler=user(other), reason="x", actor=cast.commissioner)
    assert reasons(done) == [None, "closed", "not_found"]
    assert done[2].row is None, "of another office nothing is told"
    assert Matter.objects.get(pk=fine.pk).handler_id == other.user_id
    again = assign_many(chosen=ticked(fine), handler=user(other), reason="x", actor=cast.commissioner)
    assert reasons(again) == ["same_handler"]


def test_a_lost_race_on_one_row_does_not_undo_the_others(cast: Cast) -> None:
    first, raced, last = (cast.matter() for _ in range(3))
    rows = ticked(first, raced, last)
    faster, wanted = colleague(cast), colleague(cast)
    assign(matter=Matter.objects.get(pk=raced.pk), handler=user(faster), actor=cast.commissioner, reason="lebih dulu")
    done = assign_many(chosen=rows, handler=user(wanted), reason="x", actor=cast.commissioner)
    assert reasons(done) == [None, "conflict", None]
    assert done[1].row is not None
    assert done[1].row.handler_id == faster.user_id, "the result shows who has it now"
    # And when somebody is faster between the look and the write:
    one = ticked(first)
    stale = Matter.objects.get(pk=first.pk)
    assign(matter=Matter.objects.get(pk=first.pk), handler=user(faster), actor=cast.commissioner, reason="x")
    stale_rows = [Chosen(key=first.pk, version=stale.version)]
    assert one == stale_rows
    done = bulk.for_each(
        cast.commissioner,
        Matter,
        ticked(first),
        lambda _row: assign(matter=stale, handler=user(wanted), actor=cast.commissioner, reason="x"),
    )
    assert reasons(done) == ["conflict"]
    assert Matter.objects.get(pk=first.pk).handler_id == faster.user_id


def test_who_has_an_interest_in_a_matter_gets_the_others_only(cast: Cast) -> None:
    pair(cast)
    free = cast.matter(reported=[{"role": "camat", "name": "Kenanga Contohwati", "unit": None}])
    named = cast.matter()
    namesake = colleague(cast, name=NAME)
    done = assign_many(chosen=ticked(free, named), handler=user(namesake), reason="x", actor=cast.commissioner)
    assert reasons(done) == [None, "conflict_of_interest"]
    sibling = colleague(cast)
    declare(cast, sibling, matter=named)
    done = assign_many(chosen=ticked(named, free), handler=user(sibling), reason="x", actor=cast.commissioner)
    assert reasons(done) == ["conflict_of_interest", None]


def test_arrived_hand_overs_are_acknowledged_each_by_itself(cast: Cast) -> None:
    first, second = cast.arrived().matter, cast.arrived().matter
    interested = person(cast.bkn, Role.BKN_OFFICER, name=NAME)
    assert reasons(acknowledge_many(chosen=ticked(first), actor=interested)) == ["conflict_of_interest"]
    done = acknowledge_many(chosen=ticked(first, second), actor=cast.bkn_officer)
    assert reasons(done) == [None, None]
    assert set(HandOver.objects.filter(organisation=cast.bkn).values_list("state", flat=True)) == {
        HandOverState.ACKNOWLEDGED
    }
    assert reasons(acknowledge_many(chosen=ticked(first), actor=cast.bkn_officer)) == ["answered"]


def test_who_may_not_do_it_to_one_may_not_do_it_to_many(cast: Cast) -> None:
    matter = cast.matter()
    handler = user(cast.commissioner)
    # A personnel office assigns and acknowledges what it received; this one is not among that.
    personnel = next(actor for actor in cast.outsiders if actor.has(Role.BKPSDM_OFFICER))
    others = [actor for actor in (cast.custodian, *cast.outsiders) if actor is not personnel]
    for actor in (cast.staff, *others):
        with pytest.raises(Forbidden):
            assign_many(chosen=ticked(matter), handler=handler, reason="x", actor=actor)
    for actor in others:
        with pytest.raises(Forbidden):
            acknowledge_many(chosen=ticked(matter), actor=actor)
    assert reasons(acknowledge_many(chosen=ticked(matter), actor=personnel)) == ["not_found"]
    # In another district of the same office, and in another office: the row itself is refused.
    for actor in (cast.district_staff, cast.province_staff, personnel):
        done = assign_many(chosen=ticked(matter), handler=handler, reason="x", actor=actor)
        assert reasons(done) == ["not_found"]
    assert Matter.objects.get(pk=matter.pk).handler_id == cast.staff.user_id


def test_none_or_more_than_a_page_are_refused_before_anything_is_done(cast: Cast) -> None:
    matter = cast.matter()
    handler = user(colleague(cast))
    many = [*ticked(matter), *(Chosen(key=uuid4(), version=1) for _ in range(bulk.MOST))]
    for rows in ([], many):
        with pytest.raises(BadInput) as caught:
            assign_many(chosen=rows, handler=handler, reason="x", actor=cast.commissioner)
        assert caught.value.field == "chosen"
    assert Matter.objects.get(pk=matter.pk).handler_id == cast.staff.user_id
    twice = assign_many(chosen=ticked(matter) * 2, handler=handler, reason="x", actor=cast.commissioner)
    assert reasons(twice) == [None], "what is ticked twice is done once"
