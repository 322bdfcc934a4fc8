"""The letters of an examination, what is written into each, and an office whose letters have their look."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from examination_cast import LATER, Office, office
from report_cast import Cast

from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.letters.reads import document
from sinetra.apps.cases.models import Examination, IssuedDocument
from sinetra.core.documents.signature_block import Capacity, SignatureBlock

HEAD = SignatureBlock(capacity=Capacity.AN, title="Kepala BKPSDM", name="Meranti Contohwan", principal="Wali Kota")
HOUSE = House(
    lines=("Badan Kepegawaian dan Pengembangan SDM",),
    address="Jalan Contoh 2",
    place="Cendana",
    paper="f4",
    nature="Rahasia",
    copies=("Arsip",),
    signature=HEAD,
    pattern="800/{sequence:03}/BKPSDM/{year}",
)
MEETING = {"held_on": "2025-02-12", "held_at": "09.00 WIB", "venue": "Ruang rapat", "examiner": "Camat Contoh"}
DECISION = {
    "official": "ppk",
    "penalty": "medium_promotion",
    "breach": "Membagikan unggahan calon (PP 94/2021 pasal 5 huruf n angka 5)",
    "weighing": "Baru sekali.",
}
# Letter -> the stages in which it can be written, and what is written into it.
WRITTEN: Mapping[str, tuple[tuple[str, ...], Mapping[str, str]]] = {
    "exam_summons": (("prepared", "summoned", "examined"), MEETING),
    "exam_summons_again": (
        ("absent", "summoned_again"),
        MEETING | {"missed_on": "2025-02-11", "first_letter": "800/1"},
    ),
    "exam_team": (("prepared", "summoned", "absent", "summoned_again"), {"members": "Atasan: A\nPengawas: B"}),
    "exam_minutes": (
        ("summoned", "summoned_again", "examined"),
        {
            "held_on": "2025-02-12",
            "venue": "Ruang rapat",
            "mode": "online",
            "examiners": "A\nB",
            "statement": "T: … J: …",
            "signing": "refused",
        },
    ),
    "exam_release": (("examined",), {"from_on": "2025-02-17", "reason": "Agar lancar.", "acting": "Sekretaris lurah"}),
    "exam_report": (
        ("examined", "decided"),
        {"addressee": "Wali Kota", "findings": "Ada unggahan.", "conclusion": "Cukup."},
    ),
    "exam_decision": (("examined",), DECISION),
    "exam_sanction": (("examined",), DECISION | {"penalty": "moral_open"}),
    "exam_delivery": (
        ("decided", "delivered"),
        {"delivered_on": "2025-03-03", "way": "handed", "handed_by": "Kepala bidang"},
    ),
    "exam_objection": (("delivered", "executed", "contested"), {"filed_on": "2025-03-10", "received_by": "Loket"}),
    "exam_clearance": (("annulled",), {}),
}


@pytest.fixture
def here(cast: Cast) -> Office:
    found = office(cast)
    set_letter_house(house=HOUSE, year=2025, actor=found.officer)
    return found


def fresh(row: Examination) -> Examination:
    rows = Examination.objects.select_related("matter__organisation", "matter__region", "matter__report")
    return rows.get(pk=row.pk)


def written(here: Office, row: Examination, form: str, **changes: str) -> IssuedDocument:
    row = fresh(row)
    made = issue_document(
        matter=row.matter,
        form=form,
        examination=row,
        actor=here.officer,
        entries=WRITTEN[form][1] | changes,
        at=LATER,
    )
    return document(here.officer, made.pk)
