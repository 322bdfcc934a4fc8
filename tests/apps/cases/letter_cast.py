"""What the tests of letters share: the office's own letters, what is written into each, a letter and its file."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from report_cast import Cast

from casework_rows import decided
from casework_rows import registered as all_the_way
from sinetra.apps.cases.actions import close
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.reads import document, file_of
from sinetra.apps.cases.models import IssuedDocument, Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.core.casework.plenary import Decision
from sinetra.core.documents.signature_block import Capacity, SignatureBlock

CHAIR = SignatureBlock(capacity=Capacity.OWN, title="Ketua", name="Akasia Contohwan")
URL = "https://sinetra.example/id/surat/{}/"
ENTRIES: Mapping[str, Mapping[str, str]] = {
    "receipt": {"received_by": "Petugas penerima", "evidence": "Foto\nTangkapan layar"},
    "gap_notice": {"gaps": "Alamat yang dilaporkan\nBukti kedua", "until": "2024-11-25"},
    "summons": {
        "giver": "reported",
        "held_on": "2024-11-25",
        "held_at": "09.00 WIB",
        "venue": "Kantor Bawaslu Cendana",
    },
    "clarification_minutes": {
        "giver": "reported",
        "held_on": "2024-11-25",
        "venue": "Kantor",
        "oath": "promise",
        "statement": "Tanya: …\nJawab: …",
        "closing": "Dibacakan kembali dan ditandatangani.",
    },
    "study": {"facts_found": "Fakta.", "analysis": "Pasal.", "conclusion": "Simpulan.", "advice": "Saran."},
    "plenary_minutes": {"held_on": "2024-11-26", "present": "A\nB\nC", "votes": "3-0-0", "decision": "Dihentikan."},
    "forwarding": {"addressee": "Kepala BKN", "summary": "Ringkasan kantor.", "request": "Mohon diverifikasi."},
    "status_notice": {"reason": "Belum cukup bukti."},
    "clearance": {},
    "correction": {"addressee": "BKN (contoh)"},
    "namesake": {"addressee": "Teratai Contohsari", "unit": "Dinas Contoh", "basis": "Tanggal lahirnya lain."},
}


@pytest.fixture
def house(cast: Cast) -> House:
    made = House(
        lines=("Badan Pengawas Pemilihan Umum",),
        address="Jalan Contoh 1",
        place="Cendana",
        paper="f4",
        nature="Biasa",
        copies=("Arsip",),
        signature=CHAIR,
        pattern="{sequence:03}/PM.00.02/K.CDN/{roman_month}/{year}",
    )
    set_letter_house(house=made, year=2024, actor=cast.commissioner)
    return made


def issued(cast: Cast, matter: Matter, form: str, **changes: Any) -> IssuedDocument:
    actor = changes.pop("actor", cast.commissioner)
    row = issue_document(matter=matter, form=form, actor=actor, entries=ENTRIES[form] | changes)
    return document(cast.staff, row.pk)


def made(cast: Cast, row: IssuedDocument) -> bytes:
    return file_of(make_file(document=row, url=URL.format(text_of(row).code.replace("-", "")), actor=cast.staff))


def words_of(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def registered(cast: Cast) -> Matter:
    return all_the_way(cast.matter(), cast.staff)


def cleared(cast: Cast) -> Matter:
    matter = decided(registered(cast), cast.commissioner, decision=Decision.NOT_PROVEN)
    return close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)


def printed_elsewhere(code: str) -> bytes:
    """A PDF that an office program made of the DOCX: only its keywords are ours."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Keywords": code})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
