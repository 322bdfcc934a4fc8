"""A printed link to one's own page. The one before it ends at once; the text is told once and not stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.links import new_link
from sinetra.apps.prevention.models import PersonalLink
from sinetra.apps.registry.models import Person
from sinetra.ports.clock import today

PERSONAL = "personal"
VALID = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """``text`` is the end of the address of the person's page."""

    person: Person
    text: str
    valid_until: date

    def __repr__(self) -> str:
        return f"Slip({self.person.pk})"


def issue_personal_links(*, people: Sequence[Person], actor: Actor, at: datetime | None = None) -> list[Slip]:
    """In the order of ``people``. Errors: ``Forbidden``."""
    for person in people:
        require(actor, "personal_link.issue", person)
    with unit_of_work(actor, at=at) as work:
        return [_issue(work, person) for person in people]


def _issue(work: Work, person: Person) -> Slip:
    for old in PersonalLink.objects.filter(person=person, revoked_at__isnull=True):
        work.change(old, revoked_at=work.at)
        work.record("personal_link.revoke", old)
    link = new_link(PERSONAL)
    until = today(person.organisation.region_id) + VALID
    row = work.create(
        PersonalLink(
            organisation_id=person.organisation_id,
            person=person,
            hash=link.hash,
            issued_at=work.at,
            valid_until=until,
        )
    )
    work.record("personal_link.issue", row, data={"person": str(person.pk)})
    return Slip(person=person, text=link.text, valid_until=until)
