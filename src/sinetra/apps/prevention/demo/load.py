"""Prevention in the invented city, one noun a file; each function changes nothing when it ran before."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.prevention.demo.attendance import load_attendance
from sinetra.apps.prevention.demo.circulars import load_circulars
from sinetra.apps.prevention.demo.pledges import load_certificates, load_pledges
from sinetra.apps.prevention.demo.programme import ORGANISER, load_programme
from sinetra.apps.prevention.demo.questions import load_questions
from sinetra.apps.prevention.demo.visit import load_visit_attendance
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.models.headcount import Headcount, record_headcount
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden, gettext_noop

#: The day of the list of people, before the first activity: coverage has no other denominator.
COUNTED = date(2024, 9, 22)


def load_prevention() -> None:
    """After ``accounts.demo.load_cast``. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    load_programme()
    load_attendance()
    load_questions()
    load_circulars()
    load_pledges(ROOT / "samples" / "cendana_pledges.yaml")
    load_visit_attendance()
    load_certificates(ORGANISER)
    _count()


def _count() -> None:
    """What the worker does in an installation, at once: the demonstration may be filled without one."""
    office = Organisation.objects.get(short_name="Pemko Cendana", is_demo=True)
    if not Headcount.objects.filter(organisation=office).exists():
        with unit_of_work(SYSTEM) as work:
            record_headcount(work, office, COUNTED)
    recompute(office.pk)
