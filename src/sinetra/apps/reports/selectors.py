"""Reads of reports: what a reporter sees with the code, what the office sees of one report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor, reporter
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.models import Clock, Step
from sinetra.apps.cases.steps import StepCode, text_of
from sinetra.apps.cases.track_views import FollowTrack, follow_tracks
from sinetra.apps.reports.codes import find_by_code
from sinetra.apps.reports.follow_talk import FollowTalk, follow_talk
from sinetra.apps.reports.follow_trail import FollowHandOver, followed_hand_overs
from sinetra.apps.reports.intake import ReportedPerson
from sinetra.apps.reports.joined import done_by_matter
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowStep:
    """``code`` is stable; ``text(translate, language)`` is the line in words. ``on`` is a day: times of the
    office stay there."""

    code: str
    params: Mapping[str, Any]
    on: date

    def text(self, translate: Callable[[str], str] = str, language: str = "id") -> str:
        return text_of(self.code, self.params, translate, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowClock:
    """``done_on`` None is still running."""

    due: Due
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """What the reporter of one report may know. Nothing of it depends on whether others reported the same.

    ``zone`` is the abbreviation that stands after times (WIB, WITA, WIT).
    """

    report_id: UUID
    channel: str
    kept_as: str
    office: str
    region: str
    zone: str
    filed_at: datetime
    filed_on: date
    steps: tuple[FollowStep, ...]
    clocks: tuple[FollowClock, ...]
    talk: FollowTalk
    hand_overs: tuple[FollowHandOver, ...] = ()
    tracks: tuple[FollowTrack, ...] = ()

    @property
    def is_unsigned(self) -> bool:
        """Kept as initial information because the signed form did not come in time."""
        return self.kept_as != self.channel and any(step.code == StepCode.FORM_NOT_SIGNED for step in self.steps)

    def to_json(self, translate: Callable[[str], str] = str, language: str = "id") -> dict[str, Any]:
        """Contract 10: steps, messages, clocks, tracks; and what is asked of the reporter."""
        return {
            "channel": self.channel,
            "kept_as": self.kept_as,
            "office": self.office,
            "filed_at": self.filed_at.isoformat(timespec="seconds"),
            "steps": [
                {"code": step.code, "text": step.text(translate, language), "on": step.on.isoformat()}
                for step in self.steps
            ],
            **self.talk.to_json(translate, language),
            "clocks": [
                {
                    "rule": clock.due.rule,
                    "due": clock.due.due.isoformat(),
                    "explanation": list(clock.due.explanation(translate, language)),
                    "done_on": clock.done_on.isoformat() if clock.done_on else None,
                }
                for clock in self.clocks
            ],
            "hand_overs": [item.to_json() for item in self.hand_overs],
            "tracks": [
                {
                    "track": track.kind,
                    "receives": track.receives,
                    "product": track.product,
                    "state": track.state,
                    "outcome": track.outcome or None,
                    "ended_on": track.ended_on.isoformat() if track.ended_on else None,
                }
                for track in self.tracks
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with its texts opened, for the office that handles it. Who reported is not in it, only whether
    an identity is in the vault. ``is_cleared``: nothing was proven, and its texts stay sealed.
    """

    report: Report
    what: str
    where: str
    reported: tuple[ReportedPerson, ...]
    due: tuple[Due, ...]
    has_identity: bool
    is_cleared: bool = False


def follow(code: str) -> FollowView:
    """By the code as typed. Errors: ``BadInput`` when it cannot be a code, ``NotFound`` (``code_unknown``)."""
    return _view(find_by_code(code))


def follow_report(report_id: UUID | str) -> FollowView:
    """For the holder of a view token that names the report. Errors: ``NotFound``."""
    report = visible(reporter(UUID(str(report_id))), Report).select_related("organisation").first()
    if report is None:
        raise _not_found()
    return _view(report)


def report_view(actor: Actor, report_id: UUID) -> ReportView:
    """Errors: ``Forbidden``, ``NotFound`` (also for a report of another office or region), ``StepAside``."""
    require(actor, "report.read")
    report = visible(actor, Report).select_related("organisation", "region").filter(pk=report_id).first()
    if report is None:
        raise _not_found()
    require(actor, "report.read", report)
    require_no_conflict_in_report(actor, report)
    matter = report.in_matter
    has_identity = Identity.objects.filter(report=report).exists()
    due = tuple(Due.of(kept) for kept in report.due)
    if matter is not None and matter.is_cleared:
        # Presumption of innocence: who was cleared is found in no page of the office any more.
        return ReportView(
            report=report, what="", where="", reported=(), due=due, has_identity=has_identity, is_cleared=True
        )
    return ReportView(
        report=report,
        what=open_value(report.what_sealed, report.pk, "what"),
        where=open_value(report.where_sealed, report.pk, "where"),
        reported=tuple(
            ReportedPerson(**person) for person in open_value(report.reported_sealed, report.pk, "reported")
        ),
        due=due,
        has_identity=has_identity,
    )


def _view(report: Report) -> FollowView:
    actor = reporter(report.pk)
    steps = visible(actor, Step).order_by("at", "place", "id")
    clocks = visible(actor, Clock).order_by("due_on", "id")
    running = tuple(FollowClock(due=Due.of(clock.told), done_on=clock.done_on) for clock in clocks)
    # Before the office opens a matter the reporter sees what was told at filing; joined to one, that as well.
    done = done_by_matter(report)
    told = tuple(FollowClock(due=due, done_on=done.get(due.rule)) for due in map(Due.of, report.due))
    if report.joined_to_id is not None:
        running = (*told, *running)
    return FollowView(
        report_id=report.pk,
        channel=report.channel,
        kept_as=report.kept_as,
        office=report.organisation.name,
        region=report.region_id,
        zone=zone_of(report.region_id).abbreviation,
        filed_at=report.filed_at,
        filed_on=report.filed_on,
        steps=tuple(FollowStep(code=step.code, params=step.params, on=step.on) for step in steps),
        clocks=running or told,
        talk=follow_talk(report),
        hand_overs=followed_hand_overs(actor),
        tracks=follow_tracks(actor),
    )


def _not_found() -> NotFound:
    return NotFound(gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."))
