"""Between offices of Bawaslu: each has its own matter, and the hand-over counts when it is acknowledged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from report_cast import FILED_AT, NAME, REPORTER, SUMMARY, WORDS, Cast, filed, formal, person

from casework_rows import checked, completed
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.actions import (
    acknowledge,
    close,
    deliver,
    open_matter,
    receive_package,
    register,
    return_package,
    start_study,
    take_over,
    transfer,
)
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.models import Clock, HandOver, Matter
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.partners import higher_offices, offices_for_transfer
from sinetra.apps.cases.selectors import matter_view, possible_outcomes, waiting_for_whom
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Outcome, Purpose, State
from sinetra.apps.insight.selectors import public_figures
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import follow
from sinetra.core import packages
from sinetra.core.errors import BadInput, Conflict, Forbidden, VerificationFailed
from sinetra.ports import keyring
from sinetra.ports.clock import today

pytestmark = pytest.mark.django_db
ORDER: dict[str, Any] = {"order": "12/KEP/2024", "ordered_on": date(2024, 11, 22), "summary": SUMMARY}


def studied(cast: Cast) -> Matter:
    matter = open_matter(report=cast.report(), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    return checked(matter, cast.staff, but=("evidence",))


def sent(cast: Cast) -> HandOver:
    return transfer(matter=studied(cast), to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)


def brought(hand_over: HandOver, part: str = "package") -> HandOver:
    found = deliver(hand_over.pk, part, at=FILED_AT)
    assert found is not None
    return found


def running(matter: Matter) -> dict[str, date]:
    return {clock.rule: clock.due_on for clock in Clock.objects.filter(matter=matter, done_at=None)}


def test_a_transferred_report_begins_anew_at_the_other_office_with_its_own_number_and_deadlines(cast: Cast) -> None:
    out = sent(cast)
    assert (out.matter.state, out.purpose) == (State.TRANSFERRED, Purpose.TRANSFER)
    assert running(out.matter) == {"hand_over.answer": date(2024, 11, 24)}, "until answered it is overdue on both sides"
    assert [row.pk for row in waiting_for_whom(cast.staff)] == [out.pk]
    arrived = brought(out)
    assert running(arrived.matter) == {"hand_over.answer": date(2024, 11, 24)}
    assert matter_view(cast.province_staff, arrived.matter_id).acts == ("acknowledge", "return")
    with pytest.raises(Conflict):
        start_study(matter=arrived.matter, actor=cast.province_staff)
    acknowledge(hand_over=arrived, actor=cast.province_staff, at=FILED_AT)
    brought(arrived, "reply")
    theirs = Matter.objects.select_related("report", "organisation").get(pk=arrived.matter_id)
    assert (theirs.kind, theirs.state, theirs.number) == (MatterKind.REPORT, State.REPORT_RECEIVED, "001/2024")
    assert sorted(running(theirs)) == ["pilkada.initial_study", "pilkada.study"]
    answers = {item.requirement.id: item.answer.value for item in items(theirs)}
    assert (answers["reporter_identity"], answers["evidence"]) == ("met", "not_met"), "what the first office found"
    start_study(matter=theirs, actor=cast.province_staff)
    register(matter=completed(theirs, cast.province_staff), actor=cast.province_staff)
    assert theirs.register_number == "001/REG/2024"
    ours = Matter.objects.select_related("report", "organisation").get(pk=out.matter_id)
    assert (ours.state, running(ours)) == (State.ACKNOWLEDGED, {})
    assert possible_outcomes(cast.commissioner, ours) == (Outcome.HANDED_OVER,), "how it ends is decided there"
    close(matter=ours, outcome=Outcome.HANDED_OVER, actor=cast.commissioner)


def test_neither_the_reporter_nor_the_reporters_words_travel_and_the_reporter_reads_where_it_went(cast: Cast) -> None:
    answer = filed(formal())
    matter = open_matter(report=Report.objects.get(pk=answer.report_id), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    out = transfer(matter=matter, to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)
    raw = unsealed(out.package_sealed, out.pk, "package").decode()
    assert SUMMARY in raw
    assert NAME in raw
    for secret in (WORDS, *REPORTER.values(), "Lapangan Contoh"):
        assert secret not in raw
    assert follow(answer.code).steps[-1].code == "transferred"
    arrived = brought(out)
    acknowledge(hand_over=arrived, actor=cast.province_staff, at=FILED_AT)
    brought(arrived, "reply")
    assert follow(answer.code).steps[-1].text() == "Bawaslu Provinsi Contoh menyatakan telah menerima."


def test_what_is_returned_goes_on_where_it_came_from(cast: Cast) -> None:
    out = sent(cast)
    arrived = brought(out)
    return_package(hand_over=arrived, reason="Bukan wilayah kami.", actor=cast.province_staff, at=FILED_AT)
    brought(arrived, "reply")
    ours = Matter.objects.select_related("report", "organisation").get(pk=out.matter_id)
    # The decision is counted from receipt (UU 8/2015 art. 134(5)): the round trip gives no new days.
    due = {"pilkada.initial_study": date(2024, 11, 24), "pilkada.study": date(2024, 11, 25)}
    assert (ours.state, running(ours)) == (State.INITIAL_STUDY, due)
    assert not running(arrived.matter)
    again = transfer(matter=ours, to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)
    assert again.package_id != out.package_id


def test_a_higher_office_takes_over_by_its_own_decision_and_a_lower_one_never_does(cast: Cast) -> None:
    matter = studied(cast)
    assert set(higher_offices(matter)) == {cast.province}
    assert set(offices_for_transfer(matter)) == {cast.province}
    for wrong in ({"order": " "}, {"ordered_on": date(2024, 11, 23)}, {"summary": ""}, {"by": cast.bkn}):
        given = {"by": cast.province, **ORDER, **wrong}
        with pytest.raises(BadInput) as caught:
            take_over(matter=matter, actor=cast.commissioner, at=FILED_AT, **given)
        assert caught.value.field == next(iter(wrong))
    out = take_over(matter=matter, by=cast.province, actor=cast.commissioner, at=FILED_AT, **ORDER)
    assert (matter.state, out.purpose) == (State.TAKEN_OVER, Purpose.TAKE_OVER)
    arrived = brought(out)
    document = unsealed(arrived.package_sealed, arrived.pk, "package").decode()
    assert "12/KEP/2024" in document
    acknowledge(hand_over=arrived, actor=cast.province_staff, at=FILED_AT)
    theirs = Matter.objects.select_related("report", "organisation").get(pk=arrived.matter_id)
    assert theirs.state == State.REPORT_RECEIVED
    start_study(matter=theirs, actor=cast.province_staff)
    assert not higher_offices(theirs).exists(), "nobody stands above the province here"
    with pytest.raises(BadInput):
        take_over(matter=theirs, by=cast.bawaslu, actor=cast.province_staff, **ORDER)


def test_a_transfer_stays_inside_bawaslu_whoever_signs_it(cast: Cast) -> None:
    matter = studied(cast)
    with pytest.raises(BadInput) as caught:
        transfer(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner)
    assert caught.value.field == "to"
    out = transfer(matter=matter, to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT)
    package = packages.verify(
        unsealed(out.package_sealed, out.pk, "package"), check=lambda *_: True, addressed_here=lambda _: True
    )
    values = {name: getattr(package, name) for name in packages.Package.__slots__}
    astray = packages.Package(**values | {"recipient": packages.Party(kind="bkn", name=cast.bkn.name)})
    with pytest.raises(VerificationFailed) as refused:
        receive_package(packages.write(astray, keyring.sign))
    assert refused.value.code == "package_content"
    assert not Matter.objects.filter(organisation=cast.bkn).exists()
    for broken in ({"checklist": ["met"]}, {"checklist": {"evidence": "perhaps"}}):
        wrong = packages.Package(**values | {"content": dict(package.content) | broken})
        with pytest.raises(VerificationFailed):
            receive_package(packages.write(wrong, keyring.sign))


def test_to_another_installation_the_package_is_a_file(cast: Cast, settings: LazySettings) -> None:
    settings.SINETRA_PROFILE = "bawaslu"
    out = sent(cast)
    assert brought(out).organisation == cast.province, "both offices live in Bawaslu's installation"
    raw = unsealed(out.package_sealed, out.pk, "package")
    assert receive_package(raw).repeated
    assert HandOver.objects.filter(direction=Direction.INCOMING).count() == 1


def test_staff_prepares_and_the_plenary_hands_on(cast: Cast) -> None:
    matter = studied(cast)
    for actor in (cast.staff, cast.province_staff, person(cast.bawaslu, Role.AUDITOR)):
        with pytest.raises(Forbidden):
            transfer(matter=matter, to=cast.province, summary=SUMMARY, actor=actor)
        with pytest.raises(Forbidden):
            take_over(matter=matter, by=cast.province, actor=actor, **ORDER)
    arrived = brought(transfer(matter=matter, to=cast.province, summary=SUMMARY, actor=cast.commissioner, at=FILED_AT))
    for actor in (cast.staff, cast.bkn_officer, person(cast.province, Role.AUDITOR)):
        with pytest.raises(Forbidden):
            acknowledge(hand_over=arrived, actor=actor)
        with pytest.raises(Forbidden):
            return_package(hand_over=arrived, reason="x", actor=actor)
    assert arrived.state == HandOverState.RECEIVED


def test_a_matter_that_changed_offices_counts_once_in_the_open_figures(cast: Cast) -> None:
    for _ in range(4):
        studied(cast)
    arrived = brought(sent(cast))
    assert public_figures(today()).table("matters").total == 5
    acknowledge(hand_over=arrived, actor=cast.province_staff, at=FILED_AT)
    brought(arrived, "reply")
    assert Matter.objects.count() == 6
    assert public_figures(today()).table("matters").total == 5
