"""An official document as DOCX, to edit and to upload where certified signatures are made.

Its code is in the link, in the keywords and in print: by it the signed PDF is known when it comes back. What is changed
in it is the office's business; the check page tells the file that came back apart from ours.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from sinetra.core.documents.official import DRAFT, NO_NUMBER, OfficialDocument, Passage
from sinetra.core.documents.typeset import PAPERS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# A moment of its own, so that the same document says the same inside.
_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


def official_docx(document: OfficialDocument, *, url: str) -> bytes:
    """``url``: where anybody checks it; a draft has none yet."""
    import docx
    from docx.shared import Mm, Pt

    made = docx.Document()
    paper, section = PAPERS[document.paper], made.sections[0]
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(20)
    made.styles["Normal"].font.name = "Arial"
    made.styles["Normal"].font.size = Pt(11)
    _properties(made, document)
    _head(made, document)
    for passage in document.passages:
        _passage(made, passage)
    _foot(made, document, "" if document.is_draft else url)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _properties(made: Document, document: OfficialDocument) -> None:
    told = made.core_properties
    told.title = f"{document.title} {document.number}".strip()
    told.author, told.keywords, told.language = document.office, document.code, "id"
    told.created = told.modified = _MOMENT


def _head(made: Document, document: OfficialDocument) -> None:
    words = [word for word in (document.exercise, DRAFT if document.is_draft else "") if word]
    for line in (*words, *document.letterhead):
        _centred(made, line.upper(), bold=True)
    if document.address:
        _centred(made, document.address)
    number = document.number or NO_NUMBER
    if document.layout == "form":
        if document.form.printed and document.form.code:
            made.add_paragraph(f"Formulir {document.form.code}")
        _centred(made, document.title.upper(), bold=True)
        _centred(made, f"Nomor: {number}")
        return
    made.add_paragraph(", ".join(part for part in (document.place, document.dated) if part))
    told = {"Nomor": number, "Sifat": document.nature, "Lampiran": document.annexes, "Hal": document.subject}
    _pairs(made, tuple(told.items()))
    made.add_paragraph("\n".join(("Yth.", *document.addressees, "di tempat")))


def _centred(made: Document, text: str, *, bold: bool = False) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    line = made.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(text).bold = bold
    return line


def _passage(made: Document, passage: Passage) -> None:
    if passage.heading:
        made.add_heading(f"{passage.heading} *)" if passage.unchecked else passage.heading, level=2)
    for text in passage.paragraphs:
        made.add_paragraph(text)
    for place, text in enumerate(passage.items, start=1):
        made.add_paragraph(f"{place}. {text}")
    _pairs(made, passage.pairs)


def _pairs(made: Document, pairs: tuple[tuple[str, str], ...]) -> None:
    if not pairs:
        return
    table = made.add_table(rows=0, cols=2)
    for term, value in pairs:
        row = table.add_row().cells
        row[0].text, row[1].text = term, value


def _foot(made: Document, document: OfficialDocument, url: str) -> None:
    for term, name in document.signers:
        made.add_paragraph(f"{term},\n\n\n{name or '____________________'}")
    if document.layout == "form":
        made.add_paragraph(", ".join(part for part in (document.place, document.dated) if part))
    made.add_paragraph("\n".join((*document.signature.lines, "", "", "", document.signature.name)))
    if document.copies:
        made.add_paragraph("\n".join(("Tembusan:", *(f"{n}. {text}" for n, text in enumerate(document.copies, 1)))))
    if url:
        _check(made, document, url)
    made.sections[0].footer.paragraphs[0].text = "\n".join(document.foot)


def _check(made: Document, document: OfficialDocument, url: str) -> None:
    """The QR as a picture, and the address as a link that stays in the PDF."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    made.add_picture(BytesIO(_qr(url)), width=Mm(24))
    line = made.add_paragraph("Periksa keaslian: ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = url
    run.append(text)
    link.append(run)
    line._p.append(link)
    line.add_run(f"  Kode: {document.code}")


def _qr(url: str) -> bytes:
    import segno

    out = BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", scale=6, border=2)
    return out.getvalue()
