"""What an officer fills in for a letter, checked field by field; as it is kept in a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from sinetra.apps.advice.intake import plain_text
from sinetra.core.casework.letters import BY_REPORTER, GIVER, GIVER_NAME, FieldType, LetterField, LetterKind, Names
from sinetra.core.documents.signature_block import Capacity, SignatureBlock
from sinetra.core.errors import BadInput, gettext_noop

#: A shorter name is no name that a letter could give away, and would stop every text.
SHORTEST_NAME = 3
#: The longest of each kind of field.
LONGEST = {FieldType.LINE: 300, FieldType.LINES: 5_000, FieldType.TEXT: 20_000, FieldType.DAY: 10, FieldType.CHOICE: 40}
MOST_LINES = 100
NATURES = ("Biasa", "Penting", "Segera", "Sangat Segera", "Rahasia")
_NAMED = ("witness", "expert", "other_body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``entries``: field to text; a list has one item a line, a day is ISO 8601. ``person``: which of those reported,
    from 0 on, where the letter is about one. ``signature`` None: as the office has it."""

    entries: Mapping[str, str] = field(default_factory=dict)
    person: int = 0
    nature: str = ""
    annexes: str = ""
    copies: tuple[str, ...] | None = None
    signature: SignatureBlock | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"entries": dict(self.entries)}

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Draft:
        return cls(
            entries=given["entries"],
            person=given["person"],
            nature=given["nature"],
            annexes=given["annexes"],
            copies=None if given["copies"] is None else tuple(given["copies"]),
            signature=signature_of(given["signature"]),
        )


def signature_of(given: Mapping[str, Any] | None) -> SignatureBlock | None:
    """As it is kept; None where nobody is named."""
    if not given:
        return None
    return SignatureBlock(**{**given, "capacity": Capacity(given["capacity"])})


def checked(kind: LetterKind, draft: Draft, *, people: int, left_out: Sequence[str] = ()) -> Draft:
    """The same draft with its texts cleaned. ``people``: how many are reported; ``left_out``: names that it must not
    hold (``facts.left_out``).

    Errors: ``BadInput`` naming the field and what would be right.
    """
    entries = {item.name: _entry(item, draft.entries.get(item.name, "")) for item in kind.fields}
    _giver(entries)
    require_no_name(replace(draft, entries=entries), left_out)
    if kind.names is Names.ONE and not 0 <= draft.person < max(people, 1):
        raise BadInput(gettext_noop("Pilih salah seorang yang dilaporkan."), field="person")
    if draft.nature and draft.nature not in NATURES:
        message = gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s")
        raise BadInput(message, field="nature", accepted=NATURES)
    if draft.signature is not None:
        check_signature(draft.signature)
    return Draft(
        entries={name: text for name, text in entries.items() if text},
        person=draft.person,
        nature=draft.nature,
        annexes=plain_text(draft.annexes, "annexes", (0, 100)),
        copies=draft.copies,
        signature=draft.signature,
    )


def check_signature(block: SignatureBlock) -> None:
    """Errors: ``BadInput`` naming what a block of its kind needs."""
    needed = {"signatory_title": block.title, "signatory_name": block.name}
    if block.capacity in {Capacity.AN, Capacity.UB}:
        needed["principal"] = block.principal
    if block.capacity is Capacity.UB:
        needed["deputy"] = block.deputy
    for name, text in needed.items():
        if not text.strip():
            raise BadInput(gettext_noop("Isi bagian ini: blok tanda tangan belum lengkap."), field=name)


def lines_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _entry(item: LetterField, text: str) -> str:
    words = gettext_noop("Isi bagian ini, paling panjang %(accepted)s huruf.") if item.required else ""
    clean = plain_text(text, item.name, (1 if item.required else 0, LONGEST[item.type]), words)
    if item.type is FieldType.CHOICE and clean and clean not in item.choices:
        raise BadInput(gettext_noop("Pilih salah satu dari daftar."), field=item.name, accepted=tuple(item.choices))
    if item.type is FieldType.LINES and len(lines_of(clean)) > MOST_LINES:
        raise BadInput(gettext_noop("Paling banyak %(accepted)s baris."), field=item.name, accepted=(str(MOST_LINES),))
    if item.type is FieldType.DAY and clean:
        try:
            date.fromisoformat(clean)
        except ValueError:
            raise BadInput(gettext_noop("Tulis tanggal seperti 2024-11-20."), field=item.name) from None
    return clean


def require_no_name(draft: Draft, left_out: Sequence[str]) -> None:
    """Whole words as written, whatever the case and the spaces; a nickname is for people to see. Errors: ``BadInput``
    naming the field."""
    names = [" ".join(name.casefold().split()) for name in left_out]
    wanted = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in names if len(name) >= SHORTEST_NAME]
    texts = {**draft.entries, "annexes": draft.annexes, "copies": "\n".join(draft.copies or ())}
    for field_name, text in texts.items():
        plain = " ".join(text.casefold().split())
        if any(name.search(plain) for name in wanted):
            message = gettext_noop("Surat ini tidak boleh memuat nama yang dilaporkan. Sebut jabatannya saja.")
            raise BadInput(message, field=field_name)


def _giver(entries: Mapping[str, str]) -> None:
    """A reporter is never named on paper; whoever else is not reported has to be."""
    giver, name = entries.get(GIVER, ""), entries.get(GIVER_NAME, "")
    if giver == BY_REPORTER and name:
        raise BadInput(gettext_noop("Nama pelapor tidak pernah dicetak. Kosongkan bagian ini."), field=GIVER_NAME)
    if giver in _NAMED and not name:
        raise BadInput(gettext_noop("Tulis nama orang atau instansi yang diundang."), field=GIVER_NAME)
