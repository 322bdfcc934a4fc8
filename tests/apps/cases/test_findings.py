"""Initial information is traced, told in a supervision report, and made a finding by the plenary, on its own clock."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from report_cast import FILED_AT, NAME, Cast, content, person

from casework_rows import studied
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.actions import (
    close,
    open_matter,
    record_information,
    register,
    report_tracing,
    set_finding,
    start_study,
)
from sinetra.apps.cases.models import Clock, Matter, SupervisionReport
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import MatterKind, Outcome, State
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.law_clock import Regime
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
TEXT = "Di Lapangan Contoh terlihat Teratai Contohsari membagikan stiker."
FOUND: dict[str, Any] = {"text": TEXT, "found_on": date(2024, 11, 22)}


def traced(cast: Cast, **changes: Any) -> Matter:
    report = cast.report(channel="initial_information", reporter=None, **changes)
    matter = open_matter(report=report, actor=cast.staff, at=FILED_AT)
    return start_study(matter=matter, actor=cast.staff, at=FILED_AT)


def running(matter: Matter) -> dict[str, date]:
    return {clock.rule: clock.due_on for clock in Clock.objects.filter(matter=matter, done_at=None)}


def test_from_information_to_a_registered_finding(cast: Cast) -> None:
    matter = traced(cast)
    assert running(matter) == {"pilkada.tracing": date(2024, 11, 29)}
    report_tracing(matter=matter, actor=cast.staff, at=FILED_AT, **FOUND)
    assert matter.state == State.SUPERVISION_REPORT
    assert running(matter) == {"pilkada.finding": date(2024, 11, 29)}, "seven days since it was found"
    assert matter_view(cast.staff, matter.pk).traced == TEXT
    assert matter_view(cast.staff, matter.pk).acts == (), "the plenary decides"
    assert matter_view(cast.commissioner, matter.pk).acts == ("set_finding", "close", "assign")
    set_finding(matter=matter, reason="Berita acara 2", actor=cast.commissioner, at=FILED_AT)
    assert (matter.state, matter.kind) == (State.FINDING, MatterKind.FINDING)
    assert running(matter) == {"pilkada.registration": date(2024, 11, 23)}
    register(matter=matter, actor=cast.staff, at=FILED_AT)
    assert (matter.register_number, matter.registered_on) == ("001/REG/2024", date(2024, 11, 22))
    # UU 8/2015 art. 134(5) counts from receipt; a finding is received by nobody, so from its registration.
    assert running(matter) == {"pilkada.study": date(2024, 11, 25)}


def test_in_a_general_election_the_days_are_those_of_uu_7_2017(cast: Cast) -> None:
    matter = traced(cast)
    Matter.objects.filter(pk=matter.pk).update(regime=Regime.PEMILU, election="pemilu_2024")
    matter = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    at = datetime.fromisoformat("2024-01-19T09:00+07:00")
    report_tracing(matter=matter, text=TEXT, found_on=date(2024, 1, 19), actor=cast.staff, at=at)
    # Seven working days after Friday, 19 January 2024.
    assert running(matter)["pemilu.finding"] == date(2024, 1, 30)


def test_without_a_suspicion_the_plenary_can_only_close_it(cast: Cast) -> None:
    matter = traced(cast)
    report_tracing(matter=matter, text="Tidak ditemukan.", found_on=None, actor=cast.staff, at=FILED_AT)
    assert running(matter) == {}
    assert matter_view(cast.commissioner, matter.pk).acts == ("close", "assign")
    with pytest.raises(Conflict) as caught:
        set_finding(matter=matter, actor=cast.commissioner)
    assert caught.value.code == "no_suspicion"
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert matter_view(cast.staff, matter.pk).reported == ()


def test_a_supervision_report_has_words_and_no_day_to_come(cast: Cast) -> None:
    matter = traced(cast)
    for given, field in (({"text": " "}, "text"), ({"found_on": date(2024, 11, 23)}, "found_on")):
        with pytest.raises(BadInput) as caught:
            report_tracing(matter=matter, actor=cast.staff, at=FILED_AT, **(FOUND | given))
        assert caught.value.field == field
    assert not SupervisionReport.objects.exists()


def test_what_was_seen_is_kept_sealed_and_only_the_plenary_makes_a_finding_of_it(cast: Cast) -> None:
    matter = traced(cast)
    written = report_tracing(matter=matter, actor=cast.staff, at=FILED_AT, **FOUND)
    assert b"Teratai" not in bytes(written.text_sealed)
    with pytest.raises(Forbidden):
        set_finding(matter=matter, actor=cast.staff)


def test_what_supervisors_saw_themselves_is_a_matter_at_once_and_no_report(cast: Cast) -> None:
    seen = read_report(content(what=TEXT, region="99.71.01"))
    matter = record_information(organisation=cast.bawaslu, seen=seen, actor=cast.staff, at=FILED_AT)
    assert (matter.kind, matter.state, matter.report) == (
        MatterKind.INITIAL_INFORMATION,
        State.INITIAL_INFORMATION,
        None,
    )
    assert running(matter) == {"pilkada.tracing": date(2024, 11, 29)}
    assert not Report.objects.exists()
    view = matter_view(cast.staff, matter.pk)
    assert (view.summary, view.where, view.reported[0]["name"]) == (TEXT, "Lapangan Contoh", NAME)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    report_tracing(matter=matter, actor=cast.staff, at=FILED_AT, **FOUND)
    register(matter=set_finding(matter=matter, actor=cast.commissioner), actor=cast.staff)
    assert matter.register_number == "001/REG/2024"
    named = person(cast.bawaslu, Role.BAWASLU_COMMISSIONER, name=NAME)
    with pytest.raises(Conflict):
        studied(matter, named)


def test_what_was_seen_lies_in_the_region_of_the_office_and_in_the_past(cast: Cast) -> None:
    for changes, name in (
        ({"region": "99.72"}, "region"),
        ({"happened_on": "2024-11-23", "known_on": None}, "happened_on"),
    ):
        with pytest.raises(BadInput) as caught:
            seen = read_report(content(**changes))
            record_information(organisation=cast.bawaslu, seen=seen, actor=cast.staff, at=FILED_AT)
        assert caught.value.field == name
    assert not Matter.objects.exists()


def test_a_report_does_not_become_a_finding_and_information_is_not_registered(cast: Cast) -> None:
    matter = cast.matter()
    for act in (set_finding, register):
        with pytest.raises(Conflict):
            act(matter=matter, actor=cast.commissioner)
    with pytest.raises(Conflict):
        register(matter=traced(cast), actor=cast.staff)
