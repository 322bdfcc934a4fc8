"""The agreement of article 003, retold in the invented city: Bawaslu and the city government, with its two promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.agreements.actions.add_obligation import ObligationDraft, add_obligation
from sinetra.apps.agreements.actions.decide_request import FieldDecision, decide_request
from sinetra.apps.agreements.actions.disclose import disclose
from sinetra.apps.agreements.actions.request_data import RequestDraft, request_data
from sinetra.apps.agreements.actions.write_agreement import AgreementDraft, write_agreement
from sinetra.apps.agreements.models import Agreement, DataRequest, Disclosure, Obligation
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.jobs.worker import drain
from sinetra.ports.clock import legal_clock

PERSON = "Durian Contohwan, Kepala Dinas PUTR"
VALUES = {(0, 1): "Durian Contohwan", (0, 2): "Kepala Dinas PUTR"}
WITHHELD = "Jalan Contoh 9"


def actor(username: str) -> Actor:
    return actor_of(User.objects.get(username=username), legal_clock().today())


def office(name: str) -> Organisation:
    return Organisation.objects.get(short_name=name)


def agreement_draft(**changes: Any) -> AgreementDraft:
    given: dict[str, Any] = {
        "title": "Menjaga netralitas ASN Kota Cendana",
        "parties": ("Bawaslu Kota Cendana (contoh)", "Pemerintah Kota Cendana (contoh)"),
        "scope": "Pemberian data dan tindak lanjut bila ada pegawai yang terbukti melanggar.",
        "articles": (("2", "Pemko memberi data bila diminta."), ("3", "Pemko menindaklanjuti dengan sanksi.")),
        "signatories": ("Ketua Bawaslu Kota Cendana", "Pjs Wali Kota Cendana"),
        "valid_from": date(2024, 11, 1),
        "review_on": date(2025, 1, 31),
    }
    return AgreementDraft(**(given | changes))


def request_draft(**changes: Any) -> RequestDraft:
    given: dict[str, Any] = {
        "purpose": "Memastikan jabatan orang yang disebut dalam perkara.",
        "matter": "001/TM/PW/Kota/99.71/XI/2024",
        "fields": ("name", "position", "attendance"),
        "people": (PERSON,),
        "instrument": "UU 10/2016",
        "article": "pasal 30 huruf b",
    }
    return RequestDraft(**(given | changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """``staff`` and ``member`` of Bawaslu ask; ``officer`` and ``head`` of the personnel agency and the ``ppk`` own."""

    staff: Actor
    member: Actor
    officer: Actor
    head: Actor
    ppk: Actor

    def agreement(self, **changes: Any) -> Agreement:
        """Kept by Bawaslu, with the two promises: data on request within seven days, a sanction by a day."""
        draft = agreement_draft(**({"partner": office("Pemko Cendana")} | changes))
        row = write_agreement(draft=draft, actor=self.staff)
        owner = {"owner": "Kepala BKPSDM", "owner_organisation": office("Pemko Cendana")}
        for promise in (
            {"text": "Memberi data pegawai bila diminta", "article": "2", "gives_data": True, "answer_days": 7},
            {"text": "Menindaklanjuti rekomendasi dengan sanksi", "article": "3", "due_on": date(2024, 12, 20)},
        ):
            add_obligation(agreement=row, draft=ObligationDraft(**owner, **promise), actor=self.staff)  # type: ignore[arg-type]
        return row

    def request(self, **changes: Any) -> DataRequest:
        return request_data(owner=office("Pemko Cendana"), draft=request_draft(**changes), actor=self.staff)

    def decided(self, request: DataRequest, *withheld: int) -> DataRequest:
        decisions = {
            field.place: FieldDecision(approved=field.place not in withheld, reason="Perlu untuk tujuan itu.")
            for field in request.fields.all()
        }
        whole = "" if any(item.approved for item in decisions.values()) else "Tidak perlu untuk tujuan itu."
        version = request.version
        return decide_request(request=request, decisions=decisions, reason=whole, version=version, actor=self.officer)

    def disclosed(self, **changes: Any) -> Disclosure:
        """Of three fields two were approved."""
        request = self.decided(self.request(), 3)
        given: dict[str, Any] = {
            "values": VALUES,
            "instrument": "UU 10/2016",
            "article": "pasal 30 huruf b",
            "days": 7,
            "version": request.version,
        }
        return disclose(request=request, actor=self.officer, **(given | changes))


@pytest.fixture
def cast(city: None) -> Cast:
    return Cast(
        staff=actor("staf.bawaslu"),
        member=actor("pleno"),
        officer=actor("petugas.bkpsdm"),
        head=actor("kepala.bkpsdm"),
        ppk=actor("ppk"),
    )


def changed(row: Row, **values: Any) -> None:
    """As time or another office would have left it."""
    with unit_of_work(SYSTEM) as work:
        work.change(row, **values)
        work.record("test.change", row)


def letters_out(data: Path) -> list[str]:
    """Works off the queue; what lies in the folder of letters then is taken along, as a relay does."""
    drain()
    found = [(path, path.read_text()) for path in (data / "mail").glob("*.eml")]
    for path, _text in found:
        path.unlink()
    return [text for _path, text in found]


def promises(row: Agreement) -> list[Obligation]:
    return list(row.obligations.order_by("created_at", "id"))
