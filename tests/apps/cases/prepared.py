"""What a verb of casework acts on, made without any role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from clarification_cast import invited, session
from report_cast import FILED_AT, SUMMARY, Cast
from track_cast import answered, sent
from track_cast import decided as with_tracks

from casework_rows import checked, decided, registered
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.models import (
    Clarification,
    Correction,
    HandOver,
    Matter,
    Recommendation,
    RecordedAnswer,
    Track,
)
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import (
    Direction,
    Ground,
    HandOverState,
    Outcome,
    ProofKind,
    TrackOutcome,
)
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.core.casework.plenary import Decision
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.core.law.words import Track as TrackKind
from sinetra.ports import clock

OLD, TODAY = ROOT / "samples" / "recommendations.csv", date(2024, 11, 22)
EXAMINED: dict[str, Any] = {"place": 0, "status": SubjectStatus.PNS, "position": Position.LURAH}
AGAIN = {"ground": "new_evidence", "document": "BA 1/2024", "reason": "Rekaman baru."}
ORDER = {"order": "12/KEP/2024", "ordered_on": date(2024, 11, 22), "summary": SUMMARY}


@dataclass(frozen=True)
class Prepared:
    """What a verb acts on, made by the system, so that no role has prepared its own cell."""

    cast: Cast

    def matter(self, **changes: Any) -> Matter:
        return act.open_matter(report=self.cast.report(**changes), actor=SYSTEM, at=FILED_AT)

    def joined(self) -> Report:
        matter = self.matter()
        return act.join_report(report=self.cast.report(), matter=matter, actor=SYSTEM, at=FILED_AT)

    def studied(self, *but: str) -> Matter:
        matter = act.start_study(matter=self.matter(), actor=SYSTEM, at=FILED_AT)
        return checked(matter, SYSTEM, but=but)

    def asked(self) -> Matter:
        matter = self.studied("evidence")
        act.ask_repair(matter=matter, actor=SYSTEM, at=FILED_AT)
        return matter

    def registered(self) -> Matter:
        return registered(self.matter(), SYSTEM)

    def invited(self) -> Clarification:
        return act.summon(matter=self.registered(), invited=invited(), session=session(), actor=SYSTEM)

    def decided(self) -> Matter:
        return decided(self.registered(), SYSTEM)

    def stopped(self) -> Matter:
        return decided(self.registered(), SYSTEM, decision=Decision.NOT_PROVEN)

    def tracks(self) -> tuple[Track, ...]:
        return with_tracks(self.decided(), TrackKind.DISCIPLINE, TrackKind.CRIMINAL)

    def acknowledged_track(self) -> Track:
        track = self.tracks()[0]
        answered(sent(self.cast, track, actor=SYSTEM))
        return track

    def returned_track(self) -> Track:
        track = self.tracks()[0]
        answered(sent(self.cast, track, actor=SYSTEM), returned=True)
        return track

    def traced(self) -> Matter:
        matter = self.matter(channel="initial_information", reporter=None)
        return act.start_study(matter=matter, actor=SYSTEM, at=FILED_AT)

    def reported(self) -> Matter:
        matter = self.traced()
        act.report_tracing(matter=matter, text="Terlihat.", found_on=date(2024, 11, 22), actor=SYSTEM, at=FILED_AT)
        return matter

    def refused(self) -> Matter:
        return act.refuse_registration(
            matter=self.studied(), ground=Ground.OUT_OF_COMPETENCE, reason="x", actor=SYSTEM, at=FILED_AT
        )

    def ended(self) -> Matter:
        return act.close(matter=self.stopped(), outcome=Outcome.NOT_PROVEN, actor=SYSTEM)

    def uncorrected(self) -> Correction:
        """BKN had been told, and then nothing was proven."""
        arrived = self.arrived()
        act.acknowledge(hand_over=arrived, actor=SYSTEM)
        act.deliver(arrived.pk, "reply")
        matter = Matter.objects.select_related("report", "organisation").get(organisation=self.cast.bawaslu)
        track = Track.objects.select_related("matter__report", "matter__organisation").get(matter=matter)
        act.end_track(track=track, outcome=TrackOutcome.NOT_PROVEN, letter="1", actor=SYSTEM)
        matter.refresh_from_db()
        act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=SYSTEM)
        return Correction.objects.select_related("matter", "about").get()

    def corrected(self) -> Correction:
        return act.send_correction(
            correction=self.uncorrected(), number="1/PB", sent_on=clock.today(self.cast.bawaslu.region_id), actor=SYSTEM
        )

    def correction_that_came(self) -> Correction:
        sent = act.send_correction_package(correction=self.uncorrected(), actor=SYSTEM)
        act.deliver_correction(sent.pk, "package")
        return Correction.objects.select_related("matter", "about").get(direction=Direction.INCOMING)

    def on_hold(self) -> Matter:
        matter = self.matter()
        act.set_hold(of=matter, authority="PN Contoh", reason="x", actor=SYSTEM)
        return matter

    def recommended(self) -> Recommendation:
        act.import_recommendations(OLD, organisation=self.cast.bawaslu, today=TODAY, actor=SYSTEM)
        return Recommendation.objects.filter(decided_on=None).order_by("dated_on")[0]

    def sent(self) -> HandOver:
        return act.forward(matter=self.decided(), to=self.cast.bkn, summary=SUMMARY, actor=SYSTEM)

    def recorded(self) -> RecordedAnswer:
        sent = self.sent()
        return act.record_acknowledgement(hand_over=sent, proof=proof_of(sent), actor=SYSTEM)

    def arrived(self, *, transferred: bool = False) -> HandOver:
        if transferred:
            matter, to = self.studied("evidence"), self.cast.province
            sent = act.transfer(matter=matter, to=to, summary=SUMMARY, actor=SYSTEM, at=FILED_AT)
        else:
            sent = self.sent()
        found = act.deliver(sent.pk, "package", at=FILED_AT)
        assert found is not None
        return found

    def received(self) -> Matter:
        """At BKN, acknowledged."""
        arrived = self.arrived()
        act.acknowledge(hand_over=arrived, actor=SYSTEM)
        return Matter.objects.select_related("report", "organisation").get(pk=arrived.matter_id)

    def examining(self) -> Matter:
        matter = self.received()
        act.open_examination(matter=matter, actor=SYSTEM, **EXAMINED)
        return matter


def proof_of(sent: HandOver) -> Proof:
    return Proof(answer=HandOverState.ACKNOWLEDGED, kind=ProofKind.SBT, number="1", dated_on=day_sent(sent))
