"""Short texts for messages to reporters, with a few named fields that are filled in from the matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.errors import BadInput, gettext_noop

LONGEST_TITLE, LONGEST_TEXT = 80, 1000
_BRACES = re.compile(r"\{([^{}]*)\}")


class Field(StrEnum):
    NUMBER = "nomor"
    DUE = "tenggat"
    OFFICE = "kantor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A default of the catalogue."""

    id: str
    title: Bilingual
    text: Bilingual


def load_replies(catalogue: Path) -> tuple[Reply, ...]:
    """Errors: BadInput naming file, line and field, or the field of a text that is none."""
    block = Block.read(catalogue / "replies.yaml")
    found = []
    for inner in block.blocks("replies"):
        reply = Reply(id=inner.text("id"), title=Bilingual.take(inner, "title"), text=Bilingual.take(inner, "text"))
        inner.close()
        check(reply.text.id)
        check(reply.text.en)
        found.append(reply)
    block.close()
    return tuple(found)


def check(text: str) -> None:
    """
    >>> check("Perkara {nomor}, paling lambat {tenggat}.")
    >>> check("Halo {nama}")
    Traceback (most recent call last):
    sinetra.core.errors.BadInput: ...

    Errors: BadInput naming ``text`` for a field that is none of ours, or a brace that stands alone.
    """
    unknown = [name for name in _BRACES.findall(text) if name not in tuple(Field)]
    alone = set(_BRACES.sub("", text)) & set("{}")
    if unknown or alone:
        raise BadInput(
            gettext_noop("Isian %(value)s tidak dikenal; yang ada: %(accepted)s."),
            field="text",
            value=f"{{{unknown[0]}}}" if unknown else alone.pop(),
            accepted=tuple(f"{{{name}}}" for name in Field),
        )


def filled(text: str, values: Mapping[Field, str]) -> str:
    """What is not known stays as a field, to be seen and changed by hand.

    >>> filled("Nomor {nomor}, sampai {tenggat}.", {Field.NUMBER: "1/2024"})
    'Nomor 1/2024, sampai {tenggat}.'
    """
    known = {name.value: value for name, value in values.items() if value}
    return _BRACES.sub(lambda found: known.get(found[1], found[0]), text)


def left_open(text: str) -> tuple[str, ...]:
    """Fields that nobody has filled in.

    >>> left_open("Sampai {tenggat}.")
    ('{tenggat}',)
    """
    return tuple(f"{{{name}}}" for name in _BRACES.findall(text) if name in tuple(Field))
