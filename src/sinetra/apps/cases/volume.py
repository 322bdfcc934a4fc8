"""Volume for the demo and the tests: many invented people, reports and matters in Kota Cendana, by the real verbs.

Scale 1 is a small city through one election: 4,000 people, 2,000 reports, half of them opened. The same seed gives the
same content; ids and sealed bytes differ.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.registry.imports.people import import_people
from sinetra.apps.registry.models import Organisation, Region, Unit
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.actions.file_report import file_report
from sinetra.apps.reports.intake import ACTS, read_report
from sinetra.apps.reports.models import Report
from sinetra.core.errors import Forbidden, gettext_noop

PEOPLE, REPORTS = 4_000, 2_000
REGION = "99.71"
_FIRST = ("Akar", "Bayam", "Cempaka", "Delima", "Enau", "Flamboyan", "Gambir", "Jahe", "Kunyit", "Lontar", "Melati")
_ROLES = ("lurah", "camat", "pns", "pppk", "teacher", "non_asn", "other")
_BEGIN, _DAYS = date(2024, 9, 25), 55


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    people: int
    reports: int
    matters: int


def fill_volume(*, scale: float, seed: int = 1) -> Volume:
    """After ``accounts.demo.load_cast``. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    dice = random.Random(seed)  # noqa: S311 - invented content, nothing secret
    people = _people(dice, round(PEOPLE * scale))
    reports, matters = _reports(dice, round(REPORTS * scale))
    return Volume(people=people, reports=reports, matters=matters)


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), date(2024, 11, 1))


def _people(dice: random.Random, number: int) -> int:
    """As an officer would read them in: one CSV file."""
    office = Organisation.objects.get(kind=OrganisationKind.LOCAL_GOVERNMENT, is_demo=True)
    units = list(Unit.objects.filter(organisation=office).order_by("code").values_list("code", flat=True))
    lines = ["nama,status,nip,unit"]
    for index in range(number):
        name = f"{dice.choice(_FIRST)} Contoh{dice.choice(_FIRST).lower()} {index + 1}"
        born = date(1966, 1, 1) + timedelta(days=dice.randrange(6_500))
        # Serial numbers from 001 on, distinct by birthday, month of appointment and sex.
        since = f"{2004 + index % 20}{index // 20 % 12 + 1:02}"
        nip = f"{born:%Y%m%d}{since}{dice.choice('12')}{index // 240 % 900 + 1:03}"
        lines.append(f"{name},pns,{nip},{dice.choice(units)}")
    if number == 0:
        return 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pegawai.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return import_people(path, organisation=office, actor=_actor("petugas.bkpsdm")).created


def _given(dice: random.Random, number: int) -> Iterator[tuple[dict[str, Any], datetime]]:
    villages = list(Region.objects.filter(pk__startswith=f"{REGION}.").order_by("pk").values_list("pk", flat=True))
    for index in range(number):
        happened = _BEGIN + timedelta(days=dice.randrange(_DAYS))
        known = happened + timedelta(days=dice.choice((0, 0, 1, 2)))
        filed = datetime(known.year, known.month, known.day, 2 + index % 9, index % 60, tzinfo=UTC) + timedelta(days=1)
        yield (
            {
                "channel": "initial_information",
                "what": f"Kejadian rekaan nomor {index + 1} untuk volume latihan.",
                "happened_on": happened.isoformat(),
                "known_on": known.isoformat(),
                "region": dice.choice(villages),
                "where": "",
                "reported": [{"role": dice.choice(_ROLES)}],
                "acts": sorted(dice.sample(ACTS, dice.choice((1, 1, 2)))),
                "reporter": None,
                "idempotency_key": f"volume-{dice.getrandbits(160):040x}",
            },
            filed,
        )


def _reports(dice: random.Random, number: int) -> tuple[int, int]:
    staff = _actor("staf.bawaslu")
    opened = 0
    for index, (given, filed_at) in enumerate(_given(dice, number)):
        filed = file_report(report=read_report(given), at=filed_at)
        if index % 2 == 0:
            report = Report.objects.select_related("organisation").get(pk=filed.report_id)
            matter = open_matter(report=report, actor=staff, at=filed_at + timedelta(hours=3))
            start_study(matter=matter, actor=staff, at=filed_at + timedelta(hours=4))
            opened += 1
    return number, opened
