"""The agreement of article 003 retold in the invented city, by the real verbs. Profile ``demo`` only.

Two promises; a request under it of which two fields were approved and told and the third withheld; another one waits.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.agreements.actions.add_obligation import ObligationDraft, add_obligation
from sinetra.apps.agreements.actions.decide_request import FieldDecision, decide_request
from sinetra.apps.agreements.actions.disclose import disclose
from sinetra.apps.agreements.actions.link_meeting import link_meeting
from sinetra.apps.agreements.actions.request_data import RequestDraft, request_data
from sinetra.apps.agreements.actions.write_agreement import AgreementDraft, write_agreement
from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import Activity
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today

TITLE = "Menjaga netralitas ASN Kota Cendana (contoh)"
_REGION = "99.71"
_LAW, _ARTICLE = "UU 10/2016", "pasal 30 huruf b (contoh, belum dicek)"
_PROMISES: tuple[dict[str, Any], ...] = (
    {"article": "2", "text": "Memberi data pegawai bila diminta.", "gives_data": True, "answer_days": 7},
    {"article": "3", "text": "Menindaklanjuti rekomendasi dengan sanksi bila terbukti.", "due_on": date(2024, 11, 29)},
)
_DECISIONS = {
    1: FieldDecision(approved=True, reason="Perlu untuk memastikan orangnya."),
    2: FieldDecision(approved=True, reason="Perlu untuk menentukan aturan yang berlaku."),
    3: FieldDecision(approved=False, reason="Kehadiran dapat ditanyakan saat klarifikasi."),
}


def load_agreements() -> None:
    """After ``prevention.demo.load.load_prevention``. Again it changes nothing. Errors: ``Forbidden`` outside profile
    ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    if Agreement.objects.filter(title=TITLE).exists():
        return
    bawaslu = Organisation.objects.get(short_name="Bawaslu Cendana", is_demo=True)
    pemko = Organisation.objects.get(short_name="Pemko Cendana", is_demo=True)
    row = _agreement(pemko, bawaslu)
    _disclosed(pemko, row)
    person = "Kenari Contohwati, Kepala Bagian Umum"
    draft = _request("006/TM/PW/Kota/99.71/XI/2024", person, row, "name", "unit", "status")
    request_data(owner=pemko, draft=draft, actor=_actor("pleno"))


def _agreement(pemko: Organisation, bawaslu: Organisation) -> Agreement:
    officer = _actor("petugas.bkpsdm")
    draft = AgreementDraft(
        title=TITLE,
        number="100.3.7/21/2024 (contoh)",
        parties=(bawaslu.name, pemko.name),
        partner=bawaslu,
        scope="Pemberian data dan tindak lanjut bila ada pegawai yang terbukti melanggar netralitas.",
        articles=(
            ("1", "Para pihak bersama-sama menjaga netralitas pegawai."),
            ("2", "Pemerintah kota memberi data pegawai bila diminta menurut peraturan."),
            ("3", "Pemerintah kota menindaklanjuti rekomendasi dengan sanksi bila terbukti."),
        ),
        signatories=("Ketua Bawaslu Kota Cendana", "Pjs Wali Kota Cendana"),
        signed_on=date(2024, 11, 4),
        valid_from=date(2024, 11, 4),
        valid_until=date(2025, 12, 31),
        review_on=date(2025, 1, 31),
        contacts=("Bagian Hukum Sekretariat Daerah, 0800-0000-0100 (contoh)",),
    )
    row = write_agreement(draft=draft, actor=officer)
    for promise in _PROMISES:
        duty = ObligationDraft(owner="Kepala BKPSDM", owner_organisation=pemko, **promise)
        add_obligation(agreement=row, draft=duty, actor=officer)
    meeting = visible(officer, Activity).filter(kind=Activity.Kind.COORDINATION).order_by("starts_on", "id").first()
    if meeting is not None:
        link_meeting(agreement=row, activity=meeting, actor=officer)
    return row


def _disclosed(pemko: Organisation, row: Agreement) -> None:
    """Two of three fields."""
    person = "Eukaliptus Contohputra, pengelola jalan"
    draft = _request("004/TM/PW/Kota/99.71/XI/2024", person, row, "name", "position", "attendance")
    request = request_data(owner=pemko, draft=draft, actor=_actor("staf.bawaslu"))
    head, officer = _actor("kepala.bkpsdm"), _actor("petugas.bkpsdm")
    decide_request(request=request, decisions=_DECISIONS, version=request.version, actor=head)
    disclose(
        request=request,
        values={(0, 1): "Eukaliptus Contohputra", (0, 2): "Pengelola Jalan, Dinas PUTR"},
        days=7,
        version=request.version,
        actor=officer,
        instrument=_LAW,
        article=_ARTICLE,
    )


def _request(matter: str, person: str, row: Agreement, *fields: str) -> RequestDraft:
    return RequestDraft(
        purpose="Memastikan jabatan orang yang disebut dalam perkara (contoh).",
        matter=matter,
        fields=fields,
        people=(person,),
        agreement=row,
        instrument=_LAW,
        article=_ARTICLE,
    )


def _actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), today(_REGION))
