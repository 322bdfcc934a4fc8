"""A study from what the law engine finds, and the plenary on it: who may, what is kept, what may follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from interest_cast import declare, granted
from report_cast import NAME, SUMMARY, Cast, person

from casework_rows import all_for, decided, held, members, new_study, studied
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Role
from sinetra.apps.base.catalogue import rulebook_digest
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions import close, forward, hold_plenary, return_package, write_study
from sinetra.apps.cases.actions.deliver import deliver
from sinetra.apps.cases.actions.write_study import Said
from sinetra.apps.cases.ballots import Ballot
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.offered import offers
from sinetra.apps.cases.letters.proposed import proposed
from sinetra.apps.cases.models import Clock, HandOver, Matter, Plenary, PlenarySeat, Step, Study, Track
from sinetra.apps.cases.plenaries import plenaries
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.studies import examined, opened
from sinetra.apps.cases.vocabulary import Outcome, Seat, State
from sinetra.core.casework.plenary import Decision, Vote
from sinetra.core.casework.study import Ruling
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.law.words import Track as TrackKind

pytestmark = pytest.mark.django_db
REASON = "Akun itu dibajak menurut saksi."


def three(cast: Cast) -> None:
    """The office has three members."""
    granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    for _ in range(2):
        granted(person(cast.bawaslu, Role.BAWASLU_COMMISSIONER), Role.BAWASLU_COMMISSIONER)


def overruled(matter: Matter, **changes: Any) -> Any:
    study = new_study(matter, **changes)
    return replace(study, said={key: Said(ruling=Ruling.OVERRULED, reason=REASON) for key in study.said})


def test_a_study_keeps_what_was_found_from_what_and_what_its_author_said(cast: Cast) -> None:
    matter = cast.registered()
    row = write_study(matter=matter, study=overruled(matter, added=(("skb2022.pd-7", REASON),)), actor=cast.staff)
    view = opened(row)
    assert (matter.state, row.edition, row.catalogue) == (State.STUDY, 1, rulebook_digest())
    assert (row.accepted, row.overruled, row.added) == (0, len(view.findings), 1)
    assert view.findings, "the engine found nothing: the test would look at nothing"
    for item in view.findings:
        assert item["reason"] == REASON
        assert item["citations"]
        assert {item[name] for name in ("norm", "verdict", "track", "confidence", "act")}
    assert view.facts["people"] == [{"status": "pns", "position": "lurah"}]
    assert (view.facts["act_date"], view.facts["election"]) == ("2024-11-20", "pilkada_2024")
    assert row.tracks == ["discipline"], "only the norm that was added opens a track"
    assert NAME.encode() not in bytes(row.written_sealed)
    assert REASON.encode() not in bytes(row.written_sealed)


def test_a_finding_that_is_neither_accepted_nor_overruled_with_a_reason_stops_the_study(cast: Cast) -> None:
    matter = cast.registered()
    study = new_study(matter)
    (key, *_others) = study.said
    wrong = (
        (replace(study, said={}), f"ruling_{key}"),
        (replace(study, said=study.said | {key: Said(ruling=Ruling.OVERRULED)}), f"reason_{key}"),
        (replace(study, added=(("tidak.ada", REASON),)), "added_1"),
        (replace(study, added=(("skb2022.pd-7", " "),)), "why_1"),
        (replace(study, proven=(("Fakta.", ""),)), "evidence_1"),
        (replace(study, conclusion="  "), "conclusion"),
    )
    for given, name in wrong:
        with pytest.raises(BadInput) as caught:
            write_study(matter=matter, study=given, actor=cast.staff)
        assert caught.value.field == name
    assert not Study.objects.exists()
    matter.refresh_from_db()
    assert matter.state == State.REGISTERED


def test_what_was_decided_about_other_facts_does_not_count_for_these(cast: Cast) -> None:
    matter = cast.registered()
    study = new_study(matter)
    (act,) = study.facts.acts
    other = replace(study.facts, acts={act: {"target": "candidate"}})
    assert {item.key for item in examined(other).findings} != set(study.said)
    with pytest.raises(BadInput) as caught:
        write_study(matter=matter, study=replace(study, facts=other), actor=cast.staff)
    assert caught.value.field.startswith("ruling_")


def test_a_study_is_corrected_until_the_plenary_and_each_version_is_kept(cast: Cast) -> None:
    matter = studied(cast.registered(), cast.staff)
    stale = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    studied(matter, cast.commissioner, conclusion="Dibetulkan.")
    assert [row.edition for row in Study.objects.order_by("edition")] == [1, 2]
    assert matter_view(cast.staff, matter.pk).study.conclusion == "Dibetulkan."  # type: ignore[union-attr]
    steps = dict(Step.objects.filter(matter=matter, code__startswith="study_").values_list("code", "public_text"))
    assert steps["study_written"]
    assert not steps["study_corrected"]
    with pytest.raises(Conflict):
        write_study(matter=stale, study=new_study(stale), seen=stale.version, actor=cast.staff)
    held(matter, cast.commissioner)
    with pytest.raises(Conflict) as caught:
        studied(matter, cast.staff)
    assert caught.value.code == "illegal_transition"


def test_the_plenary_keeps_who_sat_who_did_not_and_who_dissented(cast: Cast) -> None:
    three(cast)
    matter = studied(cast.registered(), cast.staff)
    (first, second, _third) = members(matter, date(2024, 11, 22))
    ballots = {first.pk: Ballot(vote=Vote.FOR, dissent="Bukan pidana."), second.pk: Ballot(vote=Vote.FOR)}
    held(matter, cast.commissioner, ballots=ballots, reason="Dua saksi.")
    (view,) = plenaries(cast.staff, matter)
    assert [seat.seat for seat in view.seats].count(Seat.PRESENT) == 2
    assert [seat.seat for seat in view.seats].count(Seat.ABSENT) == 1
    assert {seat.dissent for seat in view.of(Seat.PRESENT)} == {"Bukan pidana.", ""}
    row = view.plenary
    assert (row.members, row.needed, row.decision, row.tracks) == (3, 2, "proven", ["discipline"])
    assert (view.reason, row.study_id) == ("Dua saksi.", Study.objects.get().pk)
    assert [track.kind for track in Track.objects.filter(matter=matter)] == ["discipline"]
    assert not Clock.objects.filter(matter=matter, track=None, done_at=None).exists()


def test_without_quorum_or_majority_there_is_no_decision_and_nothing_is_written(cast: Cast) -> None:
    three(cast)
    matter = studied(cast.registered(), cast.staff)
    keys = list(all_for(matter, date(2024, 11, 22)))
    for votes in ([Vote.FOR], [Vote.FOR, Vote.AGAINST], [Vote.AGAINST, Vote.AGAINST, Vote.FOR]):
        ballots = {key: Ballot(vote=vote) for key, vote in zip(keys, votes, strict=False)}
        with pytest.raises(BadInput) as caught:
            held(matter, cast.commissioner, ballots=ballots)
        assert caught.value.field == "decision"
    assert not Plenary.objects.exists()
    assert not PlenarySeat.objects.exists()
    matter.refresh_from_db()
    assert matter.state == State.STUDY


def test_who_steps_aside_has_no_vote_and_does_not_count_as_present(cast: Cast) -> None:
    three(cast)
    other = person(cast.bawaslu, Role.BAWASLU_COMMISSIONER)
    aside = granted(other, Role.BAWASLU_COMMISSIONER)
    matter = studied(cast.registered(), cast.staff)
    declare(cast, other, matter=matter)
    with pytest.raises(BadInput) as caught:
        ballots = {**all_for(matter, date(2024, 11, 22)), aside.pk: Ballot(vote=Vote.FOR)}
        held(matter, cast.commissioner, ballots=ballots)
    assert caught.value.field == f"vote_{aside.pk.hex}"
    with pytest.raises(BadInput) as caught:
        held(matter, cast.commissioner, ballots={aside_key(cast): Ballot(vote=Vote.FOR)})
    assert caught.value.field.startswith("vote_")
    held(matter, cast.commissioner)
    (view,) = plenaries(cast.commissioner, matter)
    assert [seat.name for seat in view.of(Seat.ASIDE)] == [aside.name]
    assert view.plenary.members == 4
    told = AuditEntry.objects.get(action="matter.hold_plenary", object_id=matter.pk).data
    assert told["aside"] == [str(aside.pk)]


def aside_key(cast: Cast) -> Any:
    return cast.staff.user_id


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tracks": ()}, "tracks"),
        ({"held_on": date(2024, 11, 21)}, "held_on"),
        ({"held_on": date(2024, 11, 23)}, "held_on"),
    ],
)
def test_a_proven_matter_opens_a_track_and_the_meeting_is_between_study_and_today(
    cast: Cast, changes: Any, field: str
) -> None:
    matter = studied(cast.registered(), cast.staff)
    with pytest.raises(BadInput) as caught:
        held(matter, cast.commissioner, **changes)
    assert caught.value.field == field


def test_what_is_not_proven_is_closed_and_never_forwarded(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    assert not Track.objects.filter(matter=matter).exists()
    with pytest.raises(Conflict) as caught:
        forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.commissioner)
    assert caught.value.code == "not_decided_so"
    acts = matter_view(cast.commissioner, matter.pk).acts
    assert "close" in acts
    assert "forward" not in acts
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert matter.state == State.CLOSED


def test_what_is_proven_is_not_closed_as_not_proven(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner)
    with pytest.raises(Conflict):
        close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert "close" not in matter_view(cast.commissioner, matter.pk).acts


def test_other_law_goes_out_on_its_own_track(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.OTHER_LAW)
    assert Plenary.objects.get(matter=matter).tracks == [TrackKind.OTHER_LAW]
    assert "forward" in matter_view(cast.staff, matter.pk).acts


def test_more_statements_lead_back_with_two_more_days_to_another_study_and_another_plenary(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.MORE_STATEMENTS)
    assert matter.state == State.CLARIFICATION
    clock = Clock.objects.get(matter=matter, done_at=None)
    # UU 8/2015 art. 134(6): 3 + 2 calendar days after 22 November.
    assert (clock.rule, clock.due_on) == ("pilkada.study_extended", date(2024, 11, 27))
    decided(matter, cast.commissioner)
    assert list(Plenary.objects.order_by("sequence").values_list("sequence", "decision")) == [
        (1, "more_statements"),
        (2, "proven"),
    ]
    assert [row.edition for row in Study.objects.order_by("edition")] == [1, 2]


def test_what_came_back_goes_before_another_plenary(cast: Cast) -> None:
    arrived = cast.arrived()
    return_package(hand_over=arrived, reason="Bukan kewenangan kami.", actor=cast.bkn_officer)
    deliver(arrived.pk, "reply")
    matter = HandOver.objects.get(direction="outgoing").matter
    matter = Matter.objects.select_related("report", "organisation").get(pk=matter.pk)
    assert matter.state == State.RETURNED
    held(matter, cast.commissioner, decision=Decision.NOT_PROVEN)
    assert [row.sequence for row in Plenary.objects.order_by("sequence")] == [1, 2]
    close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert matter.state == State.CLOSED


def test_a_track_whose_receiver_depends_on_a_status_nobody_knows_is_asked_for(cast: Cast) -> None:
    matter = cast.registered(reported=[{"role": "teacher", "name": None, "unit": "SDN Contoh"}])
    unknown = replace(new_study(matter).facts, people=({"position": "teacher"},))
    said = {item.key: Said(ruling=Ruling.ACCEPTED) for item in examined(unknown).findings}
    studied(matter, cast.staff, facts=unknown, said=said)
    with pytest.raises(BadInput) as caught:
        held(matter, cast.commissioner)
    assert caught.value.field == "tracks"
    assert "Betulkan dahulu kajiannya" in str(caught.value)
    assert not Plenary.objects.exists()
    studied(matter, cast.staff)
    held(matter, cast.commissioner)
    assert Track.objects.get(matter=matter).subject == "pns"


def test_the_form_of_the_study_and_the_minutes_say_what_was_written(cast: Cast) -> None:
    matter = cast.registered()
    assert not {"study", "plenary_minutes"} & {offer.kind.id for offer in offers(matter)}
    write_study(matter=matter, study=overruled(matter), actor=cast.staff)
    assert "study" in {offer.kind.id for offer in offers(matter)}
    told = proposed(matter, letters().get("study")).entries
    assert "Tangkapan layar." in told["facts_found"]
    assert REASON in told["analysis"]
    assert "katalog" in told["analysis"]
    (member,) = members(matter, date(2024, 11, 22))
    ballots = {member.pk: Ballot(vote=Vote.FOR, dissent="Setuju dengan catatan.")}
    held(matter, cast.commissioner, ballots=ballots, reason="Dua saksi.")
    minutes = proposed(matter, letters().get("plenary_minutes")).entries
    assert minutes["held_on"] == "2024-11-22"
    assert minutes["votes"] == "setuju 1, tidak setuju 0, abstain 0"
    assert "Dua saksi." in minutes["decision"]
    assert minutes["dissent"] == f"{member.name}: Setuju dengan catatan."


def test_nobody_else_writes_holds_or_reads(cast: Cast) -> None:
    matter = cast.registered()
    study = new_study(matter)
    for actor in (*cast.outsiders, cast.province_staff, cast.bkn_officer, cast.custodian, cast.district_staff):
        with pytest.raises(Forbidden):
            write_study(matter=matter, study=study, actor=actor)
    studied(matter, cast.staff)
    for actor in (*cast.outsiders, cast.province_staff, cast.bkn_officer, cast.custodian, cast.staff):
        with pytest.raises(Forbidden):
            held(matter, actor)
    held(matter, cast.commissioner)
    for model in (Study, Plenary, PlenarySeat):
        assert visible(cast.staff, model).exists()
        for actor in (*cast.outsiders, cast.province_staff, cast.bkn_officer, cast.custodian, cast.district_staff):
            assert not visible(actor, model).exists(), model


def test_a_meeting_held_yesterday_and_written_down_today_keeps_its_day(cast: Cast) -> None:
    matter = studied(cast.registered(), cast.staff)
    Study.objects.update(written_on=date(2024, 11, 21))
    day = date(2024, 11, 22) - timedelta(days=1)
    hold_plenary(
        matter=matter,
        decision=Decision.PROVEN,
        tracks=(TrackKind.DISCIPLINE,),
        ballots=all_for(matter, day),
        held_on=day,
        actor=cast.commissioner,
    )
    assert Plenary.objects.get().held_on == day
    assert Step.objects.get(matter=matter, code="plenary").on == day
