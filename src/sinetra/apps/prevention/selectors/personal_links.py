"""Whose page a printed link opens, and who of a unit has none yet."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.viewing import Shown, named
from sinetra.apps.prevention.actions.issue_personal_link import PERSONAL
from sinetra.apps.prevention.links import link_hashes
from sinetra.apps.prevention.models import PersonalLink
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today


def own_link(text: str) -> PersonalLink:
    """Errors: ``NotFound`` for one that was revoked, is too old, or never was; the same words for each."""
    rows = PersonalLink.objects.filter(hash__in=link_hashes(PERSONAL, text), revoked_at__isnull=True)
    found = rows.select_related("person__unit", "organisation").first()
    if found is None or found.valid_until < today(found.organisation.region_id):
        raise NotFound(gettext_noop("Tautan ini tidak berlaku. Minta lembar baru kepada BKPSDM."))
    return found


def current_link(actor: Actor, person: Person) -> PersonalLink | None:
    return policy.visible(actor, PersonalLink).filter(person=person, revoked_at__isnull=True).first()


def people_of_unit(actor: Actor, unit: Unit, *, only_without: bool) -> QuerySet[Person]:
    """Those in service, by name. ``only_without``: who has no link that is current."""
    rows = policy.visible(actor, Person).filter(unit=unit, is_active=True).select_related("unit", "organisation")
    if only_without:
        current = PersonalLink.objects.filter(person=OuterRef("pk"), revoked_at__isnull=True)
        rows = rows.filter(~Exists(current))
    return rows.order_by("name", "id")


def person(actor: Actor, pk: UUID) -> Person:
    found = policy.visible(actor, Person).select_related("unit", "organisation").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Pegawai ini tidak ada."))
    named("registry.person", found.pk, Shown.CIVIL_SERVANT)
    return found


def unit(actor: Actor, pk: UUID) -> Unit:
    found = policy.visible(actor, Unit).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Unit ini tidak ada."))
    return found
