"""What a person asks, checked field by field. Nothing about the person is a field."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.cells import without_controls
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.facts import parse_facts

SHORTEST, LONGEST = 10, 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """``facts`` in the shape of ``sinetra decide``, empty when nothing was said; the key is the asker's secret."""

    text: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    idempotency_key: str

    def content(self) -> bytes:
        """What makes two questions the same: everything but the key."""
        return canonical({"text": self.text, "facts": self.facts})


def read_question(*, text: str, facts: Mapping[str, Any], idempotency_key: str) -> NewQuestion:
    """Errors: ``BadInput`` naming ``text`` when there is too little or too much, the fact that is not one, the key."""
    message = gettext_noop("Tuliskan pertanyaan Anda, %(accepted)s huruf.")
    plain = plain_text(text, "text", (SHORTEST, LONGEST), message)
    parse_facts(facts)
    if not 22 <= len(idempotency_key) <= 200:
        raise BadInput(
            gettext_noop("%(field)s: perlu 128 bit acak yang dirahasiakan (%(accepted)s)."),
            field="idempotency_key",
            accepted=("22-200 characters",),
        )
    return NewQuestion(text=plain, facts=facts, idempotency_key=idempotency_key)


def plain_text(text: str, field: str, bounds: tuple[int, int], message: str = "") -> str:
    """As people paste it: one sign for a line end, no NUL, one form for each letter.

    Errors: ``BadInput`` naming ``field`` when there are fewer or more letters than ``bounds`` say.
    """
    plain = without_controls(unicodedata.normalize("NFC", text).replace("\r\n", "\n")).strip()
    shortest, longest = bounds
    if not shortest <= len(plain) <= longest:
        words = message or gettext_noop("Tulis %(accepted)s huruf.")
        raise BadInput(words, field=field, accepted=(f"{shortest}–{longest}",))
    return plain
