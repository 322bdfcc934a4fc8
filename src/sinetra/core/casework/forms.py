"""Forms and kinds of document. Codes are data: only a code that was read in its rule may be printed as official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import NotFound, gettext_noop


class FormStatus(StrEnum):
    """``layout_unverified``: the document exists by law, its layout was not read. ``unverified``: a placeholder."""

    READ = "read"
    LAYOUT_UNVERIFIED = "layout_unverified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """``in_use``: ``False`` when its rule has been replaced; kept to read old files."""

    id: str
    code: str | None
    title: Bilingual
    regime: str
    rule: str
    status: FormStatus
    confidence: Confidence
    in_use: bool = True

    @property
    def printed_code(self) -> str | None:
        """The code to print on a document; ``None`` unless it was read in a rule that still holds."""
        return self.code if self.in_use and self.status is FormStatus.READ else None


class Forms:
    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_id = {form.id: form for form in forms}

    def __iter__(self) -> Iterator[Form]:
        return iter(self._by_id.values())

    def __contains__(self, form_id: object) -> bool:
        return form_id in self._by_id

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_id)

    def get(self, form_id: str) -> Form:
        """Errors: NotFound."""
        try:
            return self._by_id[form_id]
        except KeyError:
            raise NotFound(gettext_noop("Formulir %(value)s tidak ada di katalog"), value=form_id) from None


def load_forms(catalogue: Path) -> Forms:
    """Reads ``catalogue/forms.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "forms.yaml")
    forms: dict[str, Form] = {}
    for inner in block.blocks("forms"):
        form = Form(
            id=inner.text("id"),
            code=inner.optional_text("code"),
            title=Bilingual.take(inner, "title"),
            regime=inner.one_of("regime", ("pilkada", "pemilu", "discipline")),
            rule=inner.text("rule"),
            status=FormStatus(inner.one_of("status", tuple(FormStatus))),
            confidence=inner.confidence(),
            in_use=inner.flag("in_use", default=True),
        )
        inner.close()
        if form.id in forms:
            raise inner.wrong("id", ("-",))
        forms[form.id] = form
    block.close()
    return Forms(forms.values())
