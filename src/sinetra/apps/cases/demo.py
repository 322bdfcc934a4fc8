"""The eight invented reports of the demonstration, filed and moved through the real verbs, backdated."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor, reporter
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.check_requirements import Given, check_requirements
from sinetra.apps.cases.actions.close import close
from sinetra.apps.cases.actions.deliver import deliver
from sinetra.apps.cases.actions.extend_study import extend_study
from sinetra.apps.cases.actions.file_nil_report import file_nil_report
from sinetra.apps.cases.actions.find_complete import find_complete
from sinetra.apps.cases.actions.forward import forward
from sinetra.apps.cases.actions.hold_plenary import hold_plenary
from sinetra.apps.cases.actions.import_recommendations import import_recommendations
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.write_study import write_study
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.demo_study import CONSIDERATIONS, demo_ballots, demo_study, demo_tracks
from sinetra.apps.cases.models import Clock, HandOver, Matter, NilReport
from sinetra.apps.cases.periods import bounds
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome, Period, State
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.read_messages import read_messages
from sinetra.apps.reports.actions.write_message import write_message
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import CustodianKey, Report
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core import yamlfile
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today, zone_of

# Demonstration only: it opens the invented names of invented reporters.
DEMO_PASSPHRASE = "latihan brankas cendana"  # noqa: S105
SUMMARY = (
    "Ringkasan kajian (contoh, rekaan). Menurut laporan dan klarifikasi, perbuatan yang dilaporkan patut diduga "
    "terjadi; mohon diverifikasi dan ditindaklanjuti sesuai kewenangan. Belum ada yang dinyatakan terbukti."
)
EXTENSION = "Perlu keterangan tambahan dari saksi (contoh)."
_STAFF, _PLENARY, _CUSTODIAN, _BKN = "staf.bawaslu", "pleno", "kustodian", "auditor.bkn"
_FIELDS = ("channel", "happened_on", "known_on", "region", "where", "what", "acts")


def load_reports(path: Path) -> tuple[Filed, ...]:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    _make_vault()
    content = yamlfile.read(path)
    for item in content["nil_reports"]:
        _state_nil(item)
    given = sorted(content["reports"], key=lambda item: str(item["filed_at"]))
    return tuple(_load(item) for item in given)


def load_recommendations(path: Path) -> Imported:
    """What the invented Bawaslu office recommended before it had Sinetra. Again it changes nothing."""
    staff = User.objects.select_related("organisation").get(username=_STAFF)
    day = today(staff.organisation.region_id)
    return import_recommendations(path, organisation=staff.organisation, today=day, actor=actor_of(staff, day))


def _state_nil(item: Mapping[str, Any]) -> None:
    office = User.objects.select_related("organisation").get(username=_STAFF).organisation
    period, day = Period(item["period"]), date.fromisoformat(item["day"])
    if not NilReport.objects.filter(organisation=office, period=period, begins_on=bounds(period, day)[0]).exists():
        at = _at(item["stated_on"], office.region_id or "")
        file_nil_report(organisation=office, period=period, day=day, actor=_actor(_STAFF, at), at=at)


def _load(item: Mapping[str, Any]) -> Filed:
    filed = file_report(report=read_report(_shape(item)), at=datetime.fromisoformat(item["filed_at"]))
    report = Report.objects.select_related("organisation").get(pk=filed.report_id)
    decided = any(step["verb"] == "study" for step in item["steps"])
    for step in item["steps"]:
        _STEPS[step["verb"]](report, _at(step["on"], report.region_id))
        if step["verb"] == "open" and decided:
            _study(report, _at(step["on"], report.region_id))
    for place, said in enumerate(item.get("messages", [])):
        _write(report, said, key=f"{item['key']}:{place}")
    return filed


def _write(report: Report, said: Mapping[str, Any], *, key: str) -> None:
    """Whoever answers has read what came before."""
    at = _at(said["on"], report.region_id)
    by_office = said["by"] == "office"
    writer = _actor(_STAFF, at) if by_office else reporter(report.pk)
    secret = hashlib.sha256(f"cendana:{key}".encode()).hexdigest()
    sent = write_message(report=report, text=said["text"], key=secret, actor=writer, at=at)
    if by_office:
        read_messages(report=report, upto=sent.message.pk, actor=writer)


def _shape(item: Mapping[str, Any]) -> dict[str, Any]:
    """Contract 10, without the lines that the YAML reader notes."""
    return {name: item[name] for name in _FIELDS} | {
        "reported": yamlfile.plain(item["reported"]),
        "reporter": yamlfile.plain(item["reporter"]),
        "idempotency_key": hashlib.sha256(f"cendana:{item['key']}".encode()).hexdigest(),
    }


def _make_vault() -> None:
    custodian = User.objects.select_related("organisation").get(username=_CUSTODIAN)
    if not CustodianKey.objects.filter(organisation=custodian.organisation, retired_at=None).exists():
        actor = actor_of(custodian, date(2024, 10, 1))
        new_custodian_key(organisation=custodian.organisation, passphrase=DEMO_PASSPHRASE, actor=actor)


def _open(report: Report, at: datetime) -> None:
    if report.state == ReportState.NEW:
        open_matter(report=report, actor=_actor(_STAFF, at), at=at)


def _study(report: Report, at: datetime) -> None:
    """On the day of opening: the initial study has two days from filing."""
    matter = _matter(report)
    if matter.state == State.REPORT_RECEIVED:
        start_study(matter=matter, actor=_actor(_STAFF, at), at=at)
    if matter.state == State.INITIAL_STUDY:
        _check(matter, at)
        find_complete(matter=matter, actor=_actor(_STAFF, at), at=at)
    if matter.state == State.COMPLETE:
        register(matter=matter, actor=_actor(_STAFF, at), at=at)


def _check(matter: Matter, at: datetime) -> None:
    """The counter had the form, the identity card and the evidence; the rest the report says."""
    met = {item.requirement.id: Given(answer=Answer.MET) for item in items(matter)}
    check_requirements(matter=matter, answers=met, actor=_actor(_STAFF, at), at=at)


def _write_study(report: Report, at: datetime) -> None:
    matter = _matter(report)
    clock = Clock.objects.filter(matter=matter, done_at=None, due_on__lt=at.date()).first()
    if matter.state == State.REGISTERED and clock is not None:
        last = datetime.combine(clock.due_on, at.timetz())
        extend_study(matter=matter, reason=EXTENSION, actor=_actor(_PLENARY, last), at=last)
    if matter.state in {State.REGISTERED, State.CLARIFICATION}:
        write_study(matter=matter, study=demo_study(matter), actor=_actor(_STAFF, at), at=at)


def _plenary(report: Report, at: datetime, decision: Decision = Decision.PROVEN) -> None:
    matter = _matter(report)
    if matter.state == State.STUDY:
        hold_plenary(
            matter=matter,
            decision=decision,
            tracks=demo_tracks(decision),
            ballots=demo_ballots(matter, at.date()),
            reason=CONSIDERATIONS,
            actor=_actor(_PLENARY, at),
            at=at,
        )


def _plenary_not_proven(report: Report, at: datetime) -> None:
    _plenary(report, at, Decision.NOT_PROVEN)


def _forward(report: Report, at: datetime) -> None:
    matter = _matter(report)
    if matter.state == State.PLENARY:
        bkn = Organisation.objects.get(kind=OrganisationKind.BKN, is_demo=True)
        forward(matter=matter, to=bkn, summary=SUMMARY, actor=_actor(_STAFF, at), at=at)
    sent = HandOver.objects.get(matter=matter, direction=Direction.OUTGOING)
    if sent.state == HandOverState.SENT:
        deliver(sent.pk, "package", at=at)


def _acknowledge(report: Report, at: datetime) -> None:
    sent = HandOver.objects.get(matter=_matter(report), direction=Direction.OUTGOING)
    arrived = HandOver.objects.get(direction=Direction.INCOMING, package_id=sent.package_id)
    if arrived.state == HandOverState.RECEIVED:
        acknowledge(hand_over=arrived, actor=_actor(_BKN, at), at=at)
    if sent.state == HandOverState.SENT:
        deliver(arrived.pk, "reply", at=at)


def _close_not_proven(report: Report, at: datetime) -> None:
    matter = _matter(report)
    if matter.state != State.CLOSED:
        close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=_actor(_PLENARY, at), at=at)


_STEPS = {
    "open": _open,
    "study": _write_study,
    "plenary": _plenary,
    "plenary_not_proven": _plenary_not_proven,
    "forward": _forward,
    "acknowledge": _acknowledge,
    "close_not_proven": _close_not_proven,
}


def _matter(report: Report) -> Matter:
    return Matter.objects.select_related("report", "organisation").get(report=report)


def _actor(username: str, at: datetime) -> Actor:
    return actor_of(User.objects.get(username=username), at.date())


def _at(on: str, region: str) -> datetime:
    """Ten in the morning, in the zone of the region."""
    return datetime.combine(date.fromisoformat(on), time(10), zone_of(region).info)
