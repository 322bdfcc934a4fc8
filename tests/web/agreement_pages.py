"""What the pages of agreements and of data requests are tested with: an agreement between two offices of the demo."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from django.test import Client
from pypdf import PdfReader

from sinetra.apps.registry.models import Organisation

sys.path.insert(0, str(Path(__file__).resolve().parent))

from staff_pages import send

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def office(name: str) -> Organisation:
    return Organisation.objects.get(short_name=name)


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)


def agreement_of(client: Client, **changes: Any) -> Any:
    given = {
        "title": "Menjaga netralitas ASN",
        "parties": "Bawaslu Kota Cendana (contoh)\nPemerintah Kota Cendana (contoh)",
        "partner": str(office("Pemko Cendana").pk),
        "scope": "Pemberian data dan tindak lanjut.",
        "articles": "Pasal 2. Pemko memberi data bila diminta.\n3. Pemko menindaklanjuti\ndengan sanksi.",
        "signatories": "Ketua Bawaslu\nPjs Wali Kota",
        "valid_from": "2024-11-01",
        "review_on": "2024-11-25",
    }
    return send(client, "new_agreement", **(given | changes))
