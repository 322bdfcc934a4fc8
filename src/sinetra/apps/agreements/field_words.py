"""A requested field in words: of the catalogue, or the requester's own."""

from __future__ import annotations

from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import RequestedField
from sinetra.core.clock.bilingual import Bilingual

#: For a field in the requester's own words, once these are told to nobody any more.
ERASED = Bilingual(id="isian dengan kata-kata peminta (dihapus)", en="a field in the requester’s words (erased)")


def field_text(field: RequestedField, language: str = "id", *, own: bool = True) -> str:
    """``own``: whether the requester's own words are told, as long as they are there."""
    known = data_rules().field(field.code) if field.code else None
    if known is None and field.code:
        return field.code
    text = known.text if known is not None else ERASED
    if known is None and own and field.text:
        return field.text
    return text.en if language == "en" else text.id
