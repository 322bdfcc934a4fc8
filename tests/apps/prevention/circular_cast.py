"""What the tests of circulars share: a draft of the invented city, and who may do what with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.prevention.actions.publish_circular import publish_circular
from sinetra.apps.prevention.actions.write_circular import Draft, write_circular
from sinetra.apps.prevention.circular_drafting import drafted, template_named
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.law.words import SubjectStatus
from sinetra.ports.clock import legal_clock

People = Callable[[str], Actor]
TODAY = date(2024, 11, 22)
BEFORE_CHANGE = date(2024, 10, 1)


def office() -> Organisation:
    return Organisation.objects.get(kind="local_government", region_id="99.71")


def draft(template: str = "kampanye", day: date = TODAY, **changes: object) -> Draft:
    found = template_named(template)
    text = drafted(found, office(), day=day, statuses=found.statuses)
    made = Draft(
        subject=text.subject,
        issued_on=day,
        statuses=found.statuses,
        blocks=text.blocks,
        signatory_role=HeldRoleName.REGIONAL_HEAD,
        place="Cendana",
        addressees=("Para camat dan lurah",),
        template=template,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def written(person: People, template: str = "kampanye", day: date = TODAY, **changes: object) -> Circular:
    return write_circular(draft=draft(template, day, **changes), actor=person("petugas.bkpsdm"))


def published(person: People, template: str = "kampanye", day: date = TODAY, **changes: object) -> Circular:
    row = written(person, template, day, **changes)
    return publish_circular(circular=row, version=row.version, actor=person("tim.netralitas"), day=day)


def unit(code: str) -> Unit:
    return Unit.objects.get(organisation=office(), code=code)


def organiser(code: str, username: str = "penyelenggara") -> Actor:
    """The organiser of one unit, made by the installation."""
    user = create_user(
        username=username, name=f"Penyelenggara {code}", organisation=office(), person=None, actor=SYSTEM
    )
    grant_role(
        user=user,
        role=Role.UNIT_ORGANISER,
        unit=unit(code),
        starts_on=date(2024, 1, 1),
        ends_on=date(2028, 12, 31),
        actor=SYSTEM,
    )
    return actor_of(user, legal_clock().today())


def staff_up(code: str, number: int) -> None:
    """So many more people in the unit, with valid and invented numbers."""
    for n in range(number):
        store_person(
            organisation=office(),
            name=f"Pegawai Contoh {n:03}",
            status=SubjectStatus.PNS,
            number=f"19800101200603{1 + n % 2}{800 + n:03}",
            unit=unit(code),
            actor=SYSTEM,
        )
