"""The cast of the demonstration: an invented city, its offices, people, accounts, candidates. Profile ``demo`` only.

Nobody has a password: *Masuk sebagai…* is one click, and works for these accounts only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.actions.store_organisation import store_organisation
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.actions.store_unit import store_unit
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, Organisation, Person, Region, Unit
from sinetra.apps.registry.regions import DEMO_EDITION, store_regions
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName, OrganisationKind, OrganisationLevel, UnitKind
from sinetra.core import yamlfile
from sinetra.core.casework.interests import Tie
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.law.words import BodyCode, Position, SubjectStatus

SOURCE = "contoh: rekaan untuk peragaan"
# Long enough for the demonstration's legal date and for its switch to today.
ROLES_FROM, ROLES_UNTIL = date(2024, 1, 1), date(2028, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class CastAccount:
    """One button of *Masuk sebagai…*, with its label in both languages."""

    username: str
    label_id: str
    label_en: str


def cast_accounts(path: Path) -> tuple[CastAccount, ...]:
    """In the order of the file."""
    return tuple(
        CastAccount(username=item["username"], label_id=item["label"]["id"], label_en=item["label"]["en"])
        for item in yamlfile.read(path)["accounts"]
    )


def load_cast(path: Path) -> None:
    """Everything of the file up to the pairs, through the verbs; again it changes nothing.

    Errors: ``Forbidden`` outside profile ``demo`` and for a region that is not an invented one.
    """
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    cast = yamlfile.read(path)
    regions = [(item["code"], item["name"]) for item in cast["regions"]]
    if any(not code.startswith("99") for code, _ in regions):
        raise Forbidden(gettext_noop("Data contoh hanya untuk wilayah rekaan (99)"), code="demo_region")
    store_regions(regions, DEMO_EDITION)
    with unit_of_work(SYSTEM):
        _Loader(cast).load()


class _Loader:
    """Keys of the file to stored rows, section by section."""

    def __init__(self, cast: Mapping[str, Any]) -> None:
        self.cast = cast
        self.regions = Region.objects.in_bulk([item["code"] for item in cast["regions"]])
        self.organisations: dict[str, Organisation] = {}
        self.units: dict[tuple[str, str], Unit] = {}
        self.people: dict[str, Person] = {}

    def load(self) -> None:
        self._organisations()
        self._units()
        self._people()
        self._held_roles()
        self._leaves()
        self._pairs()
        self._accounts()
        self._interests()

    def _region(self, item: Mapping[str, Any]) -> Region | None:
        return self.regions[item["region"]] if "region" in item else None

    def _organisations(self) -> None:
        by_key = {item["key"]: item for item in self.cast["organisations"]}

        def stored(key: str) -> Organisation:
            if key not in self.organisations:
                item = by_key[key]
                self.organisations[key] = store_organisation(
                    name=item["name"],
                    short_name=item["short_name"],
                    kind=OrganisationKind(item["kind"]),
                    level=OrganisationLevel(item["level"]),
                    region=self._region(item),
                    parent=stored(item["parent"]) if "parent" in item else None,
                    is_demo=True,
                    actor=SYSTEM,
                )
            return self.organisations[key]

        for key in by_key:
            stored(key)

    def _units(self) -> None:
        for key, organisation in self.organisations.items():
            for item in self.cast["units"].get(key, ()):
                self.units[key, item["code"]] = store_unit(
                    organisation=organisation,
                    code=item["code"],
                    name=item["name"],
                    kind=UnitKind(item["kind"]),
                    parent=self.units[key, item["parent"]] if "parent" in item else None,
                    region=self._region(item),
                    actor=SYSTEM,
                )

    def _people(self) -> None:
        for item in self.cast["people"]:
            self.people[item["key"]] = store_person(
                organisation=self.organisations[item["organisation"]],
                name=item["name"],
                status=SubjectStatus(item["status"]),
                number=item.get("number", ""),
                unit=self.units[item["organisation"], item["unit"]],
                position=Position(item["position"]),
                position_title=item["title"],
                actor=SYSTEM,
            )

    def _held_roles(self) -> None:
        for item in self.cast["held_roles"]:
            for role in item["roles"]:
                hold_role(
                    organisation=self.organisations[item["organisation"]],
                    role=HeldRoleName(role),
                    kind=HeldKind(item["kind"]),
                    holder_name=item["holder"],
                    holder_title=item["title"],
                    from_on=date.fromisoformat(item["from_on"]),
                    until_on=date.fromisoformat(item["until_on"]) if item["until_on"] else None,
                    reason=item["reason"],
                    source=SOURCE,
                    confidence=Confidence.UNCHECKED,
                    actor=SYSTEM,
                )

    def _leaves(self) -> None:
        for item in self.cast["leaves"]:
            record_leave(
                organisation=self.organisations[item["organisation"]],
                holder_name=item["holder"],
                from_on=date.fromisoformat(item["from_on"]),
                until_on=date.fromisoformat(item["until_on"]),
                given_by=BodyCode(item["given_by"]),
                told_kpu_on=date.fromisoformat(item["told_kpu_on"]) if item["told_kpu_on"] else None,
                source=SOURCE,
                actor=SYSTEM,
            )

    def _interests(self) -> None:
        for item in self.cast["interests"]:
            user = User.objects.get(username=item["account"])
            if not DeclaredInterest.objects.filter(user=user).exists():
                declare_interest(
                    organisation=self.organisations[item["keeper"]],
                    user=user,
                    tie=Tie(item["tie"]),
                    pair=ElectionPair.objects.get(election=self.cast["timetable"], number=item["pair"]),
                    from_on=date.fromisoformat(item["from_on"]),
                    source=SOURCE,
                    actor=SYSTEM,
                )

    def _pairs(self) -> None:
        owner = next(row for row in self.organisations.values() if row.kind == OrganisationKind.KPU)
        for item in self.cast["pairs"]:
            store_pair(
                organisation=owner,
                election=self.cast["timetable"],
                region=Region.objects.get(pk=owner.region_id),
                number=item["number"],
                head_name=item.get("head", ""),
                deputy_name=item.get("deputy", ""),
                head_is_incumbent=item.get("incumbent", {}).get("head", False),
                deputy_is_incumbent=item.get("incumbent", {}).get("deputy", False),
                is_empty_column="head" not in item,
                source=SOURCE,
                actor=SYSTEM,
            )

    def _accounts(self) -> None:
        holders = {item["key"]: item for item in self.cast["held_roles"]}
        for item in self.cast["accounts"]:
            user = User.objects.filter(username=item["username"]).first() or self._account(item, holders)
            for role in item["roles"]:
                if not RoleGrant.objects.filter(user=user, role=role).exists():
                    starts_on, ends_on = _days(holders.get(item.get("holder", "")))
                    grant_role(
                        user=user,
                        role=Role(role),
                        unit=Unit.objects.get(organisation_id=user.organisation_id, code=item["unit"])
                        if role == Role.UNIT_ORGANISER
                        else None,
                        starts_on=starts_on,
                        ends_on=ends_on,
                        actor=SYSTEM,
                    )

    def _account(self, item: Mapping[str, Any], holders: Mapping[str, Mapping[str, Any]]) -> User:
        person = self.people.get(item.get("person", ""))
        if person is not None:
            name, organisation = person.name, person.organisation
        else:
            name = item["name"] if "name" in item else holders[item["holder"]]["holder"]
            organisation = self.organisations[item["organisation"]]
        return create_user(username=item["username"], name=name, organisation=organisation, person=person, actor=SYSTEM)


def _days(held: Mapping[str, Any] | None) -> tuple[date, date]:
    """A PPK acts as long as the office is held."""
    if held is None:
        return ROLES_FROM, ROLES_UNTIL
    until = date.fromisoformat(held["until_on"]) if held["until_on"] else ROLES_UNTIL
    return date.fromisoformat(held["from_on"]), until
