"""What a report answers by itself, what an official says, and what follows: complete, or not yet."""

from __future__ import annotations

from datetime import date

import pytest
from report_cast import Cast, formal

from casework_rows import MISSING, all_met, checked, completed
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.actions import check_requirements, find_complete, open_matter, register, start_study
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.checklist import checklist_of, dates_of, items, proposals
from sinetra.apps.cases.models import ChecklistAnswer, Clock, Matter, Step
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.core.casework.checklist import Answer
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db


def said(matter: Matter) -> dict[str, str]:
    return {item.requirement.id: item.answer.value for item in items(matter)}


def test_the_report_fills_in_what_it_holds_and_nothing_else(cast: Cast) -> None:
    matter = cast.matter()
    assert said(matter) == {
        "reporter_identity": "met",
        "reporter_entitled": "open",
        "reported_party": "met",
        "filed_in_time": "met",
        "signature": "open",
        "time_and_place": "met",
        "description": "met",
        "evidence": "open",
    }
    assert not ChecklistAnswer.objects.exists(), "what the machine proposes is nobody's word"


def test_who_is_known_by_role_alone_is_not_known_and_no_number_is_asked_for(cast: Cast) -> None:
    matter = cast.matter(reported=[{"role": "lurah"}], where="")
    assert said(matter)["reported_party"] == "open"
    assert said(matter)["time_and_place"] == "open"
    by_unit = cast.matter(reported=[{"role": "lurah", "unit": "Kelurahan Contoh"}])
    assert said(by_unit)["reported_party"] == "met", "a unit is enough: no NIP, no NIK"


@pytest.mark.parametrize(
    ("happened", "known", "answer"),
    [("2024-10-01", "2024-11-15", "met"), ("2024-11-14", "2024-11-15", "met"), ("2024-11-14", "2024-11-14", "not_met")],
)
def test_the_time_limit_counts_from_the_day_it_became_known_and_both_days_are_kept(
    cast: Cast, happened: str, known: str, answer: str
) -> None:
    """Filed on 22 November: seven calendar days after the 15th (UU 8/2015 art. 134(4))."""
    report = cast.report(happened_on=happened, known_on=known)
    if answer == "not_met":
        # Kept as initial information at filing; the same test answers when it is handled as a report all the same.
        Report.objects.filter(pk=report.pk).update(kept_as="report")
    matter = open_matter(report=Report.objects.get(pk=report.pk), actor=cast.staff)
    assert said(matter)["filed_in_time"] == answer
    dates = dates_of(matter)
    assert (str(dates.happened_on), str(dates.known_on), dates.filed_on) == (happened, known, date(2024, 11, 22))
    assert dates.limit is not None
    assert dates.limit.explanation()


def test_an_answer_has_a_name_and_a_day_and_a_gap_has_words(cast: Cast) -> None:
    matter = cast.matter()
    start_study(matter=matter, actor=cast.staff)
    for note in ("", "  "):
        with pytest.raises(BadInput) as caught:
            given = {"evidence": Given(answer=Answer.NOT_MET, note=note)}
            check_requirements(matter=matter, answers=given, actor=cast.staff)
        assert caught.value.field == "note_evidence"
    checked(matter, cast.staff, but=("evidence",))
    found = {item.requirement.id: item for item in items(matter)}
    assert (found["evidence"].answer, found["evidence"].note) == (Answer.NOT_MET, MISSING)
    assert {item.by for item in found.values()} == {cast.staff.name}
    assert {item.on for item in found.values()} == {Step.objects.get(code="checked").on}
    row = ChecklistAnswer.objects.get(requirement="evidence")
    assert MISSING.encode() not in bytes(row.note_sealed or b""), "a note may name people: it is sealed"
    entry = AuditEntry.objects.get(action="matter.check_requirements")
    assert entry.data["answers"]["evidence"] == "not_met"


def test_an_unknown_requirement_is_refused_by_name(cast: Cast) -> None:
    with pytest.raises(BadInput) as caught:
        check_requirements(matter=cast.matter(), answers={"nip": Given(answer=Answer.MET)}, actor=cast.staff)
    assert caught.value.field == "requirement"
    assert "evidence" in caught.value.accepted
    assert not {"nip", "nik"} & set(caught.value.accepted)


def test_saving_the_same_again_writes_no_second_line(cast: Cast) -> None:
    matter = checked(cast.matter(), cast.staff)
    version = ChecklistAnswer.objects.get(requirement="evidence").version
    checked(matter, cast.commissioner)
    assert Step.objects.filter(code="checked").count() == 1
    again = ChecklistAnswer.objects.get(requirement="evidence")
    assert (again.version, again.by_id) == (version, cast.staff.user_id), "nobody speaks for a colleague by saving"


def test_who_looked_at_an_older_list_is_told_instead_of_writing_over_it(cast: Cast) -> None:
    matter = cast.matter()
    seen = matter.version
    checked(matter, cast.staff)
    late = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    with pytest.raises(Conflict):
        check_requirements(matter=late, answers=all_met(late, but=("evidence",)), seen=seen, actor=cast.commissioner)
    assert checklist_of(late).is_complete


def test_complete_is_what_is_met_in_every_point(cast: Cast) -> None:
    matter = cast.matter()
    start_study(matter=matter, actor=cast.staff)
    with pytest.raises(Conflict) as caught:
        find_complete(matter=matter, actor=cast.staff)
    assert (caught.value.code, caught.value.params["missing"]) == ("not_complete", 3)
    with pytest.raises(Conflict):
        register(matter=matter, actor=cast.staff)
    completed(matter, cast.staff)
    assert matter.state == State.COMPLETE
    running = Clock.objects.filter(matter=matter, done_at=None).values_list("rule", flat=True)
    assert sorted(running) == ["pilkada.registration", "pilkada.study"]
    with pytest.raises(Conflict):
        checked(matter, cast.staff, but=("evidence",))


def test_finding_complete_makes_the_proposals_the_word_of_who_decides(cast: Cast) -> None:
    matter = cast.matter()
    start_study(matter=matter, actor=cast.staff)
    missing = {name: Given(answer=Answer.MET) for name in set(all_met(matter)) - set(proposals(matter))}
    check_requirements(matter=matter, answers=missing, actor=cast.staff)
    assert ChecklistAnswer.objects.count() == 3
    find_complete(matter=matter, actor=cast.commissioner)
    by = dict(ChecklistAnswer.objects.values_list("requirement", "by"))
    assert len(by) == 8
    assert by["description"] == cast.commissioner.user_id
    assert by["evidence"] == cast.staff.user_id


def test_initial_information_has_no_list_and_the_reporter_reads_none_of_it(cast: Cast) -> None:
    matter = cast.matter(channel="initial_information", reporter=None)
    assert matter_view(cast.staff, matter.pk).checklist == ()
    with pytest.raises(Conflict):
        checked(matter, cast.staff)
    from report_cast import filed

    answer = filed(formal())
    checked(open_matter(report=Report.objects.get(pk=answer.report_id), actor=cast.staff), cast.staff)
    assert [step.code for step in follow(answer.code).steps] == ["filed", "opened"]
