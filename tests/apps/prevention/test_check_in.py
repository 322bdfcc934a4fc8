"""Who comes counts once, by whatever way; the register gives unit and status of the day and tells nobody."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from attendance_cast import HEAD, STRANGER, TEACHER, come, plan_session

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions import close_session as closing
from sinetra.apps.prevention.actions.check_in import check_in
from sinetra.apps.prevention.actions.close_session import close_session
from sinetra.apps.prevention.actions.issue_certificates import Signatory, issue_certificates
from sinetra.apps.prevention.actions.match_attendance import match_attendance
from sinetra.apps.prevention.actions.open_session import open_session
from sinetra.apps.prevention.actions.remove_attendance import remove_attendance
from sinetra.apps.prevention.actions.renew_participant_link import renew_participant_link
from sinetra.apps.prevention.actions.revoke_certificate import revoke_certificate
from sinetra.apps.prevention.actions.take_entries import take_entries
from sinetra.apps.prevention.entries import Said, Standing, read_entries
from sinetra.apps.prevention.links import PARTICIPANT, new_link, participant
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.apps.prevention.who import read_who
from sinetra.apps.registry.models import Person, PersonNumber, Unit
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.ids import uuid7

People = Callable[[str], Actor]
pytestmark = pytest.mark.django_db


@pytest.fixture
def session(person: People) -> ActivitySession:
    del person
    return plan_session()


def entries(session: ActivitySession, *lines: Said):
    return read_entries(session, lines)


def test_of_a_person_of_the_register_the_row_says_what_the_register_says_today(session: ActivitySession) -> None:
    row = come(session, number="19910101 202221 1 911").attendance
    assert row.person == Person.objects.get(nip=TEACHER)
    assert (row.name, row.unit_text, row.status, row.position) == (
        "Ubi Contohputra",
        "SD Negeri Cempaka Biru",
        "pppk",
        "teacher",
    )
    Person.objects.filter(nip=TEACHER).update(position="executor")
    row.refresh_from_db()
    assert row.position == "teacher", "of that day, not of today"


def test_an_earlier_number_finds_the_same_person_who_counts_once(session: ActivitySession) -> None:
    teacher = Person.objects.get(nip=TEACHER)
    earlier = PersonNumber(
        organisation=teacher.organisation, person=teacher, number="199101012020211911", until_on=date(2022, 1, 1)
    )
    with unit_of_work(SYSTEM) as work:
        work.create(earlier)
        work.record("registry.keep_number", earlier)
    assert come(session, number=earlier.number).attendance.person == teacher
    assert not come(session, number=TEACHER).is_new
    assert Attendance.objects.count() == 1


def test_the_same_person_by_number_by_name_and_by_list_is_one(session: ActivitySession, person: People) -> None:
    first = come(session, number=HEAD)
    again = come(session, name="Teratai  CONTOHSARI, S.Pd.", unit="sd negeri cempaka biru")
    assert first.is_new
    assert not again.is_new
    listed = entries(session, Said(row=2, number=HEAD), Said(row=3, name="Hj. Teratai Contohsari", unit="SD-CEMPAKA"))
    assert [entry.standing for entry in listed] == [Standing.THERE, Standing.THERE]
    taken = take_entries(session=session, entries=listed, way=Attendance.Way.LIST, actor=person("petugas.bkpsdm"))
    assert (taken.new, taken.there, taken.bad) == (0, 2, 0)
    assert Attendance.objects.count() == 1


def test_a_guest_and_a_name_without_asn_status_are_counted_by_name_and_unit(session: ActivitySession) -> None:
    for name, unit in (
        ("Melati Tamu", "Polres Cendana"),
        ("MELATI  tamu", "polres  cendana"),
        ("Melati Tamu", "Kodim"),
    ):
        come(session, name=name, unit=unit, status="polri")
    assert list(Attendance.objects.order_by("id").values_list("name", "unit_text", "is_walk_in", "status")) == [
        ("Melati Tamu", "Polres Cendana", True, "polri"),
        ("Melati Tamu", "Kodim", True, "polri"),
    ]


def test_somebody_of_the_register_without_a_number_is_found_by_name_and_unit(session: ActivitySession) -> None:
    row = come(session, name="gandaria contohputra", unit="DISPORA", status="non_asn").attendance
    assert row.person is not None
    assert (row.status, row.unit_text, row.is_walk_in) == ("non_asn", "Dinas Pemuda dan Olahraga", True)


def test_of_two_of_the_same_name_in_a_unit_the_machine_chooses_nobody(session: ActivitySession) -> None:
    school = Unit.objects.get(code="SD-CEMPAKA")
    twin = Person(organisation=school.organisation, name="Ubi Contohputra", status="non_asn", unit=school)
    with unit_of_work(SYSTEM) as work:
        work.create(twin)
        work.record("registry.store_person", twin)
    assert come(session, name="Ubi Contohputra", unit="SD-CEMPAKA").attendance.person is None


def test_a_unit_below_an_invited_one_is_invited_and_others_walk_in(session: ActivitySession) -> None:
    assert not come(session, number=TEACHER).attendance.is_walk_in
    assert come(session, number="197301011999031914").attendance.is_walk_in
    everybody = plan_session(invited=(), place=2)
    assert not come(everybody, number="197301011999031914").attendance.is_walk_in


def test_a_number_that_nobody_has_is_kept_and_the_answer_has_the_same_shape(session: ActivitySession) -> None:
    unknown, known = come(session, number=STRANGER), come(session, number=TEACHER)
    assert (unknown.is_new, bool(unknown.link)) == (known.is_new, bool(known.link))
    assert unknown.attendance.person is None
    assert unknown.attendance.number == STRANGER
    assert not come(session, number=STRANGER).is_new


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"number": "123"}, "number"),
        ({"number": "1.98501E+17"}, "number"),
        ({"number": "198513012010011007"}, "number"),
        ({"name": "Melati"}, "unit"),
        ({"name": "-- ,", "unit": "Kodim"}, "name"),
        ({}, "number"),
        ({"name": "x" * 201, "unit": "Kodim"}, "name"),
        ({"name": "Melati", "unit": "Kodim", "status": "raja"}, "status"),
    ],
)
def test_what_cannot_be_read_names_its_field(given: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as error:
        read_who(**given)
    assert error.value.field == field


def test_the_same_form_sent_twice_tells_the_link_twice_and_another_form_tells_none(session: ActivitySession) -> None:
    link = new_link(PARTICIPANT)
    assert come(session, number=TEACHER, link=link).link == link.text
    assert come(session, number=TEACHER, link=link).link == link.text
    assert come(session, number=TEACHER).link == ""
    assert participant(link.text).person == Person.objects.get(nip=TEACHER)


def test_a_form_sent_again_for_a_colleague_gives_them_a_link_of_their_own(session: ActivitySession) -> None:
    link = new_link(PARTICIPANT)
    first, second = come(session, number=TEACHER, link=link), come(session, number=HEAD, link=link)
    assert participant(first.link) == first.attendance
    assert participant(second.link) == second.attendance
    assert first.link != second.link


def test_who_stood_on_a_list_gets_the_link_at_the_first_scan(session: ActivitySession, person: People) -> None:
    take_entries(
        session=session,
        entries=entries(session, Said(row=2, number=TEACHER)),
        way=Attendance.Way.LIST,
        actor=person("petugas.bkpsdm"),
    )
    scanned = come(session, number=TEACHER)
    assert not scanned.is_new
    assert scanned.link
    assert Attendance.objects.get().way == "list"


def test_a_renewed_link_ends_the_old_one(session: ActivitySession, person: People) -> None:
    old = come(session, number=TEACHER)
    new = renew_participant_link(attendance=old.attendance, actor=person("petugas.bkpsdm"))
    assert participant(new) == old.attendance
    with pytest.raises(NotFound):
        participant(old.link)


def test_before_opening_and_after_closing_participants_cannot_check_in_and_organisers_can(person: People) -> None:
    session, officer = plan_session(state="planned"), person("petugas.bkpsdm")
    with pytest.raises(Conflict):
        come(session, number=TEACHER)
    open_session(session=session, actor=officer)
    come(session, number=TEACHER)
    close_session(session=session, actor=officer)
    assert session.closed_at is not None
    with pytest.raises(Conflict):
        come(session, number=HEAD)
    with pytest.raises(Conflict):
        open_session(session=session, actor=officer)
    paper = entries(session, Said(row=1, number=HEAD))
    assert take_entries(session=session, entries=paper, way=Attendance.Way.PAPER, actor=officer).new == 1


def test_what_hangs_on_closing_is_done_in_the_same_unit_of_work(
    session: ActivitySession, person: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(work: object, closed: ActivitySession) -> None:
        assert closed.state == "closed"
        raise Conflict("not yet")

    monkeypatch.setattr(closing, "close_tests", refuse)
    with pytest.raises(Conflict):
        close_session(session=session, actor=person("petugas.bkpsdm"))
    session.refresh_from_db()
    assert session.state == "open"


def test_a_number_is_matched_to_its_person_and_the_same_number_finds_the_row_again(
    session: ActivitySession, person: People
) -> None:
    row, teacher = come(session, number=STRANGER).attendance, Person.objects.get(nip=TEACHER)
    assert row.is_walk_in
    match_attendance(attendance=row, person=teacher, actor=person("petugas.bkpsdm"))
    row.refresh_from_db()
    assert (row.person, row.name, row.number, row.is_walk_in) == (teacher, "Ubi Contohputra", "", False)
    assert not come(session, number=STRANGER).is_new
    assert not come(session, number=TEACHER).is_new


def test_matching_to_somebody_who_is_there_already_makes_one_of_two(session: ActivitySession, person: People) -> None:
    double, kept = come(session, name="U. Contoh", unit="Sekolah"), come(session, number=TEACHER)
    found = match_attendance(
        attendance=double.attendance, person=Person.objects.get(nip=TEACHER), actor=person("petugas.bkpsdm")
    )
    assert found == kept.attendance
    assert found.came_at == double.attendance.came_at
    assert Attendance.objects.count() == 1


def test_a_certificate_follows_whoever_is_matched_so_that_they_get_no_second(
    session: ActivitySession, person: People
) -> None:
    officer, row = person("petugas.bkpsdm"), come(session, number=STRANGER, name="U. Contoh").attendance
    close_session(session=session, actor=officer)
    activity, signatory = session.activity, Signatory(name="Meranti Contohwan", title="Kepala BKPSDM")
    given = {"activity": activity, "signatory": signatory, "on": date(2024, 11, 22), "actor": officer}
    (paper,) = issue_certificates(**given)
    teacher = Person.objects.get(nip=TEACHER)
    match_attendance(attendance=row, person=teacher, actor=officer)
    assert issue_certificates(**given) == []
    row.refresh_from_db()
    assert certificate_of(row) == paper
    paper.refresh_from_db()
    assert (paper.person, paper.name) == (teacher, "U. Contoh"), "what was printed stays"
    assert not verify().problems


def test_a_certificate_under_other_words_follows_also_when_two_rows_become_one(
    session: ActivitySession, person: People
) -> None:
    officer, double = person("petugas.bkpsdm"), come(session, name="U. Contoh", unit="Sekolah").attendance
    close_session(session=session, actor=officer)
    signatory = Signatory(name="Meranti Contohwan", title="Kepala BKPSDM")
    given = {"activity": session.activity, "signatory": signatory, "on": date(2024, 11, 22), "actor": officer}
    (paper,) = issue_certificates(**given)
    listed = entries(session, Said(row=1, number=TEACHER))
    take_entries(session=session, entries=listed, way=Attendance.Way.PAPER, actor=officer)
    teacher = Person.objects.get(nip=TEACHER)
    match_attendance(attendance=double, person=teacher, actor=officer)
    paper.refresh_from_db()
    assert paper.person == teacher
    assert issue_certificates(**given) == []
    assert not verify().problems


def test_the_only_attendance_behind_a_valid_certificate_stays_until_that_is_revoked(
    session: ActivitySession, person: People
) -> None:
    officer = person("petugas.bkpsdm")
    rows = [come(session, number=TEACHER).attendance, come(session, name="Melati Tamu", unit="Kodim").attendance]
    close_session(session=session, actor=officer)
    papers = issue_certificates(
        activity=session.activity,
        signatory=Signatory(name="Meranti Contohwan", title="Kepala BKPSDM"),
        on=date(2024, 11, 22),
        actor=officer,
    )
    for row, paper in zip(rows, papers, strict=True):
        with pytest.raises(Conflict) as error:
            remove_attendance(attendance=row, reason="salah ketik", actor=officer)
        assert error.value.code == "in_use"
        revoke_certificate(certificate=paper, reason="salah ketik", actor=officer)
        remove_attendance(attendance=row, reason="salah ketik", actor=officer)
    assert not Attendance.objects.exists()


def test_of_two_sessions_one_may_go_beside_a_valid_certificate(session: ActivitySession, person: People) -> None:
    officer, row = person("petugas.bkpsdm"), come(session, name="Melati Tamu", unit="Kodim").attendance
    session.place, session.pk, session._state.adding = 2, uuid7(), True
    with unit_of_work(SYSTEM) as work:
        second = work.create(session)
        work.record("session.plan", second)
    come(second, name="melati tamu", unit="Kodim")
    for open_one in ActivitySession.objects.filter(activity=row.activity).select_related("activity"):
        close_session(session=open_one, actor=officer)
    issue_certificates(
        activity=row.activity,
        signatory=Signatory(name="Meranti Contohwan", title="Kepala BKPSDM"),
        on=date(2024, 11, 22),
        actor=officer,
    )
    remove_attendance(attendance=row, reason="salah ketik", actor=officer)
    assert Attendance.objects.get().session == second


def test_a_wrong_entry_goes_with_a_reason(session: ActivitySession, person: People) -> None:
    row = come(session, number=TEACHER).attendance
    with pytest.raises(BadInput):
        remove_attendance(attendance=row, reason=" ", actor=person("petugas.bkpsdm"))
    remove_attendance(attendance=row, reason="salah ketik NIP", actor=person("petugas.bkpsdm"))
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("username", ["humas", "ppk", "inspektorat", "admin", "staf.bawaslu", "auditor.bkn"])
def test_who_does_not_organise_here_takes_matches_and_removes_nothing(
    session: ActivitySession, person: People, username: str
) -> None:
    actor, row = person(username), come(session, number=STRANGER).attendance
    teacher = Person.objects.get(nip=TEACHER)
    listed = entries(session, Said(row=2, number=TEACHER))
    for attempt in (
        lambda: take_entries(session=session, entries=listed, way=Attendance.Way.LIST, actor=actor),
        lambda: match_attendance(attendance=row, person=teacher, actor=actor),
        lambda: remove_attendance(attendance=row, reason="x", actor=actor),
        lambda: renew_participant_link(attendance=row, actor=actor),
        lambda: close_session(session=session, actor=actor),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert Attendance.objects.count() == 1


def test_the_public_uses_its_own_ways_only(session: ActivitySession) -> None:
    with pytest.raises(Forbidden):
        check_in(session=session, who=read_who(number=TEACHER), way=Attendance.Way.PAPER, actor=PUBLIC)


def test_the_register_is_not_for_the_team_to_match_with(session: ActivitySession, person: People) -> None:
    row = come(session, number=STRANGER).attendance
    with pytest.raises(Forbidden):
        match_attendance(attendance=row, person=Person.objects.get(nip=TEACHER), actor=person("tim.netralitas"))


def test_a_list_tells_each_row_what_it_is_and_stores_what_can_be_read(session: ActivitySession, person: People) -> None:
    listed = entries(
        session,
        Said(row=2, number=TEACHER),
        Said(row=3, number="123"),
        Said(row=4, name="Melati Tamu", unit="Kodim"),
        Said(row=5, number=TEACHER),
    )
    assert [entry.standing.value for entry in listed] == ["matched", "bad", "unmatched", "there"]
    assert listed[1].problem is not None
    assert "baris 3" in listed[1].problem.text()
    officer = person("petugas.bkpsdm")
    taken = take_entries(session=session, entries=listed, way=Attendance.Way.LIST, actor=officer)
    assert (taken.new, taken.there, taken.bad) == (2, 1, 1)
    again = take_entries(session=session, entries=listed, way=Attendance.Way.LIST, actor=officer)
    assert (again.new, again.there) == (0, 3)


def test_a_long_list_is_read_without_a_question_to_the_register_for_each_row(
    session: ActivitySession, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    come(session, number=HEAD)
    nobody = [f"198501012010011{serial:03}" for serial in range(100, 140)]
    lines = [Said(row=row, number=number) for row, number in enumerate([TEACHER, HEAD, STRANGER, *nobody], 2)]
    with django_assert_max_num_queries(12):
        listed = entries(session, *lines)
    assert [entry.standing.value for entry in listed[:3]] == ["matched", "there", "unmatched"]
