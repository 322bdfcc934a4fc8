"""Which institution a page is about: ``?instansi=``, else one's own, else the regional government of one's place."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.selectors import organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.errors import NotFound, gettext_noop


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def day_field(label: object, *, required: bool = True, help_text: object = "") -> forms.DateField:
    """A date as browsers send it; another way to write it is refused with an example."""
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        required=required,
        help_text=help_text,  # type: ignore[arg-type]
        input_formats=["%Y-%m-%d"],
        widget=day_input(),
        error_messages={
            "required": _lazy("Isi tanggalnya."),
            "invalid": _lazy("Tulis tanggal seperti 2024-11-22."),
        },
    )


def own_office(actor: Actor) -> Organisation:
    return visible(actor, Organisation).select_related("region").get(pk=actor.office)


def governments(actor: Actor) -> QuerySet[Organisation]:
    """The regional governments inside one's own region and above it; all of them for a national office."""
    rows = visible(actor, Organisation).filter(kind=OrganisationKind.LOCAL_GOVERNMENT).order_by("name")
    region = own_office(actor).region_id
    if region is None:
        return rows
    parts = region.split(".")
    above = [".".join(parts[: n + 1]) for n in range(len(parts))]
    return rows.filter(Q(region_id__in=above) | Q(region__code__startswith=f"{region}."))


def government(actor: Actor, wanted: str = "") -> Organisation | None:
    """None where the register has none. Errors: ``NotFound`` for one that this office has nothing to do with."""
    if wanted:
        try:
            found = governments(actor).filter(pk=UUID(wanted)).select_related("region").first()
        except ValueError:
            found = None
        if found is None:
            raise NotFound(gettext_noop("Instansi ini tidak ada dalam register Anda."))
        return found
    own = own_office(actor)
    if own.kind == OrganisationKind.LOCAL_GOVERNMENT:
        return own
    near = organisation(OrganisationKind.LOCAL_GOVERNMENT, own.region_id) if own.region_id else None
    return near or governments(actor).first()
