"""Coverage of the demonstration: a dated list of the people of each office, and the count after everything else."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.prevention.handlers import offices_with_units
from sinetra.apps.registry.models import Headcount, Organisation
from sinetra.apps.registry.models.headcount import record_headcount
from sinetra.core.errors import Forbidden, gettext_noop

LISTED_ON = date(2024, 11, 1)


def load_coverage() -> None:
    """After activities, attendance and pledges of the demonstration; again it changes nothing.

    Errors: ``Forbidden`` outside profile ``demo``.
    """
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    for organisation in Organisation.objects.filter(pk__in=offices_with_units(), is_demo=True):
        if not Headcount.objects.filter(organisation=organisation).exists():
            with unit_of_work(SYSTEM) as work:
                record_headcount(work, organisation, LISTED_ON)
        recompute(organisation.pk)
