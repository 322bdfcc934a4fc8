"""An official letter or form of a matter (*tata naskah dinas*): the whole text, ready to print, frozen as JSON.

Nothing here looks anything up. The same document gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sinetra.core.documents.circular import UNCHECKED
from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.setting import as_json, set_pdf
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.documents.typeset import PAPERS

#: What stands in place of the number of a draft, and across its head.
DRAFT, NO_NUMBER = "KONSEP", "(belum bernomor)"
TEMPLATES = {"letter": "official_letter.typ", "form": "official_form.typ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of the text: paragraphs, a numbered list, lines of term and value."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    unchecked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNote:
    """By which form the document is made. ``printed``: the code was read in its rule and may stand at the head."""

    code: str = ""
    regime: str = ""
    rule: str = ""
    confidence: str = ""
    printed: bool = False

    @property
    def sentence(self) -> str:
        """
        >>> FormNote(code="A.11", rule="Perbawaslu 8/2020", confidence="perlu-cek").sentence
        'Kode formulir A.11 (Perbawaslu 8/2020) belum diperiksa pada naskah resminya: perlu-cek, bukan kode resmi.'
        """
        if not self.rule:
            return "Belum ada formulir baku untuk dokumen ini dalam katalog."
        if self.printed:
            code = self.code or "tanpa kode"
            return f"Formulir {code} menurut {self.rule} ({self.confidence})."
        if not self.code:
            return f"Dokumen menurut {self.rule} ({self.confidence}); tata letak bakunya belum dibaca."
        told = f"belum diperiksa pada naskah resminya: {self.confidence}, bukan kode resmi"
        return f"Kode formulir {self.code} ({self.rule}) {told}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """``letterhead``: lines, the office last. ``issued_on``: ISO 8601; ``dated`` the same day in words.

    ``signers``: who signs beside the office, on minutes. ``url``: where anybody checks it; ``code`` is on its end.
    """

    kind: str
    title: str
    layout: str
    paper: str
    letterhead: tuple[str, ...]
    address: str
    office: str
    number: str
    place: str
    dated: str
    issued_on: str
    nature: str
    annexes: str
    subject: str
    addressees: tuple[str, ...]
    passages: tuple[Passage, ...]
    signature: SignatureBlock
    signers: tuple[tuple[str, str], ...]
    copies: tuple[str, ...]
    form: FormNote
    edition: int
    code: str
    exercise: str

    @property
    def is_draft(self) -> bool:
        return not self.number

    @property
    def has_unchecked(self) -> bool:
        return any(passage.unchecked for passage in self.passages)

    @property
    def foot(self) -> tuple[str, ...]:
        """What every page says below: the word of a demonstration, what the form rests on, the unread parts."""
        told = (
            f"{self.exercise}: dokumen ini contoh, bukan dokumen resmi." if self.exercise else "",
            f"Versi {self.edition}." if self.edition > 1 else "",
            self.form.sentence,
            UNCHECKED if self.has_unchecked else "",
        )
        return tuple(line for line in told if line)

    def to_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> OfficialDocument:
        """The inverse of ``to_json``."""
        signature = given["signature"]
        made = {
            **{name: tuple(given[name]) for name in ("letterhead", "addressees", "copies")},
            "signers": tuple((term, name) for term, name in given["signers"]),
            "passages": tuple(_passage(item) for item in given["passages"]),
            "signature": SignatureBlock(**{**signature, "capacity": Capacity(signature["capacity"])}),
            "form": FormNote(**given["form"]),
        }
        return cls(**{**given, **made})


def _passage(given: Mapping[str, Any]) -> Passage:
    return Passage(
        heading=given["heading"],
        paragraphs=tuple(given["paragraphs"]),
        items=tuple(given["items"]),
        pairs=tuple((term, value) for term, value in given["pairs"]),
        unchecked=given["unchecked"],
    )


def official_pdf(document: OfficialDocument, *, url: str) -> bytes:
    """A4 or F4, PDF/UA. ``url``: where anybody checks it; a draft has no check yet and bears no code."""
    paper = PAPERS[document.paper]
    shown = document.to_json() | {
        "draft": DRAFT if document.is_draft else "",
        "number": document.number or NO_NUMBER,
        "signature_lines": list(document.signature.lines),
        "foot": list(document.foot),
        "head_code": document.form.code if document.form.printed else "",
        "qr": "" if document.is_draft else printed_qr(url),
        "url": "" if document.is_draft else url,
        "sheet": {"width": paper.width, "height": paper.height},
    }
    return set_pdf(TEMPLATES[document.layout], as_json(shown))
