"""What a document row keeps sealed: the draft, and once it is issued the frozen text; and where its file lies."""

from __future__ import annotations

from typing import Any

from sinetra.apps.cases.letters.compose import compose
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.house import house_of, letters
from sinetra.apps.cases.models import IssuedDocument
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.core.documents.official import OfficialDocument

#: What the seals of the files bind them to.
FILE, SIGNED = b"document.file", b"document.signed"
_FIELD = "content"


def sealed_content(row: IssuedDocument, draft: Draft, text: OfficialDocument | None = None) -> bytes:
    told = {"draft": draft.to_json(), "text": None if text is None else text.to_json()}
    return seal_value(told, row.pk, _FIELD)


def draft_of(row: IssuedDocument) -> Draft:
    return Draft.of(_opened(row)["draft"])


def text_of(row: IssuedDocument) -> OfficialDocument:
    """As issued; a draft as it would be issued now."""
    if row.state == LetterState.DRAFT:
        kind, house = letters().get(row.kind), house_of(row.organisation_id)
        return compose(
            row.matter,
            kind,
            draft_of(row),
            house,
            dated_on=row.dated_on,
            edition=row.edition,
            examination=row.examination,
        )
    return OfficialDocument.of(_opened(row)["text"])


def _opened(row: IssuedDocument) -> Any:
    return open_value(row.content_sealed, row.pk, _FIELD)
