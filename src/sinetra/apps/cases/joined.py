"""Several reports of one event in one matter: which matter takes another one, and what holds while it has more."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.base.viewing import compared_only
from sinetra.apps.cases.clarification.said import invited_of
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import draft_of
from sinetra.apps.cases.models import Clarification, Clock, IssuedDocument, Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.studies import last_study, opened
from sinetra.apps.cases.vocabulary import LetterState, MatterKind, State, Whom
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.casework.letters import Names
from sinetra.core.errors import Conflict, gettext_noop

#: Before the plenary: what comes later was not part of what it decided, and wants a matter of its own.
JOINABLE = frozenset(
    {
        State.INITIAL_INFORMATION,
        State.TRACING,
        State.SUPERVISION_REPORT,
        State.FINDING,
        State.REPORT_RECEIVED,
        State.INITIAL_STUDY,
        State.REPAIR,
        State.COMPLETE,
        State.REGISTERED,
        State.CLARIFICATION,
        State.STUDY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The reports of one matter. ``independent`` counts those that are no copy: how many, never how good."""

    first: Report | None
    joined: tuple[Report, ...]

    @property
    def independent(self) -> int:
        return (self.first is not None) + sum(not row.is_copy for row in self.joined)

    @property
    def copies(self) -> int:
        return sum(row.is_copy for row in self.joined)


def sources_of(actor: Actor, matter: Matter) -> Sources:
    rows = visible(actor, Report).filter(joined_to=matter).select_related("region").order_by("joined_at", "id")
    texts = ("what_sealed", "where_sealed", "reported_sealed")
    return Sources(first=matter.report, joined=tuple(rows.defer(*texts)))


def is_joinable(matter: Matter) -> bool:
    return matter.state in JOINABLE and matter.erased_at is None


def require_joinable(matter: Matter, report: Report) -> None:
    """A report keeps what the law gives it: it goes only where it is handled as a report and no later than alone.

    Errors: ``Conflict``.
    """
    if not is_joinable(matter):
        raise Conflict(
            gettext_noop(
                "Perkara itu sudah diputus, dilimpahkan, atau ditutup. Buka laporan ini sebagai perkara sendiri."
            ),
            code="not_joinable",
        )
    if report.kept_as != Channel.REPORT:
        return
    if matter.kind != MatterKind.REPORT:
        raise Conflict(
            gettext_noop(
                "Ini laporan resmi, perkara itu bukan. Buka laporan ini sebagai perkara, "
                "lalu gabungkan yang lain kepadanya."
            ),
            code="formal_report",
        )
    if not _in_time(matter, report):
        raise Conflict(
            gettext_noop("Tenggat laporan ini lebih dekat daripada tenggat perkara itu. Buka sebagai perkara sendiri."),
            code="older_report",
        )


def is_handled_as_report(matter: Matter, report: Report) -> bool:
    """What the law gives a report, it has in this matter as well."""
    return matter.kind == MatterKind.REPORT and _in_time(matter, report)


def _in_time(matter: Matter, report: Report) -> bool:
    """Each deadline of the report is one of the matter, counted from no later day."""
    rules = {Due.of(kept).rule for kept in report.due}
    rows = Clock.objects.filter(matter=matter, track=None, started_on__lte=report.filed_on)
    return rules <= {rule.removesuffix("_extended") for rule in rows.values_list("rule", flat=True)}


def require_alone(matter: Matter) -> None:
    """Before a step that ends the matter for a reason of one reporter. Errors: ``Conflict``."""
    if matter.joined_reports.exists():
        raise Conflict(
            gettext_noop(
                "Perkara ini memuat laporan lain yang tetap harus ditangani. "
                "Pisahkan dahulu laporan itu di halaman perkara."
            ),
            code="has_other_reports",
        )


def require_separable(matter: Matter, report: Report) -> None:
    """Who is meant by a study, a clarification or a letter is kept as a place among those reported: none of those
    places may come to mean somebody else, or nobody, when ``report`` leaves. Errors: ``Conflict``.
    """
    with compared_only():
        now, then = reported_of(matter), reported_of(matter, without=report)
        used = _used_places(matter) if now != then else frozenset()
    if any(now[place : place + 1] != then[place : place + 1] for place in used):
        raise Conflict(
            gettext_noop(
                "Bila laporan ini dipisahkan, daftar yang dilaporkan berubah. "
                "Kajian, klarifikasi, atau konsep surat perkara ini sudah memakai daftar itu. "
                "Konsep surat dapat dihapus dahulu; kajian dan klarifikasi tidak."
            ),
            code="places_used",
        )


def _used_places(matter: Matter) -> frozenset[int]:
    study = last_study(matter)
    found = set(range(len(opened(study).facts["people"]))) if study is not None else set()
    invited = Clarification.objects.filter(matter=matter, whom=Whom.REPORTED)
    found |= {invited_of(row).person for row in invited.only("whom", "told_sealed")}
    of_one = [kind.id for kind in letters() if kind.names is Names.ONE]
    drafts = IssuedDocument.objects.filter(matter=matter, kind__in=of_one, state=LetterState.DRAFT)
    return frozenset(found | {draft_of(row).person for row in drafts})
