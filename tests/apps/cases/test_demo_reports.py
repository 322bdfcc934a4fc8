"""The invented reports of the demonstration go through the real verbs."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.conf import LazySettings

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.clarification.demo import load_clarification
from sinetra.apps.cases.clarification.reads import clarifications
from sinetra.apps.cases.demo import load_reports
from sinetra.apps.cases.letters.demo import load_letters
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.models import Clock, HandOver, IssuedDocument, Matter, NilReport, Step
from sinetra.apps.cases.selectors import due_until, inbox, waiting_for_whom
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db
PATH = ROOT / "samples" / "cendana.yaml"


def test_the_eight_reports_stand_where_the_file_says_and_loading_again_changes_nothing() -> None:
    load_cast(PATH)
    first = load_reports(PATH)
    office = Matter.objects.filter(organisation__kind="bawaslu")
    assert Report.objects.count() == 8
    states = Counter(office.values_list("state", flat=True))
    assert states == {
        "report_received": 1,
        "initial_information": 1,
        "forwarded": 1,
        "acknowledged": 2,
        "closed": 1,
    }
    staff = actor_of(User.objects.get(username="staf.bawaslu"), date(2024, 11, 22))
    bkn = actor_of(User.objects.get(username="auditor.bkn"), date(2024, 11, 22))
    assert len(inbox(staff).reports) == 2
    assert len(inbox(bkn).hand_overs) == 1
    assert len(waiting_for_whom(staff)) == 1
    assert due_until(staff, date(2024, 11, 22)), "something is due on the demonstration's day"
    own = Clock.objects.exclude(done_on=None).exclude(rule=ANSWER)
    late = [clock for clock in own if clock.done_on and clock.done_on > clock.due_on]
    assert not late, "the sample office keeps its deadlines"
    answers = Clock.objects.filter(rule=ANSWER).exclude(done_on=None)
    assert any(clock.done_on > clock.due_on for clock in answers if clock.done_on), "the other body takes its time"
    assert [(row.period, str(row.begins_on)) for row in NilReport.objects.all()] == [("month", "2024-09-01")]
    counts = [model.objects.count() for model in (Matter, HandOver, Step, Clock, AuditEntry)]
    again = load_reports(PATH)
    assert [filed.code for filed in again] == [filed.code for filed in first]
    assert [model.objects.count() for model in (Matter, HandOver, Step, Clock, AuditEntry)] == counts
    ended = {follow(filed.code).steps[-1].code for filed in first}
    assert ended == {"filed", "opened", "forwarded", "acknowledged", "closed"}


def test_real_installations_hold_no_invented_report(settings: LazySettings) -> None:
    settings.SINETRA_PROFILE = "bawaslu"
    with pytest.raises(Forbidden):
        load_reports(PATH)


def test_the_invented_matters_have_their_letters_and_loading_again_changes_nothing() -> None:
    load_cast(PATH)
    load_reports(PATH)
    made = load_letters()
    rows = IssuedDocument.objects.order_by("sequence")
    assert made == rows.count() and load_letters() == 0
    assert {row.kind for row in rows} == {"receipt", "forwarding", "clearance"}
    assert [row.dated_on for row in rows] == sorted(row.dated_on for row in rows)
    assert all(text_of(row).exercise == "LATIHAN" for row in rows)


def test_an_invented_finding_is_in_its_clarification_with_one_minute_taken_and_in_time() -> None:
    load_cast(PATH)
    load_reports(PATH)
    load_letters()
    matter = load_clarification(PATH)
    assert matter is not None and (matter.kind, matter.state) == ("finding", "clarification")
    staff = actor_of(User.objects.get(username="staf.bawaslu"), date(2024, 11, 22))
    rows = clarifications(staff, matter)
    assert [(row.whom, row.call, row.attendance) for row in rows] == [
        ("witness", 2, ""),
        ("reported", 1, "came"),
        ("witness", 1, "absent"),
    ]
    letters = IssuedDocument.objects.filter(matter=matter).order_by("sequence")
    assert [row.kind for row in letters] == ["summons", "clarification_minutes"]
    done = Clock.objects.filter(matter=matter).exclude(done_on=None)
    assert done and all(clock.done_on <= clock.due_on for clock in done if clock.done_on)
    assert due_until(staff, date(2024, 11, 30))
    counts = [model.objects.count() for model in (Matter, Step, AuditEntry)]
    assert load_clarification(PATH) is None
    assert [model.objects.count() for model in (Matter, Step, AuditEntry)] == counts
