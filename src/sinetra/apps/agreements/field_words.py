"""A requested field in words: of the catalogue, or the requester's own."""

from __future__ import annotations

from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import RequestedField


def field_text(field: RequestedField, language: str = "id") -> str:
    known = data_rules().field(field.code) if field.code else None
    if known is None:
        return field.text or field.code
    return known.text.en if language == "en" else known.text.id
