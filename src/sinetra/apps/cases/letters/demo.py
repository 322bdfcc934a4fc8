"""Letters of the invented matters: issued by the real verb, backdated, in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.models import IssuedDocument, Matter
from sinetra.apps.cases.vocabulary import Direction, MatterKind, Outcome
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.errors import Forbidden, gettext_noop

_CHAIR = "ketua.bawaslu"
_ENTRIES: Mapping[str, Mapping[str, str]] = {
    "receipt": {"received_by": "Petugas penerima laporan (contoh)", "evidence": "Tangkapan layar (contoh)"},
    "forwarding": {
        "addressee": "Kepala Badan Kepegawaian Negara (contoh)",
        "summary": "Menurut laporan dan klarifikasi, perbuatan itu patut diduga terjadi (contoh, rekaan).",
        "request": "Mohon diverifikasi dan ditindaklanjuti sesuai kewenangan.",
    },
    "clearance": {},
}


def load_letters() -> int:
    """After ``cases.demo.load_reports``; how many. Again it changes nothing. Errors: ``Forbidden`` outside ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    if IssuedDocument.objects.exists():
        return 0
    chair = User.objects.select_related("organisation").get(username=_CHAIR)
    found = sorted(_wanted(), key=lambda item: item[2])
    if found:
        first = found[0][2]
        set_letter_house(house=_house(chair.name), year=first.year, actor=actor_of(chair, first.date()))
    for matter, form, at in found:
        issue_document(matter=matter, form=form, actor=_actor(chair, at), entries=_ENTRIES[form], at=at)
    return len(found)


def _wanted() -> Iterator[tuple[Matter, str, datetime]]:
    rows = Matter.objects.select_related("organisation", "region", "report").exclude(kind=MatterKind.HANDED_OVER)
    for matter in rows.filter(report__isnull=False):
        if matter.kind == MatterKind.REPORT:
            yield matter, "receipt", matter.opened_at
        for sent in matter.hand_overs.filter(direction=Direction.OUTGOING):
            yield matter, "forwarding", sent.sent_at
        if matter.outcome == Outcome.NOT_PROVEN and matter.closed_at is not None:
            yield matter, "clearance", matter.closed_at


def _house(chair: str) -> House:
    return House(
        lines=("Badan Pengawas Pemilihan Umum",),
        address="Jalan Contoh 1, Cendana",
        place="Cendana",
        paper="f4",
        nature="Biasa",
        copies=("Arsip",),
        signature=SignatureBlock(capacity=Capacity.OWN, title="Ketua Bawaslu Kota Cendana", name=chair),
        pattern="{sequence:03}/PM.00.02/K.CDN/{roman_month}/{year}",
    )


def _actor(chair: User, at: datetime) -> Actor:
    return actor_of(chair, at.date())
