"""Which Bawaslu office a report belongs to, and whether this installation takes reports at all."""

from __future__ import annotations

from django.conf import settings

from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.apps.reports.errors import Misdirected
from sinetra.core.errors import BadInput, gettext_noop


def require_intake_here() -> None:
    """Errors: ``Misdirected`` in a local government's installation: reports live under Bawaslu's keys only."""
    if settings.SINETRA_PROFILE == "pemda":
        raise Misdirected(settings.SINETRA_BAWASLU_URL)


def competent_office(code: str) -> Organisation:
    """The Bawaslu of the regency or city, else of the province, else the national one.

    Errors: ``BadInput`` naming ``region`` when the region is unknown or no office here is competent for it.
    """
    if not Region.objects.filter(pk=code).exists():
        raise BadInput(
            gettext_noop("Wilayah %(value)s tidak dikenal."), field="region", code="region_unknown", value=code
        )
    parts = code.split(".")
    chain = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    offices = Organisation.objects.filter(kind=OrganisationKind.BAWASLU)
    by_region = {office.region_id: office for office in offices.filter(region_id__in=chain)}
    for region in chain:
        if region in by_region:
            return by_region[region]
    national = offices.filter(level=OrganisationLevel.NATIONAL).first()
    if national is None:
        raise BadInput(
            gettext_noop("Belum ada kantor Bawaslu untuk wilayah %(value)s di pemasangan ini."),
            field="region",
            code="no_office",
            value=code,
        )
    return national
