"""The invented careers of the demonstration, by the real verbs. Profile ``demo`` only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.careers.actions import check_transfer, decide_step, propose_step, publish_policy
from sinetra.apps.careers.actions.decide_step import Ruling
from sinetra.apps.careers.actions.propose_step import Proposal
from sinetra.apps.careers.actions.publish_policy import NewPolicy
from sinetra.apps.careers.law import facts_of
from sinetra.apps.careers.models import CareerPolicy, CareerStep
from sinetra.apps.careers.vocabulary import Reason, StepKind
from sinetra.apps.registry.models import Person, Unit
from sinetra.core import yamlfile
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.law.words import Position
from sinetra.ports.clock import today

_REGION, _OFFICER = "99.71", "petugas.bkpsdm"
_HEADS = (Position.CAMAT, Position.LURAH, Position.JPT_PRATAMA, Position.ADMINISTRATOR)


def load_careers(path: Path) -> None:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    given = yamlfile.plain(yamlfile.read(path))
    people = {item["key"]: item for item in given["people"]}
    for item in given["career_policies"]:
        if not CareerPolicy.objects.filter(number=item["number"]).exists():
            _policy(dict(item))
    if not CareerStep.objects.exists():
        for item in given["career_steps"]:
            _step(item, _person(people[item["person"]]))
        for item in given["career_groups"]:
            _group(item, people)


def _policy(item: dict[str, Any]) -> None:
    by = _actor(item.pop("by"))
    days = {name: _day(item.pop(name)) for name in ("dated_on", "from_on", "until_on")}
    new: dict[str, Any] = {**item, **days}
    publish_policy(policy=NewPolicy(**new), actor=by)


def _step(item: Mapping[str, Any], person: Person) -> None:
    row = propose_step(
        proposal=Proposal(
            kind=StepKind(item["kind"]),
            title=item["title"],
            reason=Reason(item["reason"]),
            criteria="\n".join(item["criteria"]),
            words=item["words"],
            proposed_on=_day(item["proposed_on"]),
            effective_on=_day(item["effective_on"]),
            to_unit=Unit.objects.get(code=item["to_unit"]) if "to_unit" in item else None,
            position=Position(item["position"]) if "position" in item else None,
        ),
        person=person,
        actor=_actor(_OFFICER),
    )
    if "check" in item:
        check_transfer(facts={**facts_of(row), **item["check"]}, step=row, actor=_actor(_OFFICER))
    given = item["decided"]
    if given is not None:
        on = date.fromisoformat(given["day"])
        ruling = Ruling(granted=given["granted"], decided_on=on, number=given["number"], words=given["words"])
        decide_step(step=row, ruling=ruling, actor=_actor("ppk"))


def _group(given: Mapping[str, Any], people: Mapping[str, Any]) -> None:
    """One step a person, all for one reason."""
    decided = {name: given[name] for name in ("granted", "number")} | {"words": given["decision"]}
    for key in given["people"]:
        person = _person(people[key])
        item = {
            "kind": StepKind.TRANSFER,
            "title": person.position_title,
            "position": person.position if person.position in _HEADS else Position.SUPERVISOR,
            "reason": given["reason"],
            "criteria": ["Penilaian kinerja baik", "Sesuai kebutuhan organisasi"],
            "words": "Penataan jabatan menurut pola karier.",
            "proposed_on": given["decided_on"],
            "effective_on": given["effective_on"],
            "check": {},
            "decided": decided | {"day": given["decided_on"]},
        }
        _step(item, person)


def _person(item: Mapping[str, Any]) -> Person:
    return Person.objects.select_related("unit", "organisation").get(name=item["name"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today(_REGION))
