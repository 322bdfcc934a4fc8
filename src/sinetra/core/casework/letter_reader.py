"""Reads the letters of the catalogue. A text that asks for what no field gives is refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sinetra.core.casework.examination import Stage
from sinetra.core.casework.forms import Form, Forms, load_forms
from sinetra.core.casework.letters import (
    DISCIPLINE,
    PLACES,
    AddressedTo,
    ChoicesOf,
    Fact,
    FieldType,
    Issuer,
    Layout,
    LetterBlock,
    LetterField,
    LetterKind,
    Letters,
    Names,
)
from sinetra.core.casework.states import Regime, State
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.law.words import SubjectStatus

_E = TypeVar("_E", bound=StrEnum)
#: Letters of a Bawaslu office, then those of an institution that something was handed over to.
FILES = ("letters.yaml", "examination_letters.yaml")
PLACE = re.compile(r"\{([a-z_]+)\}")


def load_letters(catalogue: Path) -> Letters:
    """Errors: BadInput naming file, line and field."""
    forms, found = load_forms(catalogue), dict[str, LetterKind]()
    for name in FILES:
        block = Block.read(catalogue / name)
        for inner in block.blocks("letters"):
            letter = _letter(inner, forms)
            inner.close()
            if letter.id in found:
                raise inner.wrong("id", ("-",))
            found[letter.id] = letter
        block.close()
    return Letters(found.values(), forms)


def _letter(block: Block, forms: Forms) -> LetterKind:
    fields = tuple(_fields(block))
    return LetterKind(
        id=block.text("id"),
        title=Bilingual.take(block, "title"),
        help=Bilingual.take(block, "help"),
        layout=_one(block, "layout", Layout),
        forms=_forms(block, forms),
        kinds=block.texts("kinds"),
        states=_all(block, "states", State),
        outcomes=block.texts("outcomes"),
        stages=_all(block, "stages", Stage),
        statuses=_all(block, "statuses", SubjectStatus),
        step=block.text("step", ""),
        told_on=_known(block, "told_on", fields),
        names=_one(block, "names", Names),
        issuers=_all(block, "issuers", Issuer),
        to=_one(block, "to", AddressedTo),
        subject=block.text("subject"),
        signers=block.texts("signers"),
        fields=fields,
        body=tuple(_body(block, {field.name: field for field in fields})),
    )


def _known(block: Block, name: str, fields: tuple[LetterField, ...]) -> str:
    """The name of a field of the letter that is a day; empty for none."""
    found, days = block.text(name, ""), tuple(item.name for item in fields if item.type is FieldType.DAY)
    if found and found not in days:
        raise block.wrong(name, days)
    return found


def _forms(block: Block, forms: Forms) -> Mapping[str, Form]:
    inner, found = block.block("forms"), dict[str, Form]()
    for regime in (*Regime, DISCIPLINE):
        name = inner.optional_text(regime)
        if name is not None and name not in forms:
            raise inner.wrong(regime, forms.ids)
        if name is not None:
            found[regime] = forms.get(name)
    inner.close()
    return found


def _fields(block: Block) -> Iterator[LetterField]:
    for inner in block.blocks("fields"):
        kind = _one(inner, "type", FieldType)
        choices = {name: Bilingual.of(word) for name, word in inner.named_blocks("choices")}
        of = ChoicesOf(inner.one_of("of", tuple(ChoicesOf))) if "of" in inner.names() else None
        if (bool(choices) != (of is None)) if kind is FieldType.CHOICE else (choices or of):
            raise inner.wrong("choices", ("type: choice",))
        yield LetterField(
            name=inner.text("name"),
            type=kind,
            label=Bilingual.take(inner, "label"),
            required=inner.flag("required"),
            choices=choices,
            of=of,
        )
        inner.close()


def _body(block: Block, fields: Mapping[str, LetterField]) -> Iterator[LetterBlock]:
    known = (*PLACES, *fields)
    for inner in block.blocks("body"):
        text, field = inner.text("text", ""), inner.text("field", "")
        pairs, oaths = _texts(inner, "pairs"), _texts(inner, "oaths")
        asked = {*PLACE.findall(text), *pairs.values(), *([field] if field else [])}
        if not asked <= set(known):
            raise inner.wrong(", ".join(sorted(asked - set(known))), known)
        if oaths and ("oath" not in fields or set(oaths) != set(fields["oath"].choices)):
            raise inner.wrong("oaths", tuple(fields["oath"].choices) if "oath" in fields else ("-",))
        yield LetterBlock(
            heading=inner.text("heading", ""),
            text=text,
            field=field,
            facts=_all(inner, "facts", Fact),
            pairs=pairs,
            oaths=oaths,
            unchecked=inner.flag("unchecked"),
            statuses=_all(inner, "statuses", SubjectStatus),
        )
        inner.close()


def _texts(block: Block, field: str) -> Mapping[str, str]:
    inner = block.optional_block(field)
    if inner is None:
        return {}
    return {name: inner.text(name) for name in inner.names()}


def _one(block: Block, field: str, kind: type[_E]) -> _E:
    return kind(block.one_of(field, tuple(item.value for item in kind)))


def _all(block: Block, field: str, kind: type[_E]) -> tuple[_E, ...]:
    values, accepted = block.texts(field), tuple(item.value for item in kind)
    if any(value not in accepted for value in values):
        raise block.wrong(field, accepted)
    return tuple(kind(value) for value in values)
