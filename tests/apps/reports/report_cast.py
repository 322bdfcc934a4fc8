"""The cast of reports and matters: offices, staff, custodian, receiver, outsiders; and a filing to start from."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from casework_rows import decided, registered
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import deliver, forward, open_matter
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.reports.actions import Filed, file_report, new_custodian_key
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report

PASSPHRASE = "kayu manis di tepi kali"
FILED_AT = datetime.fromisoformat("2024-11-22T08:10+07:00")
SUMMARY = "Ringkasan kajian untuk penerima."
TODAY = date(2024, 11, 22)
REPORTER = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"}
WORDS = "Kata-kata pelapor sendiri."
NAME = "Teratai Contohsari"


def key() -> str:
    return secrets.token_urlsafe(16)


def content(**changes: Any) -> dict[str, Any]:
    return {
        "channel": "initial_information",
        "what": WORDS,
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71.01",
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": NAME, "unit": "Kelurahan Contoh"}],
        "acts": ["like"],
        "reporter": None,
        "idempotency_key": key(),
    } | changes


def formal(**changes: Any) -> dict[str, Any]:
    return content(channel="report", reporter=REPORTER) | changes


def filed(given: dict[str, Any], at: datetime | None = FILED_AT) -> Filed:
    return file_report(report=read_report(given), at=at)


@dataclass(frozen=True)
class Cast:
    bawaslu: Organisation
    province: Organisation
    bkn: Organisation
    pemko: Organisation
    staff: Actor
    commissioner: Actor
    custodian: Actor
    bkn_officer: Actor
    province_staff: Actor
    district_staff: Actor
    outsiders: tuple[Actor, ...]

    def report(self, **changes: Any) -> Report:
        return Report.objects.select_related("organisation").get(pk=filed(formal(**changes)).report_id)

    def matter(self, **changes: Any) -> Matter:
        return open_matter(report=self.report(**changes), actor=self.staff)

    def in_plenary(self) -> Matter:
        return decided(self.registered(), self.commissioner)

    def registered(self, **changes: Any) -> Matter:
        return registered(self.matter(**changes), self.staff)

    def sent(self) -> HandOver:
        return forward(matter=self.in_plenary(), to=self.bkn, summary=SUMMARY, actor=self.staff)

    def arrived(self) -> HandOver:
        found = deliver(self.sent().pk, "package")
        assert found is not None
        return found


def _region(code: str, level: str) -> Region:
    return Region.objects.create(
        code=code,
        name=code,
        search_name=code,
        level=level,
        parent_id=code.rpartition(".")[0] or None,
        edition="uji",
    )


def _organisation(name: str, kind: str, level: str, region: str | None) -> Organisation:
    with unit_of_work(SYSTEM) as work:
        made = Organisation(name=name, short_name=name, kind=kind, level=level, region_id=region, is_demo=True)
        work.create(made)
        work.record("organisation.create", made)
    return made


def _person(office: Organisation, *roles: Role, region: str = "", name: str = "") -> Actor:
    with unit_of_work(SYSTEM) as work:
        username = secrets.token_hex(6)
        user = work.create(User(organisation=office, username=username, name=name or username, password="!"))
        work.record("accounts.create", user)
    return Actor(
        kind="person",
        user_id=user.pk,
        organisation_id=office.pk,
        roles=frozenset(roles),
        regions=(region,) if region else (),
        name=user.name,
    )


person: Callable[..., Actor] = _person


def hold(actor: Actor) -> None:
    """The roles of ``actor`` as grants of the account: what is counted and looked up, not only acted with."""
    with unit_of_work(SYSTEM) as work:
        for role in actor.roles:
            row = RoleGrant(
                organisation_id=actor.organisation_id,
                user_id=actor.user_id,
                role=role,
                starts_on=TODAY,
                ends_on=date(2099, 1, 1),
            )
            work.create(row)
            work.record("accounts.grant_role", row)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def make_cast() -> Cast:
    for code, level in (("99", "province"), ("99.71", "city"), ("99.71.01", "district"), ("99.71.02", "district")):
        _region(code, level)
    _region("99.72", "city")
    bawaslu = _organisation("Bawaslu Cendana", "bawaslu", "city", "99.71")
    province = _organisation("Bawaslu Provinsi Contoh", "bawaslu", "province", "99")
    bkn = _organisation("BKN (contoh)", "bkn", "national", None)
    pemko = _organisation("Pemko Cendana", "local_government", "city", "99.71")
    custodian = _person(bawaslu, Role.CUSTODIAN)
    # Three people are counted, so that the office keeps its own vault.
    for actor in (custodian, _person(bawaslu, Role.CUSTODIAN), _person(bawaslu, Role.CUSTODIAN)):
        hold(actor)
    new_custodian_key(organisation=bawaslu, passphrase=PASSPHRASE, actor=custodian)
    return Cast(
        bawaslu=bawaslu,
        province=province,
        bkn=bkn,
        pemko=pemko,
        staff=_person(bawaslu, Role.BAWASLU_STAFF),
        commissioner=_person(bawaslu, Role.BAWASLU_COMMISSIONER),
        custodian=custodian,
        bkn_officer=_person(bkn, Role.BKN_OFFICER),
        province_staff=_person(province, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER),
        district_staff=_person(bawaslu, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, region="99.71.02"),
        outsiders=(
            _person(bawaslu, Role.ADMINISTRATOR),
            _person(bawaslu, Role.AUDITOR),
            _person(bawaslu),
            _person(pemko, Role.PPK, Role.BKPSDM_OFFICER, Role.INSPECTORATE, Role.NEUTRALITY_TEAM),
            Actor(kind="public"),
        ),
    )
