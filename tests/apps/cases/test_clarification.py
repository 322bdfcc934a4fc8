"""People are asked for a statement: invited, heard on minutes or not come; and who reported is never told."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from clarification_cast import (
    ANSWER,
    DAY,
    QUESTION,
    WITNESS,
    asked,
    examiner,
    heard,
    invited,
    missed,
    recorded,
    session,
)
from letter_cast import House, made, words_of
from report_cast import NAME, REPORTER, WORDS, Cast, person

from casework_rows import decided
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.actions import (
    extend_study,
    record_clarification,
    register,
    report_tracing,
    set_finding,
    start_study,
    summon,
)
from sinetra.apps.cases.actions.issue_document import issue_letter
from sinetra.apps.cases.actions.write_letter import write_letter
from sinetra.apps.cases.clarification.reads import beyond_study, clarification, clarification_view, clarifications
from sinetra.apps.cases.clarification.said import Exchange, Invited, invited_of, minutes_of
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.of_clarification import draft_for, letter_of
from sinetra.apps.cases.letters.proposed import proposed
from sinetra.apps.cases.letters.reads import document
from sinetra.apps.cases.models import Clarification, IssuedDocument, Step
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import Attendance, State, StepCode, Whom
from sinetra.apps.registry.models import Organisation
from sinetra.core.documents.official_docx import official_docx
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.law.said import ACTS

pytestmark = pytest.mark.django_db
PLANTED = "Kenanga Contohsari"
FAULTY_INVITATIONS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"whom": Whom.WITNESS}, {}, "name"),
    ({"whom": Whom.OTHER_BODY}, {}, "name"),
    ({"whom": Whom.REPORTER, "name": "Kamboja"}, {}, "name"),
    ({"whom": Whom.REPORTER, "position": "Guru"}, {}, "position"),
    ({"whom": Whom.REPORTED, "person": 7}, {}, "whom"),
    ({"whom": Whom.REPORTED}, {"venue": " "}, "venue"),
    ({"whom": Whom.REPORTED}, {"held_at": datetime.fromisoformat("2024-11-01T09:00+07:00")}, "day"),
    ({"whom": Whom.REPORTED}, {"invited_on": date(2024, 11, 30)}, "invited_on"),
    ({"whom": Whom.REPORTED}, {"invited_on": None}, "invited_on"),
    ({"whom": Whom.REPORTED}, {"invited_by": ""}, "invited_by"),
    ({"whom": Whom.REPORTED}, {"invited_by": "merpati"}, "invited_by"),
]
FAULTY_MINUTES: list[tuple[dict[str, Any], str]] = [
    ({"on": date(2024, 11, 30)}, "on"),
    ({"ended": time(8)}, "ended"),
    ({"examiners": ()}, "examiners"),
    ({"oath": "demi apa pun"}, "oath"),
    ({"oath": "none"}, "oath_reason"),
    ({"companion_capacity": "Penasihat hukum"}, "companion"),
    ({"exchanges": ()}, "exchanges"),
    ({"exchanges": (Exchange(question="Apa?", answer=""),)}, "exchanges"),
    ({"exchanges": (Exchange(question="Apa?", answer="a" * 4_900),) * 4}, "exchanges"),
    ({"signed": False}, "unsigned_reason"),
]


def docx_words(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return " ".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())


def letter(cast: Cast, row: Clarification, kind: str) -> IssuedDocument:
    """Drafted from what was recorded and numbered, as the page does it."""
    draft = proposed(row.matter, letters().get(kind), row)
    made_row = write_letter(matter=row.matter, form=kind, draft=draft, actor=cast.staff)
    return document(cast.staff, issue_letter(document=made_row, version=made_row.version, actor=cast.staff).pk)


def test_the_first_invitation_begins_the_clarification_and_others_follow(cast: Cast) -> None:
    matter = cast.registered()
    first, second = asked(cast, matter), asked(cast, matter, Whom.WITNESS)
    assert matter.state == State.CLARIFICATION
    assert (first.call, second.call) == (1, 1)
    assert invited_of(second) == Invited(whom=Whom.WITNESS, name=WITNESS, position="Warga")
    assert [row.pk for row in clarifications(cast.staff, matter)] == [first.pk, second.pk]


def test_what_is_kept_of_people_is_sealed(cast: Cast) -> None:
    row = recorded(cast, asked(cast, cast.registered(), Whom.WITNESS))
    stored = str(Clarification.objects.values().get(pk=row.pk))
    assert WITNESS not in stored and ANSWER not in stored
    minutes = minutes_of(row)
    assert minutes is not None and minutes.exchanges == (Exchange(question=QUESTION, answer=ANSWER),)


def test_a_second_invitation_is_counted_and_goes_to_who_did_not_come(cast: Cast) -> None:
    row = asked(cast, cast.registered(), Whom.WITNESS)
    with pytest.raises(Conflict):
        summon(matter=row.matter, follows=row, session=session(), actor=cast.staff)
    record_clarification(clarification=row, outcome=missed(), actor=cast.staff)
    second = summon(matter=row.matter, follows=row, session=session(), actor=cast.staff)
    assert (second.call, invited_of(second)) == (2, invited_of(row))
    with pytest.raises(Conflict):
        summon(matter=row.matter, follows=row, session=session(), actor=cast.staff)


def test_what_the_office_called_off_counts_against_nobody(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    outcome = missed(attendance=Attendance.CALLED_OFF, reason="Ruangan dipakai.")
    record_clarification(clarification=row, outcome=outcome, actor=cast.staff)
    assert not clarification_view(cast.staff, row.pk).may_invite_again
    with pytest.raises(Conflict):
        summon(matter=row.matter, follows=row, session=session(), actor=cast.staff)


def test_nobody_is_absent_who_was_never_invited_or_whose_day_has_not_come(cast: Cast) -> None:
    matter = cast.registered()
    unsent = summon(matter=matter, invited=invited(), session=session(invited_on=None, invited_by=""), actor=cast.staff)
    with pytest.raises(BadInput) as refused:
        record_clarification(clarification=unsent, outcome=missed(), actor=cast.staff)
    assert refused.value.field == "invited_on"
    later = session(held_at=datetime.fromisoformat("2024-11-24T09:00+07:00"))
    to_come = summon(matter=matter, invited=invited(), session=later, actor=cast.staff)
    with pytest.raises(BadInput) as refused:
        record_clarification(clarification=to_come, outcome=missed(), actor=cast.staff)
    assert refused.value.field == "attendance"
    sent = missed(invited_on=DAY, invited_by="post")
    assert record_clarification(clarification=unsent, outcome=sent, actor=cast.staff).invited_by == "post"


def test_a_faulty_invitation_names_its_field_and_keeps_nothing(cast: Cast) -> None:
    matter = cast.registered()
    for who, when, field in FAULTY_INVITATIONS:
        with pytest.raises(BadInput) as refused:
            summon(matter=matter, invited=Invited(**who), session=session(**when), actor=cast.staff)
        assert refused.value.field == field, (who, when)
    assert not Clarification.objects.exists()


def test_faulty_minutes_name_their_field_and_keep_nothing(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    for changes, field in FAULTY_MINUTES:
        with pytest.raises(BadInput) as refused:
            recorded(cast, row, **changes)
        assert refused.value.field == field, changes
    assert not Clarification.objects.get(pk=row.pk).attendance


def test_who_has_no_role_in_the_office_that_day_examines_nobody(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    stranger = person(cast.pemko, Role.BAWASLU_STAFF).user_id
    assert stranger is not None
    with pytest.raises(BadInput) as refused:
        record_clarification(clarification=row, outcome=heard(stranger), actor=cast.staff)
    assert refused.value.field == "examiners"


def test_minutes_are_recorded_once(cast: Cast) -> None:
    row = recorded(cast, asked(cast, cast.registered()))
    with pytest.raises(Conflict):
        record_clarification(clarification=row, outcome=missed(), actor=cast.staff)


@pytest.mark.parametrize("kind", ["summons", "clarification_minutes"])
def test_letters_and_pages_for_the_reported_person_say_what_is_alleged_and_never_who_reported(
    cast: Cast, house: House, kind: str
) -> None:
    told = {"reporter": REPORTER | {"name": PLANTED}, "what": f"{WORDS} Saya, {PLANTED}.", "where": f"Rumah {PLANTED}"}
    matter = cast.registered(**told)
    row = recorded(cast, asked(cast, matter)) if kind == "clarification_minutes" else asked(cast, matter)
    issued = letter(cast, clarification(cast.staff, row.pk), kind)
    text = text_of(issued)
    pdf, docx = made(cast, issued), official_docx(text, url="")
    view = clarification_view(cast.staff, row.pk)
    for said in (words_of(pdf), docx_words(docx), str(text.to_json()), str(view.alleged), str(view.reported)):
        assert PLANTED not in said and REPORTER["address"] not in said and WORDS not in said
    assert ACTS["like"] in words_of(pdf), "what is alleged is told"
    assert "20 November 2024" in words_of(pdf) and NAME in words_of(pdf)


def test_the_planted_name_is_found_where_it_lies_and_that_of_a_witness_in_the_witness_s_letter(
    cast: Cast, house: House
) -> None:
    """The twin: the same search finds what is there."""
    matter = cast.registered(reporter=REPORTER | {"name": PLANTED}, what=f"{WORDS} Saya, {PLANTED}.")
    report = matter_view(cast.staff, matter.pk).report
    assert report is not None and PLANTED in str(report)
    issued = letter(cast, clarification(cast.staff, asked(cast, matter, Whom.WITNESS).pk), "summons")
    for said in (words_of(made(cast, issued)), docx_words(official_docx(text_of(issued), url=""))):
        assert WITNESS in said and PLANTED not in said and NAME not in said


def test_a_reporter_is_invited_and_heard_without_a_name(cast: Cast, house: House) -> None:
    row = recorded(cast, asked(cast, cast.registered(), Whom.REPORTER))
    text = words_of(made(cast, letter(cast, clarification(cast.staff, row.pk), "clarification_minutes")))
    assert REPORTER["name"] not in text and f"Pelapor dalam perkara nomor {row.matter.number}" in text
    assert ANSWER in text


def test_the_minutes_say_oath_companion_interpreter_hours_and_a_refused_signature(cast: Cast, house: House) -> None:
    told = {
        "oath": "none",
        "oath_reason": "Menurut keyakinannya.",
        "companion": "Seruni",
        "companion_capacity": "kakak",
    }
    told |= {"interpreter": "Juru bahasa isyarat"}
    row = recorded(cast, asked(cast, cast.registered()), **told, signed=False, unsigned_reason="Ingin membaca lagi.")
    assert letter_of(row) == "clarification_minutes"
    text = words_of(made(cast, letter(cast, clarification(cast.staff, row.pk), "clarification_minutes")))
    for said in ("tanpa sumpah", "Menurut keyakinannya.", "Seruni, kakak", "bahasa isyarat", "09.00–10.30 WIB"):
        assert said in text
    assert "tidak bersedia menandatanganinya" in text and "Ingin membaca lagi." in text
    assert QUESTION in text and ANSWER in text


def test_a_second_invitation_says_so(cast: Cast, house: House) -> None:
    row = asked(cast, cast.registered())
    record_clarification(clarification=row, outcome=missed(), actor=cast.staff)
    assert letter_of(row) is None, "who did not come has no minutes"
    second = summon(matter=row.matter, follows=row, session=session(), actor=cast.staff)
    text = words_of(made(cast, letter(cast, clarification(cast.staff, second.pk), "summons")))
    assert "Undangan ke 2" in " ".join(text.replace(":", " ").split())


def test_the_timeline_names_nobody_and_the_reporter_reads_only_that_people_are_asked(cast: Cast) -> None:
    row = recorded(cast, asked(cast, cast.registered(), Whom.WITNESS))
    steps = Step.objects.filter(matter=row.matter)
    codes = {StepCode.STATEMENTS_ASKED, StepCode.SUMMONED, StepCode.CLARIFIED}
    lines = [line for line in matter_view(cast.staff, row.matter_id).steps if line.code in codes]
    assert [line.for_reporter for line in lines] == [True, False, False]
    assert WITNESS not in str([line.text() for line in lines])
    assert "saksi" in lines[1].text() and "datang" in lines[2].text()
    assert steps.filter(code=StepCode.STATEMENTS_ASKED, params={}).count() == 1
    asked(cast, row.matter, Whom.EXPERT)
    assert steps.filter(code=StepCode.STATEMENTS_ASKED).count() == 1, "it begins once"


def test_the_reporter_reads_it_also_where_the_study_was_extended_before_anybody_was_asked(cast: Cast) -> None:
    matter = cast.registered()
    extend_study(matter=matter, reason="Saksi.", actor=cast.commissioner)
    assert not Step.objects.filter(code=StepCode.STATEMENTS_ASKED).exists()
    asked(cast, matter)
    assert Step.objects.filter(code=StepCode.STATEMENTS_ASKED, public_text=True).count() == 1


def test_an_issued_letter_leaves_a_line_without_names_that_the_reporter_does_not_read(cast: Cast, house: House) -> None:
    row = asked(cast, cast.registered())
    issued = letter(cast, clarification(cast.staff, row.pk), "summons")
    line = matter_view(cast.staff, row.matter_id).steps[-1]
    assert line.text() == f"Undangan klarifikasi nomor {issued.number} diterbitkan."
    assert not line.for_reporter


def test_a_day_after_the_study_is_due_is_told_and_possible(cast: Cast) -> None:
    matter = cast.registered()
    assert beyond_study(matter, date(2024, 11, 23)) is None
    due = beyond_study(matter, date(2024, 12, 2))
    assert due is not None and due < date(2024, 12, 2)
    late = session(held_at=datetime.fromisoformat("2024-12-02T09:00+07:00"))
    assert summon(matter=matter, invited=invited(), session=late, actor=cast.staff).held_on == date(2024, 12, 2)


def test_in_an_extended_study_more_people_are_asked(cast: Cast) -> None:
    matter = recorded(cast, asked(cast, cast.registered())).matter
    due = beyond_study(matter, date(2024, 12, 31))
    extend_study(matter=matter, reason="Saksi.", actor=cast.commissioner)
    longer = beyond_study(matter, date(2024, 12, 31))
    assert due is not None and longer is not None and longer > due
    assert recorded(cast, asked(cast, matter, Whom.WITNESS)).attendance == Attendance.CAME


def test_a_finding_has_its_clarification_too(cast: Cast) -> None:
    matter = cast.matter(channel="initial_information", reporter=None)
    start_study(matter=matter, actor=cast.staff)
    report_tracing(matter=matter, text="Terlihat.", found_on=DAY, actor=cast.staff)
    set_finding(matter=matter, actor=cast.commissioner)
    register(matter=matter, actor=cast.staff)
    assert recorded(cast, asked(cast, matter)).attendance == Attendance.CAME


@pytest.mark.parametrize("state", ["unregistered", "decided"])
def test_nobody_is_invited_before_registration_or_after_the_plenary(cast: Cast, state: str) -> None:
    matter = cast.matter() if state == "unregistered" else cast.in_plenary()
    with pytest.raises(Conflict):
        asked(cast, matter)


def test_what_is_left_unrecorded_is_not_recorded_after_the_plenary(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    decided(row.matter, cast.commissioner)
    with pytest.raises(Conflict):
        recorded(cast, clarification(cast.staff, row.pk))
    assert not clarification_view(cast.staff, row.pk).may_record


def test_other_offices_receivers_and_other_districts_read_none_of_it(cast: Cast) -> None:
    row = recorded(cast, asked(cast, cast.registered()))
    assert clarification(cast.commissioner, row.pk).pk == row.pk
    for actor in (cast.province_staff, cast.district_staff):
        with pytest.raises(NotFound):
            clarification(actor, row.pk)
    for actor in (cast.bkn_officer, cast.custodian, *cast.outsiders):
        with pytest.raises((Forbidden, NotFound)):
            clarification(actor, row.pk)


def test_who_has_an_interest_opens_no_clarification(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    with pytest.raises(Conflict) as caught:
        clarification_view(named, row.pk)
    assert caught.value.code == "conflict_of_interest"
    with pytest.raises(BadInput):
        record_clarification(clarification=row, outcome=heard(examiner(named.user_id)), actor=cast.staff)


def test_the_hour_is_that_of_the_office_s_own_clock(cast: Cast) -> None:
    row = asked(cast, cast.registered())
    Organisation.objects.filter(pk=cast.bawaslu.pk).update(zone="WIT")
    view = clarification_view(cast.staff, row.pk)
    assert view.zone == "WIT"
    assert draft_for(view.row, "summons").entries["held_at"] == "11.00 WIT"
