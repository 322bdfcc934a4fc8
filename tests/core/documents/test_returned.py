"""A PDF that comes back tells its code however the program that wrote it keeps it, and a bomb is cut off."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.documents import returned
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.official_docx import official_docx
from sinetra.core.documents.returned import carried

sys.path.insert(0, str(Path(__file__).resolve().parent))

from official_sample import LETTER, URL

CODE, GROUPED = "ABCD2345EFGH6789", "ABCD-2345-EFGH-6789"


def stream(content: bytes) -> bytes:
    return b"1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(content) + b"\nendstream\nendobj\n"


@pytest.mark.parametrize(
    "content",
    [
        f"/URI({URL})".encode(),
        f"/Keywords({GROUPED})".encode(),
        b"/Keywords(" + f"\ufeff{GROUPED}".encode("utf-16-be") + b")",
        b"/Keywords<FEFF" + GROUPED.encode("utf-16-be").hex().upper().encode() + b">",
        b"/Keywords(" + GROUPED.replace("-", "\\055").encode() + b")",
        stream(f"<</Type/Annot/A<</URI({URL})>>>>".encode()),
    ],
)
def test_a_code_is_found(content: bytes) -> None:
    assert carried(b"%PDF-1.7\n" + content + b"\n%%EOF").codes == {CODE}


def test_our_own_pdf_carries_its_code_and_no_signature() -> None:
    found = carried(official_pdf(LETTER, url=URL))
    assert (found.codes, found.has_signature) == ({CODE}, False)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", f"x{GROUPED}".encode(), b"/surat/abcd", b"stream\nno deflate"])
def test_what_has_no_code_tells_none(content: bytes) -> None:
    assert carried(content).codes == frozenset()


def test_a_bomb_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned, "MOST_INFLATED", 1000)
    assert carried(stream(b"\x01" * 2000) + stream(URL.encode())).codes == frozenset()
    assert carried(stream(b"\x01" * 500) + stream(URL.encode())).codes == {CODE}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(content: bytes) -> None:
    carried(b"%PDF-1.7\nstream\n" + content)


def test_the_docx_says_what_the_letter_says_and_carries_its_code() -> None:
    made = official_docx(LETTER, url=URL)
    word = Document(BytesIO(made))
    text = "\n".join(
        [*(p.text for p in word.paragraphs), *(c.text for t in word.tables for r in t.rows for c in r.cells)]
    )
    for said in ("012/PM/XI/2024", "Lurah Contoh", "Dugaan #[1] *ini* belum terbukti.", "1. satu", "Kode: " + GROUPED):
        assert said in text, said
    assert word.core_properties.keywords == GROUPED
    assert any(link.target_ref == URL for link in word.part.rels.values() if link.is_external)
    assert "bukan kode resmi" in word.sections[0].footer.paragraphs[0].text
    assert round(word.sections[0].page_height.mm) == 330
