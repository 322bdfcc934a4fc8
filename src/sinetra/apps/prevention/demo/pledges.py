"""The oath of the invented city, signed on paper in one unit; certificates of what was held there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.prevention.actions.enter_pledge_sheet import enter_pledge_sheet
from sinetra.apps.prevention.actions.issue_certificates import issue_certificates
from sinetra.apps.prevention.actions.publish_pledge_text import publish_pledge_text
from sinetra.apps.prevention.actions.write_pledge_text import PledgeDraft, write_pledge_text
from sinetra.apps.prevention.entitled import is_over
from sinetra.apps.prevention.models import Activity, PledgeSignature, PledgeText
from sinetra.apps.prevention.selectors.signatories import certificate_signatories
from sinetra.apps.registry.actions.store_person import store_person
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.core.prevention.pledge_templates import load_pledge_templates
from sinetra.ports.clock import today

_REGION = "99.71"


def load_pledges(path: Path) -> None:
    """After ``accounts.demo.load_cast``. Again it changes nothing. Errors: ``Forbidden`` outside profile ``demo``."""
    _demo_only()
    given = yamlfile.plain(yamlfile.read(path))
    office = Organisation.objects.get(name=given["office"])
    unit = Unit.objects.get(organisation=office, code=given["sheet"]["unit"])
    signed = [_person(office, unit, item) for item in given["people"]]
    text = _text(office, given["text"])
    if PledgeSignature.objects.filter(text=text, unit=unit).exists():
        return
    people = [row for row, item in zip(signed, given["people"], strict=True) if item.get("signed")]
    sheet = given["sheet"]
    enter_pledge_sheet(
        unit=unit,
        text=text,
        people=[Person.objects.get(unit=unit, name=given["leader"]["name"]), *people],
        names=sheet["names"],
        signed_on=date.fromisoformat(sheet["signed_on"]),
        scan=_paper(),
        today=today(_REGION),
        actor=_actor(sheet["by"]),
    )


def load_certificates(organiser: str) -> None:
    """For every activity of the organiser's office that is over, signed by who holds the office that day. Again it
    issues only what is missing. After the attendances. Errors: ``Forbidden`` outside profile ``demo``."""
    _demo_only()
    actor, day = _actor(organiser), today(_REGION)
    signatory = certificate_signatories(actor.office, day)[0]
    for activity in Activity.objects.filter(organisation_id=actor.office, attendances__isnull=False).distinct():
        if is_over(activity):
            issue_certificates(activity=activity, signatory=signatory, on=day, actor=actor)


def _demo_only() -> None:
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")


def _person(office: Organisation, unit: Unit, item: Mapping[str, Any]) -> Person:
    found = Person.objects.filter(unit=unit, name=item["name"]).first()
    return found or store_person(
        organisation=office,
        name=item["name"],
        status=SubjectStatus(item["status"]),
        number=item.get("number", ""),
        unit=unit,
        position=Position(item["position"]),
        position_title=item["title"],
        actor=SYSTEM,
    )


def _text(office: Organisation, item: Mapping[str, Any]) -> PledgeText:
    kind = PledgeText.Kind(item["kind"])
    found = PledgeText.objects.filter(organisation=office, kind=kind, published_at__isnull=False).first()
    if found is not None:
        return found
    starter = next(row for row in load_pledge_templates(ROOT) if row.kind == kind)
    draft = PledgeDraft(
        kind=kind,
        title=starter.title.id,
        body=starter.body("id"),
        written_part=starter.written_part.id,
        in_force_from=date.fromisoformat(item["in_force_from"]),
    )
    text = write_pledge_text(draft=draft, actor=_actor(item["written_by"]))
    return publish_pledge_text(text=text, version=text.version, actor=_actor(item["checked_by"]))


def _paper() -> bytes:
    """A sheet that says what it is: nobody signed anything."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(sheet).text((120, 120), "LATIHAN - lembar ikrar rekaan, Kota Cendana (contoh)", fill=0)
    out = BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today(_REGION))
