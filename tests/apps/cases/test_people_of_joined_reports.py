"""Who is named only in a report that was joined is one of those reported in the matter, at a place that stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from clarification_cast import invited, session
from joined_cast import joined, second
from letter_cast import ENTRIES
from report_cast import NAME, Cast

from casework_rows import held, registered, studied
from sinetra.apps.base.viewing import viewing
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.discard_letter import discard_letter
from sinetra.apps.cases.actions.issue_document import issue_letter
from sinetra.apps.cases.actions.set_letter_house import House
from sinetra.apps.cases.actions.write_letter import rewrite_letter, write_letter
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.models import IssuedDocument, Matter, Track
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.parcels import content_of, reported_of
from sinetra.apps.cases.routing import told_on
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.studies import last_study, opened
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Report
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db
ALSO, THIRD = "Kenanga Contohwati", "Cempaka Contohwan"


def naming(*names: str | None) -> Report:
    people = [{"role": "camat", "name": name, "unit": None} for name in names]
    return second(reported=people)[1]


def names(matter: Matter) -> list[str | None]:
    return [person["name"] for person in reported_of(Matter.objects.get(pk=matter.pk))]


def with_two(cast: Cast) -> tuple[Matter, Report]:
    """Registered; the second of those reported is named only in the report that was joined."""
    matter = registered(cast.matter(), cast.staff)
    report = joined(cast, naming(ALSO), matter)
    return Matter.objects.get(pk=matter.pk), report


def test_each_is_listed_once_behind_those_of_the_first_report_in_the_order_of_joining(cast: Cast) -> None:
    matter = cast.matter()
    joined(cast, naming(THIRD, NAME.upper(), None), matter)
    joined(cast, naming(ALSO, f" {THIRD} "), matter)
    assert names(matter) == [NAME, THIRD, ALSO]
    with viewing(cast.staff, page="matter", target=matter.pk):
        assert [one["name"] for one in matter_view(cast.staff, matter.pk).reported] == [NAME, THIRD, ALSO]


def test_a_matter_of_the_office_itself_learns_who_it_is_about(cast: Cast) -> None:
    matter, report = with_two(cast)
    matter.report = None
    assert [one["name"] for one in reported_of(matter)] == [ALSO]
    assert reported_of(matter, without=report) == []


def test_where_nobody_is_known_yet_somebody_without_a_name_is_kept(cast: Cast) -> None:
    matter = cast.matter(reported=[])
    joined(cast, naming(None), matter)
    joined(cast, naming(None, ALSO), matter)
    assert names(matter) == [None, ALSO]


def test_who_is_named_only_there_is_studied_invited_and_handed_over(cast: Cast) -> None:
    matter, _report = with_two(cast)
    act.summon(matter=matter, invited=invited(person=1), session=session(), actor=cast.staff)
    studied(matter, cast.staff)
    study = last_study(matter)
    assert study is not None
    assert len(opened(study).facts["people"]) == 2
    row = act.forward(matter=held(matter, cast.commissioner), to=cast.bkn, summary="Ringkasan.", actor=cast.staff)
    assert [one["name"] for one in content_of(row)["reported"]] == [NAME, ALSO]


def test_a_letter_without_names_holds_none_of_a_joined_report_either(cast: Cast, house: House) -> None:
    matter = cast.matter()
    draft = Draft(entries=ENTRIES["receipt"] | {"evidence": f"Foto {ALSO.lower()}"})
    report = naming(ALSO)
    row = write_letter(matter=matter, form="receipt", draft=draft, actor=cast.staff)
    discard_letter(document=row, version=row.version, actor=cast.staff)
    joined(cast, report, matter)
    with pytest.raises(BadInput) as caught:
        write_letter(matter=matter, form="receipt", draft=draft, actor=cast.staff)
    assert caught.value.field == "evidence"


def test_a_draft_without_names_gets_no_number_once_somebody_named_in_it_is_reported(cast: Cast, house: House) -> None:
    matter = cast.matter()
    given = Draft(entries=ENTRIES["receipt"] | {"evidence": f"Foto {ALSO}"})
    row = write_letter(matter=matter, form="receipt", draft=given, actor=cast.staff)
    joined(cast, naming(ALSO), matter)
    row.matter.refresh_from_db()
    with pytest.raises(BadInput) as caught:
        issue_letter(document=row, version=row.version, actor=cast.staff)
    assert caught.value.field == "evidence"
    rewritten = rewrite_letter(
        document=row, version=row.version, draft=Draft(entries=ENTRIES["receipt"]), actor=cast.staff
    )
    assert issue_letter(document=rewritten, version=rewritten.version, actor=cast.staff).number


def invite(matter: Matter, cast: Cast, place: int) -> None:
    act.summon(matter=matter, invited=invited(person=place), session=session(), actor=cast.staff)


def study(matter: Matter, cast: Cast, place: int) -> None:
    studied(matter, cast.staff)


def draft(matter: Matter, cast: Cast, place: int) -> None:
    given = Draft(entries=ENTRIES["summons"], person=place)
    write_letter(matter=matter, form="summons", draft=given, actor=cast.staff)


@pytest.mark.parametrize("use", [invite, study, draft])
def test_a_report_stays_once_somebody_named_only_there_was_taken_up(
    cast: Cast, house: House, use: Callable[[Matter, Cast, int], None]
) -> None:
    matter, report = with_two(cast)
    use(matter, cast, 1)
    with pytest.raises(Conflict) as caught:
        act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    assert caught.value.code == "places_used"
    report.refresh_from_db()
    assert report.joined_to == matter


@pytest.mark.parametrize("use", [invite, draft])
def test_a_report_leaves_while_only_others_were_taken_up(
    cast: Cast, house: House, use: Callable[[Matter, Cast, int], None]
) -> None:
    matter, report = with_two(cast)
    use(matter, cast, 0)
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    assert names(matter) == [NAME]


def test_of_one_who_invites_and_one_who_separates_at_the_same_moment_the_second_is_told(cast: Cast) -> None:
    matter, report = with_two(cast)
    seen = Report.objects.select_related("organisation", "joined_to").get(pk=report.pk)
    invite(matter, cast, 0)
    with pytest.raises(Conflict):
        act.separate_report(report=seen, reason="Lain peristiwa.", actor=cast.staff)
    fresh = Report.objects.select_related("organisation", "joined_to").get(pk=report.pk)
    matter = Matter.objects.get(pk=matter.pk)
    act.separate_report(report=fresh, reason="Lain peristiwa.", actor=cast.staff)
    with pytest.raises(Conflict):
        invite(matter, cast, 0)


def test_a_report_that_came_after_the_study_leaves(cast: Cast) -> None:
    matter = registered(cast.matter(), cast.staff)
    studied(matter, cast.staff)
    report = joined(cast, naming(ALSO), matter)
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)
    assert names(matter) == [NAME]


def test_a_report_stays_while_somebody_of_a_later_one_would_take_another_place(cast: Cast) -> None:
    matter, first = with_two(cast)
    later = joined(cast, naming(THIRD), matter)
    matter.refresh_from_db()
    invite(matter, cast, 2)
    with pytest.raises(Conflict) as caught:
        act.separate_report(report=first, reason="Lain peristiwa.", actor=cast.staff)
    assert caught.value.code == "places_used"
    assert names(matter) == [NAME, ALSO, THIRD], later


def test_a_draft_that_was_discarded_keeps_no_report(cast: Cast, house: House) -> None:
    matter, report = with_two(cast)
    draft(matter, cast, 1)
    row = IssuedDocument.objects.get(matter=matter)
    discard_letter(document=row, version=row.version, actor=cast.staff)
    act.separate_report(report=report, reason="Lain peristiwa.", actor=cast.staff)


def test_the_plenary_decides_on_nobody_whom_the_study_does_not_know(cast: Cast) -> None:
    matter = registered(cast.matter(), cast.staff)
    studied(matter, cast.staff)
    joined(cast, naming(ALSO), matter)
    matter.refresh_from_db()
    for decision in (Decision.PROVEN, Decision.NOT_PROVEN):
        with pytest.raises(Conflict) as caught:
            held(matter, cast.commissioner, decision=decision)
        assert caught.value.code == "study_knows_fewer"
    studied(matter, cast.staff)
    matter.refresh_from_db()
    assert held(matter, cast.commissioner, decision=Decision.NOT_PROVEN).state == State.PLENARY


def test_more_statements_are_asked_for_before_the_study_knows_everybody(cast: Cast) -> None:
    matter = registered(cast.matter(), cast.staff)
    studied(matter, cast.staff)
    joined(cast, naming(ALSO), matter)
    matter.refresh_from_db()
    asked = held(matter, cast.commissioner, decision=Decision.MORE_STATEMENTS)
    assert asked.state == State.CLARIFICATION


def test_a_report_after_the_study_changes_nothing_of_what_it_says_of_the_others(cast: Cast) -> None:
    matter = registered(cast.matter(reported=[{"role": "other", "name": NAME, "unit": None}]), cast.staff)
    studied(matter, cast.staff, status="village_head")
    joined(cast, naming(ALSO), matter)
    track = Track(matter=Matter.objects.get(pk=matter.pk), kind="discipline", subject="pns")
    told = told_on(track, casework().routes.routes[0])
    assert [one["name"] for one in told["reported"]] == [ALSO], "a head of a village is no civil servant"
