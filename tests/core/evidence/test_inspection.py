"""What is conspicuous in a file is found without opening it, and what would harm the machine is refused."""

from __future__ import annotations

import hashlib
import io
import os
import tracemalloc

import pytest
from tests.core.evidence import hostile

from sinetra.core.errors import BadInput
from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.inspection import Inspection, inspect
from sinetra.core.evidence.sealed_file import SealedReader, new_file_key, seal_stream

KEY = new_file_key()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def look(content: bytes, media_type: str, name: str = "berkas") -> Inspection:
    sealed = b"".join(seal_stream([content], KEY))
    return inspect(SealedReader(io.BytesIO(sealed), KEY, size=len(content)), media_type=media_type, name=name)


def found(content: bytes, media_type: str, name: str = "berkas") -> set[Finding]:
    return set(look(content, media_type, name).findings)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (hostile.jpeg(), "image/jpeg"),
        (hostile.pdf(), "application/pdf"),
        (hostile.docx(), DOCX),
        (b"Percakapan grup: lihat <script> di halaman", "text/plain"),
        (b"\x00\x00\x00\x18ftypisom" + os.urandom(500_000), "video/mp4"),
        (hostile.jpeg() + b"\x00\x00\x00\x18ftypmp42" + bytes(99), "image/jpeg"),  # a picture that moves, of a phone
    ],
    ids=["jpeg", "pdf", "docx", "text", "video", "moving-picture"],
)
def test_ordinary_evidence_shows_nothing(content: bytes, media_type: str) -> None:
    seen = look(content, media_type)
    assert seen.findings == frozenset()
    assert seen.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "media_type", "finding"),
    [
        (hostile.pdf("app.alert(1)"), "application/pdf", Finding.PDF_SCRIPT),
        (hostile.packed_pdf(), "application/pdf", Finding.PDF_SCRIPT),
        (b"%PDF-1.4 <</S/J#61vaScript/JS(x)>>", "application/pdf", Finding.PDF_SCRIPT),
        (b"%PDF-1.4 <</S /Launch /F (a.exe)>>", "application/pdf", Finding.PDF_LAUNCH),
        (hostile.pdf(embedded=True), "application/pdf", Finding.PDF_EMBEDDED),
        (b"%PDF-1.4 trailer<</Encrypt 5 0 R>>", "application/pdf", Finding.PDF_ENCRYPTED),
        (hostile.pdf() + hostile.plain_zip(), "application/pdf", Finding.SECOND_KIND),
        (hostile.docx({"word/vbaProject.bin": b"x"}), DOCX, Finding.MACRO),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/x-ole-storage", Finding.OLD_OFFICE),
        (hostile.jpeg() + hostile.plain_zip(), "image/jpeg", Finding.SECOND_KIND),
        (hostile.jpeg() + hostile.EXE, "image/jpeg", Finding.SECOND_KIND),
        (hostile.jpeg() + hostile.pdf(), "image/jpeg", Finding.SECOND_KIND),
        (hostile.GIF_AND_SCRIPT, "image/gif", Finding.SECOND_KIND),
        (hostile.jpeg() + b"<?php system($x) ?>", "image/jpeg", Finding.SECOND_KIND),
    ],
)
def test_what_is_conspicuous_is_found(content: bytes, media_type: str, finding: Finding) -> None:
    assert found(content, media_type) == {finding}


def test_a_script_that_lies_across_two_segments_is_found() -> None:
    content = b"%PDF-1.4\n" + b" " * (256 * 1024 - 14) + b"<</S/JavaScript>>"
    assert found(content, "application/pdf") == {Finding.PDF_SCRIPT}


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (hostile.pixel_bomb(), "image/png", "pixel_bomb"),
        (hostile.zip_bomb(), DOCX, "zip_bomb"),
        (hostile.directory_bomb(), DOCX, "zip_bomb"),
        (hostile.docx()[:-30], DOCX, "broken"),
    ],
)
def test_a_bomb_is_refused_without_being_unpacked_or_drawn(content: bytes, media_type: str, code: str) -> None:
    sealed = b"".join(seal_stream([content], KEY))
    tracemalloc.start()
    try:
        with pytest.raises(BadInput) as error:
            inspect(SealedReader(io.BytesIO(sealed), KEY, size=len(content)), media_type=media_type, name="x")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.value.code == code
    assert error.value.accepted
    assert peak < 30 << 20


def test_a_name_that_says_another_kind_is_told_and_keeps_nobody_from_reading() -> None:
    assert found(hostile.jpeg(), "image/jpeg", "surat.pdf") == {Finding.WRONG_ENDING}
    assert found(hostile.jpeg(), "image/jpeg", "apel.JPEG") == set()


def test_the_largest_camera_of_a_phone_is_no_bomb() -> None:
    assert found(hostile.pixel_bomb(15_800), "image/png") == set()
