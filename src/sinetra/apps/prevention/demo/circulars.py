"""Circulars of Kota Cendana: one whose law has changed since, one in force with statements, one draft."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.actions.accept_circular import Said, accept_circular
from sinetra.apps.prevention.actions.acknowledge_circular import record_circular_receipt
from sinetra.apps.prevention.actions.publish_circular import publish_circular
from sinetra.apps.prevention.actions.write_circular import Draft, write_circular
from sinetra.apps.prevention.circular_drafting import drafted, template_named
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today

_REGION = "99.71"
#: Before 30 October and 14 November 2024, on which the law that it cites changed.
OLDER, NEWER, DRAFT = date(2024, 10, 1), date(2024, 11, 18), date(2024, 11, 22)
UNITS = ("BKPSDM", "DISDIK", "DINKES", "DISKOMINFO", "KEC-UTARA", "KEL-GAHARU")
PROOF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def load_circulars() -> None:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    office = Organisation.objects.get(kind="local_government", region_id=_REGION)
    if Circular.objects.filter(organisation=office).exclude(state=Circular.State.PRESS).exists():
        return
    _published(office, "kampanye", OLDER)
    newer = _published(office, "program_fasilitas", NEWER)
    _stated(office, newer)
    _written(office, "masa_tenang", DRAFT)


def _published(office: Organisation, template: str, day: date) -> Circular:
    row = _written(office, template, day)
    return publish_circular(circular=row, version=row.version, actor=_actor("tim.netralitas"), day=day)


def _written(office: Organisation, template: str, day: date) -> Circular:
    found = template_named(template)
    text = drafted(found, office, day=day, statuses=found.statuses)
    draft = Draft(
        subject=text.subject,
        issued_on=day,
        statuses=found.statuses,
        blocks=text.blocks,
        signatory_role=HeldRoleName.REGIONAL_HEAD,
        place="Cendana",
        addressees=("Para kepala perangkat daerah", "Para camat dan lurah"),
        copies=("Bawaslu Kota Cendana (contoh)",),
        template=template,
    )
    return write_circular(draft=draft, actor=_actor("petugas.bkpsdm"))


def _stated(office: Organisation, row: Circular) -> None:
    """Some units on paper, some people by the printed code."""
    for unit in Unit.objects.filter(organisation=office, code__in=UNITS).order_by("code"):
        record_circular_receipt(
            circular=row,
            unit=unit,
            received_on=NEWER + timedelta(days=1),
            note="Lembar tanda terima (contoh)",
            proof=PROOF,
            actor=_actor("petugas.bkpsdm"),
        )
    for person in Person.objects.filter(organisation=office).exclude(nip="").order_by("nip")[:12]:
        accept_circular(circular=row, said=Said(nip=person.nip))


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today(_REGION))
