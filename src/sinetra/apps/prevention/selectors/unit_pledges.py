"""Who of a unit has signed and who has not, by name: for the unit's own organiser and nobody else."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import NotFound, gettext_noop


def own_units(actor: Actor) -> QuerySet[Unit]:
    rows = policy.visible(actor, Unit)
    return rows.filter(pk__in=actor.units).order_by("code") if policy.may(actor, "pledge.organise") else rows.none()


def own_unit(actor: Actor, pk: UUID) -> Unit:
    """Errors: ``NotFound``, also for a unit that somebody else organises."""
    found = own_units(actor).select_related("organisation", "parent").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Unit ini bukan unit Anda."))
    return found


def people(actor: Actor, unit: Unit, text: PledgeText, *, signed: bool | None = None) -> QuerySet[Person]:
    """Those in service in ``unit``, each with ``has_signed`` and ``paper`` (the signature that has a scan, or None);
    ``signed`` keeps one half."""
    policy.require(actor, "pledge.organise", unit)
    signature = PledgeSignature.objects.filter(text=text, person_id=OuterRef("pk"))
    paper = signature.exclude(scan="").values("pk")[:1]
    people = policy.visible(actor, Person).filter(unit=unit, is_active=True)
    rows = people.annotate(has_signed=Exists(signature), paper=Subquery(paper))
    return rows if signed is None else rows.filter(has_signed=signed)


def others(actor: Actor, unit: Unit, text: PledgeText) -> QuerySet[PledgeSignature]:
    """Those who signed in ``unit`` and are not in the registry."""
    policy.require(actor, "pledge.organise", unit)
    return policy.visible(actor, PledgeSignature).filter(unit=unit, text=text, person=None)


def signature(actor: Actor, pk: UUID) -> PledgeSignature:
    found = policy.visible(actor, PledgeSignature).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Tanda tangan ini tidak ada di unit Anda."))
    return found
