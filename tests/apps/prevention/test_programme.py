"""Plans and their parts: what may be done to an activity when, by whom, and what stays of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from django.conf import settings

sys.path.insert(0, str(Path(__file__).parent))

from upload_cast import office_file, picture

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_file import add_file, content_of, remove_file
from sinetra.apps.prevention.actions.add_part import add_commitment, add_delegate, remove_part, settle_commitment
from sinetra.apps.prevention.actions.confirm_activity import confirm_activity
from sinetra.apps.prevention.actions.end_activity import cancel_activity, mark_as_held
from sinetra.apps.prevention.actions.invite_units import add_units, issue_letter
from sinetra.apps.prevention.actions.plan_activity import ActivityDraft, plan_activity
from sinetra.apps.prevention.actions.store_programme import ProgrammeDraft, store_programme
from sinetra.apps.prevention.actions.store_session import SessionDraft, store_session
from sinetra.apps.prevention.actions.write_minutes import write_minutes
from sinetra.apps.prevention.demo.programme import load_programme
from sinetra.apps.prevention.models import (
    Activity,
    ActivityFile,
    ActivityUnit,
    Attendance,
    Commitment,
    InvitationLetter,
    Programme,
)
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.prevention.selectors import programmes
from sinetra.apps.prevention.selectors.signatories import signatories
from sinetra.apps.registry.models import Unit
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.documents.letter import letter_from, letter_pdf
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.blobs import blob_store
from sinetra.ports.clock import legal_clock

pytestmark = pytest.mark.django_db
People = Callable[[str], Actor]
TODAY = date(2024, 11, 22)


@pytest.fixture
def city(city: None) -> People:
    return lambda username: actor_of(User.objects.get(username=username), legal_clock().today())


@pytest.fixture
def officer(city: People) -> Actor:
    return city("petugas.bkpsdm")


@pytest.fixture
def loaded(officer: Actor) -> Actor:
    load_programme()
    return officer


def plan(actor: Actor, **told: object) -> Activity:
    more = {"kind": Activity.Kind.SOCIALISATION, "title": "Sosialisasi", "programme": None, "region": None}
    return plan_activity(draft=ActivityDraft(**({"starts_on": TODAY} | more | told)), actor=actor)  # type: ignore[arg-type]


def test_a_meeting_of_several_days_has_a_session_each_day(officer: Actor) -> None:
    row = plan(officer, duration_days=3, starts_at=time(9), ends_at=time(12), venue="Aula")
    days = [(session.place, session.day, session.venue) for session in row.sessions.order_by("place")]
    assert days == [(n, date(2024, 11, 21 + n), "Aula") for n in (1, 2, 3)]
    assert row.state == Activity.State.PLANNED


def test_a_visit_stops_at_several_places_in_one_day_and_the_same_list_is_given_back(loaded: Actor) -> None:
    visit = Activity.objects.get(kind=Activity.Kind.VISIT)
    stops = list(visit.sessions.order_by("starts_at"))
    assert [(str(stop.starts_at), stop.unit and stop.unit.code) for stop in stops] == [
        ("08:30:00", "DISKOMINFO"),
        ("10:15:00", "DISPORA"),
        ("13:30:00", "DPUTR"),
    ]
    assert {stop.day for stop in stops} == {date(2024, 11, 12)}
    assert visit.state == Activity.State.HELD


def test_the_invented_programme_is_loaded_once(loaded: Actor) -> None:
    before = (Programme.objects.count(), Activity.objects.count(), AuditEntry.objects.count())
    load_programme()
    assert before == (Programme.objects.count(), Activity.objects.count(), AuditEntry.objects.count())
    assert before[:2] == (1, 3)
    assert all(row.region_id == "99.71" for row in Activity.objects.all())


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"title": "  "}, "title"),
        ({"duration_days": 0}, "duration_days"),
        ({"duration_days": 32}, "duration_days"),
        ({"starts_at": time(10), "ends_at": time(10)}, "ends_at"),
        ({"ends_at": time(10)}, "ends_at"),
    ],
)
def test_a_plan_that_makes_no_sense_names_its_field(officer: Actor, told: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as error:
        plan(officer, **told)
    assert error.value.field == field
    assert not Activity.objects.exists()


def test_an_activity_lies_inside_its_programme(officer: Actor) -> None:
    draft = ProgrammeDraft(title="Tahun 2025", starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31))
    year = store_programme(draft=draft, actor=officer)
    assert year.election == ""
    with pytest.raises(BadInput, match="di luar program"):
        plan(officer, programme=year)
    assert plan(officer, programme=year, starts_on=date(2025, 12, 31)).programme == year


@pytest.mark.parametrize(
    ("change", "field"),
    [({"title": ""}, "title"), ({"ends_on": date(2024, 1, 1)}, "ends_on"), ({"election": "pilkada_1900"}, "election")],
)
def test_a_programme_that_makes_no_sense_names_its_field(officer: Actor, change: dict[str, object], field: str) -> None:
    told = {"title": "Program", "starts_on": TODAY, "ends_on": TODAY} | change
    with pytest.raises(BadInput) as error:
        store_programme(draft=ProgrammeDraft(**told), actor=officer)  # type: ignore[arg-type]
    assert error.value.field == field


@pytest.mark.parametrize("username", ["humas", "ppk", "inspektorat", "admin", "auditor.bkn", "orang.luar", "pleno"])
def test_who_does_not_organise_changes_nothing(username: str, loaded: Actor, city: People) -> None:
    other = city(username)
    row = Activity.objects.get(title__startswith="Sosialisasi")
    commitment = Commitment.objects.order_by("id")[0]
    before = AuditEntry.objects.count()
    acts: list[Callable[[], object]] = [
        lambda: plan(other),
        lambda: store_programme(draft=ProgrammeDraft(title="x", starts_on=TODAY, ends_on=TODAY), actor=other),
        lambda: cancel_activity(activity=row, reason="x", actor=other),
        lambda: mark_as_held(activity=row, actor=other),
        lambda: store_session(activity=row, draft=SessionDraft(day=TODAY), actor=other),
        lambda: add_delegate(activity=row, role="x", name="", actor=other),
        lambda: settle_commitment(commitment=commitment, done_on=TODAY, actor=other),
        lambda: remove_part(part=commitment, actor=other),
        lambda: write_minutes(activity=row, text="x", actor=other),
        lambda: add_units(activity=row, units=[], actor=other),
        lambda: add_file(activity=row, kind=ActivityFile.Kind.PHOTO, name="a", content=picture(), actor=other),
        lambda: confirm_activity(activity=row, corrections={}, reason="", actor=other),
    ]
    for act in acts:
        with pytest.raises(Forbidden):
            act()
    assert AuditEntry.objects.count() == before


def test_an_organiser_elsewhere_neither_sees_nor_changes_it(loaded: Actor, city: People) -> None:
    other = city("staf.bawaslu")
    row = Activity.objects.order_by("id")[0]
    with pytest.raises(Forbidden):
        cancel_activity(activity=row, reason="x", actor=other)
    for model in (Activity, Programme, Commitment, InvitationLetter, ActivityUnit, ActivityFile):
        assert not visible(other, model).exists()  # type: ignore[type-var]
        assert not visible(PUBLIC, model).exists()  # type: ignore[type-var]
    with pytest.raises(NotFound):
        programmes.programme(other, Programme.objects.get().pk)


def test_held_only_from_its_day_on_and_cancelled_only_with_a_reason(officer: Actor) -> None:
    coming = plan(officer, starts_on=date(2024, 11, 23))
    with pytest.raises(Conflict):
        mark_as_held(activity=coming, actor=officer)
    with pytest.raises(BadInput):
        cancel_activity(activity=coming, reason=" ", actor=officer)
    cancel_activity(activity=coming, reason="Banjir", actor=officer)
    assert (coming.state, coming.cancel_reason) == (Activity.State.CANCELLED, "Banjir")
    for act in (
        lambda: cancel_activity(activity=coming, reason="lagi", actor=officer),
        lambda: add_delegate(activity=coming, role="x", name="", actor=officer),
        lambda: store_session(activity=coming, draft=SessionDraft(day=TODAY), actor=officer),
    ):
        with pytest.raises(Conflict):
            act()
    today = mark_as_held(activity=plan(officer), actor=officer)
    assert rows_of.counted(officer).get() == today


def test_a_session_that_somebody_came_to_is_not_removed(officer: Actor) -> None:
    row = plan(officer, duration_days=2)
    first, second = row.sessions.order_by("place")
    Attendance.objects.create(
        organisation_id=row.organisation_id,
        activity=row,
        session=first,
        name="Contoh",
        name_key="contoh",
        way="list",
        came_at=legal_clock().now(),
    )
    with pytest.raises(Conflict):
        remove_part(part=first, actor=officer)
    remove_part(part=second, actor=officer)
    assert row.sessions.get() == first


def test_a_session_is_on_no_day_before_the_activity(officer: Actor) -> None:
    with pytest.raises(BadInput) as error:
        store_session(activity=plan(officer), draft=SessionDraft(day=date(2024, 11, 21)), actor=officer)
    assert error.value.field == "day"


def test_overdue_commitments_are_open_until_they_are_done(officer: Actor) -> None:
    row = plan(officer)
    late = add_commitment(activity=row, text="Poster", owner="Kadis", due_on=date(2024, 11, 20), actor=officer)
    add_commitment(activity=row, text="Nanti", owner="Kadis", due_on=date(2025, 1, 20), actor=officer)
    assert list(rows_of.open_commitments(officer, TODAY)) == [late]
    settle_commitment(commitment=late, done_on=TODAY, actor=officer)
    assert not rows_of.open_commitments(officer, TODAY).exists()
    settle_commitment(commitment=late, done_on=None, actor=officer)
    assert list(rows_of.open_commitments(officer, TODAY)) == [late]
    cancel_activity(activity=row, reason="x", actor=officer)
    assert not rows_of.open_commitments(officer, TODAY).exists()


def test_slower_writers_of_minutes_learn_that_they_were_slower(officer: Actor) -> None:
    row = plan(officer)
    stale = Activity.objects.get(pk=row.pk)
    write_minutes(activity=row, text="Pertama", actor=officer)
    with pytest.raises(Conflict):
        write_minutes(activity=stale, text="Kedua", actor=officer)
    assert Activity.objects.get(pk=row.pk).minutes == "Pertama"


# Invitations


def test_a_unit_is_chosen_once_and_units_of_others_are_passed_over(officer: Actor) -> None:
    row = plan(officer)
    own = list(Unit.objects.filter(organisation_id=officer.office)[:3])
    foreign = Unit.objects.exclude(organisation_id=officer.office)[0]
    assert add_units(activity=row, units=[own[0].pk, own[1].pk, foreign.pk], actor=officer) == 2
    assert add_units(activity=row, units=[unit.pk for unit in own], actor=officer) == 1
    assert row.invited_units.count() == 3


def test_a_letter_says_who_acts_and_stays_as_it_was_issued(loaded: Actor) -> None:
    letter = InvitationLetter.objects.get()
    assert letter.content["signatory_office"] == "Pjs Wali Kota Cendana"
    assert letter.content["exercise"] == "LATIHAN"
    assert letter.content["sittings"][0]["hours"] == "13.00–16.00 WIB"
    rows = list(ActivityUnit.objects.filter(letter=letter))
    assert len(rows) == 5
    assert all(row.invited_at for row in rows)
    before = letter_pdf(letter_from(letter.content), ["Kecamatan"])
    meeting = letter.activity
    draft = SessionDraft(day=date(2024, 11, 25), starts_at=time(7), venue="Tempat lain")
    store_session(activity=meeting, draft=draft, actor=loaded, session=meeting.sessions.order_by("place")[0])
    letter.refresh_from_db()
    assert letter_pdf(letter_from(letter.content), ["Kecamatan"]) == before
    with pytest.raises(Conflict):
        remove_part(part=rows[0], actor=loaded)


@pytest.mark.parametrize(
    ("day", "office"),
    [(date(2024, 9, 24), "Wali Kota Cendana"), (date(2024, 9, 25), "Pjs Wali Kota Cendana"),
     (date(2024, 11, 23), "Pjs Wali Kota Cendana"), (date(2024, 11, 24), "Wali Kota Cendana")],
)  # fmt: skip
def test_who_signs_is_who_holds_the_office_on_the_day_of_the_letter(officer: Actor, day: date, office: str) -> None:
    assert signatories(officer.office, day)[HeldRoleName.REGIONAL_HEAD].office == office


def test_a_letter_needs_a_number_of_its_own_a_signatory_and_units(officer: Actor) -> None:
    row = plan(officer)
    who = Signatory(name="Contoh", title="Plh. Sekretaris Daerah")

    def issue(number: str = "1", signatory: Signatory = who) -> InvitationLetter:
        return issue_letter(activity=row, number=number, dated_on=TODAY, signatory=signatory, actor=officer)

    with pytest.raises(Conflict):
        issue()
    add_units(activity=row, units=[Unit.objects.filter(organisation_id=officer.office)[0].pk], actor=officer)
    for wrong in (lambda: issue(" "), lambda: issue("1", Signatory(name="", title="x"))):
        with pytest.raises(BadInput):
            wrong()
    issue("1")
    add_units(activity=row, units=list(Unit.objects.values_list("pk", flat=True)), actor=officer)
    with pytest.raises(BadInput) as error:
        issue("1")
    assert error.value.field == "number"


# What the press told


def test_confirming_keeps_the_words_of_the_press_and_what_was_corrected(person: People) -> None:
    officer = person("petugas.bkpsdm")
    row = Activity.objects.get(title__startswith="Pemkot Jambi")
    assert row not in rows_of.counted(officer)
    with pytest.raises(Conflict):
        add_delegate(activity=row, role="x", name="", actor=officer)
    with pytest.raises(BadInput) as error:
        confirm_activity(activity=row, corrections={"participants": 118}, reason="", actor=officer)
    assert error.value.field == "reason"
    said = row.facts_from["participants_count"]
    given = {"participants": 118, "participants_approximate": False, "starts_on": date(2024, 10, 8), "title": row.title}
    confirm_activity(activity=row, corrections=given, reason="Menurut daftar hadir.", actor=officer)
    row.refresh_from_db()
    assert (row.participants, str(row.starts_on), row.confirmed_by_id) == (118, "2024-10-08", officer.user_id)
    assert row.facts_from["participants_count"] == said
    assert row.corrections == [
        {"field": "starts_on", "was": "", "now": "2024-10-08"},
        {"field": "participants", "was": "120", "now": "118"},
        {"field": "participants_approximate", "was": "True", "now": "False"},
    ]
    assert not row.known_from_press_only
    assert row in rows_of.counted(officer)
    with pytest.raises(Conflict):
        confirm_activity(activity=row, corrections={}, reason="", actor=officer)


@pytest.mark.parametrize("username", ["humas", "ppk", "inspektorat", "staf.bawaslu"])
def test_who_only_reads_the_press_confirms_nothing(username: str, person: People) -> None:
    row = Activity.objects.get(title__startswith="Pemkot Jambi")
    with pytest.raises(Forbidden):
        confirm_activity(activity=row, corrections={}, reason="", actor=person(username))
    assert Activity.objects.get(pk=row.pk).known_from_press_only


# Files


def test_a_file_is_sealed_and_removing_it_removes_it(officer: Actor) -> None:
    row = plan(officer)
    content = office_file("word")
    kind = ActivityFile.Kind.MATERIAL
    one, two = (add_file(activity=row, kind=kind, name="a.docx", content=content, actor=officer) for _ in range(2))
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    assert content not in store.get(one.blob)
    assert content_of(one) == content_of(two) == content
    assert one.blob != two.blob, "so that one can go without the other"
    remove_file(row=one, actor=officer)
    assert not store.exists(one.blob)
    assert content_of(two) == content


def test_only_who_organises_sees_files(officer: Actor, city: People) -> None:
    made = add_file(
        activity=plan(officer), kind=ActivityFile.Kind.PHOTO, name="a.jpg", content=picture(), actor=officer
    )
    assert rows_of.file(city("tim.netralitas"), made.pk) == made
    for username in ("humas", "ppk", "inspektorat", "staf.bawaslu", "admin"):
        with pytest.raises(NotFound):
            rows_of.file(city(username), made.pk)
