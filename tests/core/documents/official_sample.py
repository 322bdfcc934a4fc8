"""A letter of the invented city that tests of official documents print and seal."""

from __future__ import annotations

from sinetra.core.documents.official import FormNote, OfficialDocument, Passage
from sinetra.core.documents.signature_block import Capacity, SignatureBlock

URL = "https://sinetra.example/id/surat/ABCD2345EFGH6789/"
SIGNATURE = SignatureBlock(
    capacity=Capacity.UB, title="Kepala Bagian", name="Akasia Contohwan", principal="Ketua", deputy="Sekretaris"
)
LETTER = OfficialDocument(
    kind="summons",
    title="Undangan klarifikasi",
    layout="letter",
    paper="f4",
    letterhead=("Badan Pengawas (contoh)", "Bawaslu Kota Cendana (contoh)"),
    address="Jalan Contoh 1",
    office="Bawaslu Kota Cendana (contoh)",
    number="012/PM/XI/2024",
    place="Cendana",
    dated="22 November 2024",
    issued_on="2024-11-22",
    nature="Segera",
    annexes="-",
    subject="Undangan klarifikasi",
    addressees=("Lurah Contoh",),
    passages=(
        Passage(paragraphs=("Dugaan #[1] *ini* belum terbukti.",)),
        Passage(heading="Waktu", pairs=(("Hari", "Senin"),), items=("satu", "dua")),
    ),
    signature=SIGNATURE,
    signers=(),
    copies=("Arsip",),
    form=FormNote(code="A.7", rule="Perbawaslu 8/2020", confidence="perlu-cek"),
    edition=1,
    code="ABCD-2345-EFGH-6789",
    exercise="LATIHAN",
)
