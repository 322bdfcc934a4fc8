"""A small office with units, people, lists and sessions, written without the pages that do it in earnest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, PledgeSignature, PledgeText
from sinetra.apps.registry.models import Headcount, Organisation, Person, Unit
from sinetra.core.prevention.name_key import name_key

LIST = date(2024, 10, 1)


class Town:
    """Kecamatan with two kelurahan, a dinas with a school. ``people``: unit code to its people."""

    def __init__(self, office: Organisation) -> None:
        self.office = office
        self.units: dict[str, Unit] = {}
        self.people: dict[str, list[Person]] = {}
        self.nip = 0

    def unit(self, code: str, kind: str = "kelurahan", parent: str = "", region: str | None = None) -> Unit:
        above = self.units[parent] if parent else None
        row = Unit(organisation=self.office, code=code, name=code, kind=kind, parent=above, region_id=region)
        row.save()
        self.units[code] = row
        return row

    def employ(self, code: str, number: int, status: str = "pns", position: str = "executor") -> list[Person]:
        made = []
        for _ in range(number):
            self.nip += 1
            row = Person(
                organisation=self.office,
                name=f"Contoh {self.nip}",
                status=status,
                nip="" if status == "non_asn" else f"{self.nip:018}",
                unit=self.units.get(code),
                position=position,
            )
            row.save()
            made.append(row)
        self.people.setdefault(code, []).extend(made)
        return made

    def list_people(self, as_of: date = LIST) -> None:
        """The headcount of a day, from the people as they stand."""
        counts: dict[tuple[UUID | None, str, str], int] = {}
        for person in Person.objects.filter(organisation=self.office, is_active=True):
            where = (person.unit_id, person.status, person.position)
            counts[where] = counts.get(where, 0) + 1
        for (unit, status, position), number in counts.items():
            Headcount.objects.create(
                organisation=self.office, unit_id=unit, status=status, position=position, as_of=as_of, number=number
            )

    def session(self, day: date, unit: str = "", **of_activity: object) -> ActivitySession:
        values = {"kind": "sosialisasi", "state": "held", "title": "Sosialisasi", "starts_on": day} | of_activity
        activity = Activity(organisation=self.office, **values)
        activity.save()
        return self.sitting(activity, day, unit)

    def sitting(self, activity: Activity, day: date, unit: str = "", place: int = 1) -> ActivitySession:
        row = ActivitySession(
            organisation=self.office,
            activity=activity,
            place=place,
            day=day,
            unit=self.units.get(unit),
            state="closed",
        )
        row.save()
        return row

    def came(self, session: ActivitySession, *people: Person, before: bool = False, after: bool = False) -> None:
        for person in people:
            Attendance(
                organisation=self.office,
                activity=session.activity,
                session=session,
                person=person,
                name=person.name,
                name_key=name_key(person.name),
                unit=person.unit,
                status=person.status,
                position=person.position,
                way="qr",
                came_at=datetime(2024, 1, 1, tzinfo=UTC),
                took_before=before,
                took_after=after,
            ).save()

    def walked_in(self, session: ActivitySession, name: str, unit: str = "", unit_text: str = "") -> None:
        Attendance(
            organisation=self.office,
            activity=session.activity,
            session=session,
            name=name,
            name_key=name_key(name),
            unit=self.units.get(unit),
            unit_text=unit_text,
            way="paper",
            came_at=datetime(2024, 1, 1, tzinfo=UTC),
        ).save()

    def text(self, number: int, since: date, kind: str = "pakta_integritas") -> PledgeText:
        row = PledgeText(
            organisation=self.office,
            kind=kind,
            number=number,
            title="Pakta",
            body="…",
            written_part="…",
            in_force_from=since,
            published_at=datetime(2023, 1, 1, tzinfo=UTC),
        )
        row.save()
        return row

    def signed(self, text: PledgeText, on: date, *people: Person) -> None:
        for person in people:
            PledgeSignature(
                organisation=self.office,
                text=text,
                person=person,
                name=person.name,
                name_key=name_key(person.name),
                unit=person.unit,
                status=person.status,
                position=person.position,
                way="code",
                signed_on=on,
            ).save()
