"""Who has an interest cannot open the matter nor act in it; without the interest the same person can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from interest_cast import DAY, MAYOR, declare, granted, pair, rename
from report_cast import NAME, PASSPHRASE, SUMMARY, Cast, person

from casework_rows import held, studied
from sinetra.apps.accounts.actions.hand_over import hand_over
from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions import (
    acknowledge,
    assign,
    close,
    forward,
    open_matter,
    return_package,
    start_study,
)
from sinetra.apps.cases.conflicts import StepAside, interests_of, matter_facts
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.selectors import handing_over_view, matter_view, package_file
from sinetra.apps.cases.successors import plenary, possible_assigners, possible_handlers
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.actions.end_interest import end_interest
from sinetra.apps.registry.handlers import forget_interests
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.apps.reports.actions import open_identity
from sinetra.apps.reports.models import Identity
from sinetra.apps.reports.selectors import report_view
from sinetra.apps.reports.vocabulary import OpeningGround
from sinetra.core.casework.interests import TO_MATTER, TO_PAIR, Tie
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tie", sorted(TO_MATTER))
def test_an_interest_in_one_matter_closes_that_matter_and_no_other(cast: Cast, tie: Tie) -> None:
    matter, other = cast.matter(), cast.matter()
    assert matter_view(cast.staff, matter.pk).reported
    declare(cast, cast.staff, tie, matter=matter)
    with pytest.raises(StepAside) as caught:
        matter_view(cast.staff, matter.pk)
    assert [found.tie for found in caught.value.interests] == [tie]
    assert str(caught.value)
    assert matter_view(cast.staff, other.pk).reported
    assert matter_view(cast.commissioner, matter.pk).reported, "a colleague without an interest goes on"


@pytest.mark.parametrize("tie", sorted(TO_PAIR))
def test_a_tie_to_a_pair_closes_the_matters_of_its_election(cast: Cast, tie: Tie) -> None:
    matter, running = cast.matter(), pair(cast)
    declared = declare(cast, cast.staff, tie, pair=running)
    with pytest.raises(StepAside):
        matter_view(cast.staff, matter.pk)
    end_interest(interest=declared, until_on=date(2024, 11, 21), reason="Keliru", actor=cast.staff)
    assert matter_view(cast.staff, matter.pk)
    elsewhere = pair(cast, region="99.72", head_name="Lain Contohwan")
    declare(cast, cast.staff, tie, pair=elsewhere)
    assert matter_view(cast.staff, matter.pk), "a pair of another city is not on this ballot"


def test_who_bears_the_name_of_a_candidate_steps_aside_until_the_pair_is_withdrawn(cast: Cast) -> None:
    matter = cast.matter()
    pair(cast)
    assert matter_view(cast.staff, matter.pk)
    rename(cast.staff, MAYOR.upper())
    with pytest.raises(StepAside):
        matter_view(cast.staff, matter.pk)
    pair(cast, withdrawn_on=DAY)
    assert matter_view(cast.staff, matter.pk)


def held_not_proven(cast: Cast) -> Matter:
    return held(studied(cast.registered(), cast.staff), cast.commissioner, decision=Decision.NOT_PROVEN)


def acts(cast: Cast) -> dict[str, Callable[[Actor], Any]]:
    """Every verb and read of a matter, each in a state in which it would go through but for the interest."""
    fresh, decided, sent, arrived = cast.matter(), cast.in_plenary(), cast.sent(), cast.arrived()
    closable, again = held_not_proven(cast), cast.arrived()
    studied, report = cast.matter(), cast.report()
    return {
        "start_study": lambda actor: start_study(matter=fresh, actor=actor),
        "close": lambda actor: close(matter=closable, outcome=Outcome.NOT_PROVEN, actor=actor),
        "forward": lambda actor: forward(matter=decided, to=cast.bkn, summary=SUMMARY, actor=actor),
        "acknowledge": lambda actor: acknowledge(hand_over=arrived, actor=actor),
        "return": lambda actor: return_package(hand_over=again, reason="Salah alamat", actor=actor),
        "package": lambda actor: package_file(actor, sent.pk),
        "view": lambda actor: matter_view(actor, studied.pk),
        "report": lambda actor: report_view(actor, studied.report_id),
        "open": lambda actor: open_matter(report=report, actor=actor),
    }


ACTOR_OF = {"acknowledge": "bkn_officer", "return": "bkn_officer", "close": "commissioner"}


@pytest.mark.parametrize(
    "name", ["start_study", "close", "forward", "acknowledge", "return", "package", "view", "report", "open"]
)
def test_each_act_is_refused_to_who_has_an_interest_and_done_by_who_has_none(cast: Cast, name: str) -> None:
    act, actor = acts(cast)[name], getattr(cast, ACTOR_OF.get(name, "staff"))
    before = User.objects.get(pk=actor.user_id).name
    rename(actor, NAME)
    with pytest.raises(StepAside):
        act(actor)
    rename(actor, before)
    assert act(actor) is not None


def test_the_custodian_with_an_interest_reads_no_reporter(cast: Cast) -> None:
    matter = cast.matter()
    identity = Identity.objects.select_related("report").get(report=matter.report)
    ask = {"identity": identity, "secret": PASSPHRASE, "reason": "Melengkapi berkas perkara", "actor": cast.custodian}
    ask["ground"] = OpeningGround.COMPLETION
    rename(cast.custodian, NAME)
    with pytest.raises(StepAside):
        open_identity(**ask)
    assert not AuditEntry.objects.filter(action="identity.open").exists()
    rename(cast.custodian, "Edelweis Contohwati")
    assert open_identity(**ask).name


def test_who_steps_aside_can_only_give_the_matter_away(cast: Cast) -> None:
    matter = cast.matter()
    other = granted(cast.staff, Role.BAWASLU_STAFF)
    declare(cast, cast.commissioner, matter=matter)
    view = handing_over_view(cast.commissioner, matter.pk)
    assert (view.reported, view.report, view.summary, view.steps) == ((), None, "", ())
    assert view.acts == ("assign",)
    assign(matter=matter, handler=other, reason="Menyingkir", actor=cast.commissioner)
    assert Matter.objects.get(pk=matter.pk).handler == other
    assert handing_over_view(cast.staff, matter.pk).acts == ()


def test_nobody_with_an_interest_is_given_the_matter_or_asked_to_give_it_away(cast: Cast) -> None:
    matter = cast.matter()
    staff, chair = granted(cast.staff, Role.BAWASLU_STAFF), granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    Matter.objects.filter(pk=matter.pk).update(handler=None)
    matter.refresh_from_db()
    assert {staff, chair} <= set(possible_handlers(cast.commissioner, matter))
    assert possible_assigners(matter) == (chair,)
    declare(cast, cast.staff, matter=matter)
    declare(cast, cast.commissioner, matter=matter)
    assert {staff, chair}.isdisjoint(possible_handlers(cast.commissioner, matter))
    assert possible_assigners(matter) == ()
    with pytest.raises(Conflict):
        assign(matter=matter, handler=staff, actor=cast.commissioner)


def test_the_member_of_the_plenary_with_an_interest_steps_aside_and_the_record_says_so(cast: Cast) -> None:
    sits = granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    second = person(cast.bawaslu, Role.BAWASLU_COMMISSIONER)
    aside = granted(second, Role.BAWASLU_COMMISSIONER)
    third = granted(person(cast.bawaslu, Role.BAWASLU_COMMISSIONER), Role.BAWASLU_COMMISSIONER)
    decided = cast.in_plenary()
    assert set(plenary(decided)[0]) == {sits, aside, third}
    told = AuditEntry.objects.get(action="matter.hold_plenary", object_id=decided.pk).data
    assert told["aside"] == []
    running = pair(cast)
    declare(cast, second, Tie.SPOUSE, pair=running)
    assert (set(plenary(decided)[0]), plenary(decided)[1]) == ({sits, third}, (aside,))
    with pytest.raises((StepAside, Conflict)):
        held(decided, second)
    later = cast.in_plenary()
    told = AuditEntry.objects.get(action="matter.hold_plenary", object_id=later.pk).data
    assert told["aside"] == [str(aside.pk)]


def test_who_may_declare_what(cast: Cast) -> None:
    matter, running = cast.matter(), pair(cast)
    for actor in (*cast.outsiders, cast.province_staff, cast.bkn_officer, cast.custodian):
        with pytest.raises(Forbidden):
            declare(cast, cast.staff, matter=matter, by=actor)
    row = declare(cast, cast.staff, by=cast.commissioner, pair=running)
    assert row.by_office
    with pytest.raises(Forbidden):
        end_interest(interest=row, until_on=DAY, reason="Tidak benar", actor=cast.staff)
    assert visible(cast.staff, DeclaredInterest).count() == 1
    assert not visible(cast.custodian, DeclaredInterest).exists()
    assert not visible(cast.province_staff, DeclaredInterest).exists()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("source", {"source": " "}),
        ("until_on", {"until_on": date(2024, 9, 1)}),
        ("tie", {"tie": Tie.GAVE_ORDER}),
        ("pair", {"pair": None}),
        ("holder_name", {"holder_name": "Tanpa instansi"}),
    ],
)
def test_a_declaration_that_is_not_whole_is_refused(cast: Cast, field: str, changes: dict[str, Any]) -> None:
    user = User.objects.get(pk=str(cast.staff.user_id))
    given: dict[str, Any] = {
        "organisation": cast.bawaslu,
        "user": user,
        "tie": Tie.SIBLING,
        "from_on": date(2024, 9, 22),
        "source": "pernyataan",
        "pair": pair(cast),
        "actor": cast.staff,
    }
    with pytest.raises(BadInput) as caught:
        declare_interest(**given | changes)
    assert caught.value.field == field
    assert not DeclaredInterest.objects.exists()
    assert declare_interest(**given).pk


def test_a_successor_with_an_interest_takes_over_nothing(cast: Cast) -> None:
    matter = cast.matter()
    leaving, successor = granted(cast.staff, Role.BAWASLU_STAFF), granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    declared = declare(cast, cast.commissioner, matter=matter)
    move = {"leaving": leaving, "successor": successor, "reason": "Pindah tugas", "today": DAY, "actor": cast.staff}
    with pytest.raises(Conflict) as caught:
        hand_over(**move)
    assert (caught.value.code, matter.number in str(caught.value)) == ("successor_interest", True)
    assert Matter.objects.get(pk=matter.pk).handler == leaving
    end_interest(interest=declared, until_on=date(2024, 11, 21), reason="Keliru", actor=cast.commissioner)
    assert hand_over(**move).total == 1


def test_an_interest_is_forgotten_two_years_after_it_ended_and_not_while_it_holds(cast: Cast) -> None:
    ended, holds = declare(cast, cast.staff, pair=pair(cast)), declare(cast, cast.commissioner, pair=pair(cast))
    end_interest(interest=ended, until_on=DAY, reason="Selesai", actor=cast.staff)
    early, late = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)
    assert forget_interests(early, dry_run=False) == 0
    assert forget_interests(late, dry_run=True) == 1
    assert DeclaredInterest.objects.count() == 2
    assert forget_interests(late, dry_run=False) == 1
    assert list(DeclaredInterest.objects.all()) == [holds]


def test_equal_names_alone_are_told_as_such(cast: Cast) -> None:
    matter = cast.matter()
    rename(cast.staff, NAME)
    user = User.objects.get(pk=str(cast.staff.user_id))
    (found,) = interests_of(user, matter_facts(matter))
    assert (found.tie, found.by_name) == (Tie.REPORTED, True)
