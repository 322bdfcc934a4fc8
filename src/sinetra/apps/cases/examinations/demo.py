"""Two invented matters of the demonstration at the personnel office: one decided, one with an objection open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.actions.answer_sender import answer_sender
from sinetra.apps.cases.actions.deliver import deliver, deliver_answer
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.open_examination import open_examination
from sinetra.apps.cases.actions.pass_on import can_be_passed_on, pass_on
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.examinations import actions as act
from sinetra.apps.cases.examinations.actions.decide import Decided
from sinetra.apps.cases.examinations.actions.join_team import Appointed
from sinetra.apps.cases.models import Examination, LetterHouse, Matter
from sinetra.apps.cases.vocabulary import HandOverState, MatterKind, Verdict
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core import yamlfile
from sinetra.core.casework.penalties import Official, TeamRole
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.ports.clock import zone_of

SUMMARY = "Ringkasan verifikasi (contoh, rekaan). Mohon diperiksa. Belum ada yang dinyatakan terbukti."
_NOTE = "Catatan (contoh, rekaan)."
_BKN, _OFFICER, _REGION = "auditor.bkn", "kepala.bkpsdm", "99.71"


def load_examinations(path: Any) -> int:
    """After ``cases.demo.load_reports``; how many matters went on. Again it changes nothing. Errors: ``Forbidden``
    outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    content = yamlfile.read(path)
    for item in content["receivers"]:
        _set_house(item, _at(content["examinations"][0]["passed_on"]))
    return sum(_load(item) for item in content["examinations"])


def _set_house(item: Mapping[str, Any], at: datetime) -> None:
    signature = SignatureBlock(capacity=Capacity.OWN, title=item["title"], name=item["name"])
    house = House(
        lines=item["lines"],
        address="Jalan Contoh 2",
        place=item["place"],
        paper="f4",
        nature="Rahasia",
        copies=("Arsip",),
        signature=signature,
        pattern=item["pattern"],
    )
    actor = _actor(item["username"], at)
    if not LetterHouse.objects.filter(organisation_id=actor.office).exists():
        set_letter_house(house=house, year=at.year, actor=actor)


def _load(item: Mapping[str, Any]) -> bool:
    rows = Matter.objects.filter(kind=MatterKind.HANDED_OVER, organisation__kind=OrganisationKind.BKN)
    rows = rows.filter(state=HandOverState.ACKNOWLEDGED, organisation__is_demo=True)
    matter = next((row for row in rows.select_related("organisation") if row.acts == [item["act"]]), None)
    if matter is None or not can_be_passed_on(matter):
        return False
    city = Organisation.objects.get(kind=OrganisationKind.LOCAL_GOVERNMENT, region_id=_REGION, is_demo=True)
    at = _at(item["passed_on"])
    sent = pass_on(matter=matter, to=city, summary=SUMMARY, actor=_actor(_BKN, at), at=at)
    arrived = deliver(sent.pk, "package", at=at)
    assert arrived is not None  # noqa: S101 - both live in the demonstration
    at = _at(item["acknowledged"])
    acknowledge(hand_over=arrived, actor=_actor(_OFFICER, at), at=at)
    deliver(arrived.pk, "reply", at=at)
    received = Matter.objects.select_related("organisation").get(pk=arrived.matter_id)
    row = open_examination(
        matter=received,
        place=0,
        status=SubjectStatus(item["status"]),
        position=Position(item["position"]),
        actor=_actor(_OFFICER, at),
        note=_NOTE,
        at=at,
    )
    for step in item["steps"]:
        _STEPS[step["verb"]](row, step, _at(step["on"]))
    return True


def _join(row: Examination, step: Mapping[str, Any], at: datetime) -> None:
    for role, name in (("superior", step["superior"]), ("supervision", step["supervision"])):
        appointed = Appointed(role=TeamRole(role), on=at.date(), letter=step["letter"], name=name)
        act.join_team(examination=row, appointed=appointed, actor=_actor(_OFFICER, at), at=at)
    user = User.objects.get(username=_OFFICER)
    appointed = Appointed(role=TeamRole.PERSONNEL, on=at.date(), letter=step["letter"], user=user)
    act.join_team(examination=row, appointed=appointed, actor=_actor(_OFFICER, at), at=at)


def _decide(row: Examination, step: Mapping[str, Any], at: datetime) -> None:
    decided = Decided(
        verdict=Verdict.SANCTION,
        official=Official(step["official"]),
        penalty=step["penalty"],
        letter=_letter(row, step, at),
        on=at.date(),
        reason=_NOTE,
    )
    act.decide(examination=row, decided=decided, actor=_actor(_OFFICER, at), at=at)


def _simple(row: Examination, step: Mapping[str, Any], at: datetime) -> None:
    verb: Callable[..., object] = getattr(act, step["verb"])
    letter = _letter(row, step, at)
    verb(examination=row, letter=letter, on=at.date(), note=_NOTE, actor=_actor(_OFFICER, at), at=at)


def _letter(row: Examination, step: Mapping[str, Any], at: datetime) -> str:
    """Its number: of one that is written and numbered here, else as it is told."""
    if "writes" not in step:
        return str(step["letter"])
    matter = Matter.objects.select_related("organisation", "region", "report").get(pk=row.matter_id)
    return issue_document(
        matter=matter,
        form=step["writes"],
        examination=row,
        entries={name: text for name, text in step["entries"].items() if name != yamlfile.LINE},
        actor=_actor(_OFFICER, at),
        at=at,
    ).number


def _report(row: Examination, step: Mapping[str, Any], at: datetime) -> None:
    act.report_act(examination=row, letter=step["letter"], on=at.date(), actor=_actor(_OFFICER, at), at=at)


def _answer(row: Examination, step: Mapping[str, Any], at: datetime) -> None:
    matter = Matter.objects.select_related("organisation").get(pk=row.matter_id)
    sent = answer_sender(matter=matter, actor=_actor(_OFFICER, at), at=at)
    deliver_answer(sent.pk, at=at)


_STEPS = {
    "team": _join,
    "summon": _simple,
    "examine": _simple,
    "decide": _decide,
    "deliver": _simple,
    "contest": _simple,
    "report_act": _report,
    "answer": _answer,
}


def _actor(username: str, at: datetime) -> Actor:
    return actor_of(User.objects.get(username=username), at.date())


def _at(on: str) -> datetime:
    """Ten in the morning, in the zone of the city."""
    return datetime.combine(date.fromisoformat(on), time(10), zone_of(_REGION).info)
