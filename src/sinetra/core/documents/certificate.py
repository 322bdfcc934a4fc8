"""Certificates of attendance as PDF, one a page: the same certificate always gives the same bytes.

A certificate is a document of the office and so in Indonesian; it counts because its check page says so, which the code
on it opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.setting import as_json, set_pdf

#: More pages than this are several files: a print job that jams starts again in the middle.
MOST_PAGES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """Words ready to print. ``office`` is the title of the signatory with Plt., Plh., Pjs. or Pj. before it.

    ``exercise``: the word that a piece of a demonstration bears; empty where it is meant.
    """

    issuer: str
    number: str
    name: str
    unit: str
    title: str
    days: str
    place: str
    signed: str
    office: str
    signatory: str
    code: str
    url: str
    exercise: str


def certificates_pdf(pages: Sequence[CertificatePage]) -> bytes:
    """A4 across, one page a certificate. Errors: ``ValueError`` for none or more than ``MOST_PAGES``."""
    if not 0 < len(pages) <= MOST_PAGES:
        raise ValueError(f"{len(pages)} certificates in one file")
    data = [{**asdict(page), "qr": printed_qr(page.url)} for page in pages]
    return set_pdf("certificate.typ", as_json({"pages": data}))
